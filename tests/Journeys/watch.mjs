// Listens to a page: what the browser refused, what a script threw, who was asked for something.

/** Returns the list that complaints go into; `list.deaf = true` while a test's own script works in the page. */
export async function watch(page, base) {
  const complaints = [];
  complaints.deaf = false;
  const say = text => complaints.deaf || complaints.push(`${where(page)}: ${text}`);
  // The browser writes most refusals to its console; this says the directive and the line too.
  await page.addInitScript(() => document.addEventListener('securitypolicyviolation', e =>
    console.error(`CONTENT POLICY ${e.effectiveDirective} refused ${e.blockedURI || 'inline'} (${e.sourceFile ?? ''}:${e.lineNumber}) ${e.sample}`)));
  // A page that does not answer is counted by its status; the browser's line about it would count it twice.
  page.on('console', message => message.type() === 'error' && message.location().url !== page.url() && say(`console: ${message.text()}`));
  page.on('pageerror', error => say(`script: ${error.message}`));
  page.on('request', request => {
    const url = new URL(request.url());
    if (url.pathname === '/csp-report') say(`content policy report: ${request.postData()?.slice(0, 300)}`);
    if (/^(https?|wss?):$/.test(url.protocol) && url.origin !== new URL(base).origin) say(`asks another host: ${url.href}`);
  });
  return complaints;
}

function where(page) {
  const url = new URL(page.url());
  return url.pathname + url.search;
}
