// The security headers stand on every answer, and the policy lets nothing inline run.
import http from 'node:http';
import { demand, same } from '../checks.mjs';

const fixed = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
};

export default async function ({ site, check }) {
  const page = await ask(site, '/sign-in');
  const asset = page.body.match(/(?:href|src)="(\/assets\/[^"]+\.css)"/)?.[1];
  const answers = {
    'a page': ['/sign-in', 200],
    'an asset': [asset, 200],
    'an address that is not there': ['/nothing/here', 404],
    'an asset that is not there': ['/assets/0000/none.css', 404],
    'a redirect': ['/', 302],
    'a health answer': ['/health/live', 200],
    'a content policy report': ['/csp-report', 204, { method: 'POST', body: '{}', headers: { 'content-type': 'application/csp-report' } }],
    'a form without its token': ['/sign-in?handler=Password', 400, { method: 'POST', body: 'Email=a', headers: { 'content-type': 'application/x-www-form-urlencoded' } }],
    'a form that another site sends': ['/sign-in?handler=Password', 403, { method: 'POST', body: 'Email=a', headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'cross-site' } }],
    'a method that no page knows': ['/sign-in', 400, { method: 'DELETE' }],
  };

  for (const [what, [path, status, options]] of Object.entries(answers)) {
    await check(`${what} carries the headers`, async () => {
      demand(path, 'The page names no style sheet.');
      const answer = await ask(site, path, options);
      return [...faults(answer), ...(answer.status === status ? [] : [`${path} answers ${answer.status}, not ${status}`])];
    });
  }

  await check('under a foreign host name nothing of the site is shown', async () => {
    const answer = await ask(site, '/sign-in', { headers: { host: 'elsewhere.example' } });
    same(answer.status, 400, 'status');
    demand(!/Causeway|<form/.test(answer.body), 'the page is shown');
  });

  await check('every answer has a nonce of its own', async () => {
    const nonces = new Set();
    for (let i = 0; i < 200; i++) nonces.add((await ask(site, '/health/live')).headers['content-security-policy'].match(/'nonce-([^']+)'/)[1]);
    same(nonces.size, 200, 'different nonces in 200 answers');
  });

  await check('pages are not kept, assets are', async () => {
    demand(/no-store/.test(page.headers['cache-control']), `a page says ${page.headers['cache-control']}`);
    const kept = (await ask(site, asset)).headers['cache-control'];
    demand(/immutable/.test(kept) && /max-age=31536000/.test(kept), `an asset says ${kept}`);
  });

  await check('the session cookie is out of reach of scripts and other sites', async () => {
    const { context } = await site.open(site.people[0]);
    const cookies = (await context.cookies()).filter(c => c.httpOnly);
    demand(cookies.length > 0, 'no http-only cookie after signing in');
    return (await context.cookies()).filter(c => c.sameSite === 'None' || !c.httpOnly).map(c => `${c.name}: httpOnly ${c.httpOnly}, sameSite ${c.sameSite}`);
  });
}

function faults({ headers, body }) {
  const found = Object.entries(fixed).filter(([name, value]) => headers[name] !== value).map(([name, value]) => `${name} is ${headers[name]}, not ${value}`);
  if (!headers['permissions-policy']) found.push('no permissions-policy');
  if (!headers['cache-control']) found.push('no cache-control');
  if (headers.server || headers['x-powered-by']) found.push('says what it is made of');
  const policy = Object.fromEntries((headers['content-security-policy'] ?? '').split(';').map(d => d.trim()).filter(Boolean).map(d => d.split(/ (.*)/s).slice(0, 2)));
  for (const name of ['default-src', 'object-src', 'base-uri', 'frame-ancestors']) {
    if (policy[name] !== "'none'") found.push(`content policy: ${name} is ${policy[name]}`);
  }

  if (policy['form-action'] !== "'self'") found.push(`content policy: form-action is ${policy['form-action']}`);
  if (policy['require-trusted-types-for'] !== "'script'") found.push('content policy: no trusted types');
  if (!/^'nonce-[^']{20,}'$/.test(policy['script-src'] ?? '')) found.push(`content policy: script-src is ${policy['script-src']}`);
  if (/unsafe|\*/.test(headers['content-security-policy'] ?? '')) found.push('content policy: something unsafe');
  if (body && /<(?!!)[^>]*\s(?:style|on[a-z]+)=/.test(body)) found.push('an inline style or handler stands in the page');
  return found;
}

// Plain HTTP: a browser hides some answers, and does not let a test set the host.
function ask(site, path, { method = 'GET', headers = {}, body } = {}) {
  return new Promise((answer, failed) => {
    const request = http.request(site.url(path), { method, headers }, response => {
      const parts = [];
      response.on('data', part => parts.push(part));
      response.on('end', () => answer({ status: response.statusCode, headers: response.headers, body: Buffer.concat(parts).toString() }));
    });
    request.on('error', failed);
    request.end(body);
  });
}
