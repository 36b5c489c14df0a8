// What belongs to another school answers exactly like what does not exist: to reading, and to writing.
import { randomUUID } from 'node:crypto';
import { demand } from '../checks.mjs';

const id = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi;

export default async function ({ site, check, step }) {
  const theirs = await site.open(site.someone('SafeguardingLead', 'north-quay'));
  const ours = await site.open(site.someone('SafeguardingLead', 'lantern-hill'));
  let addresses = [];
  await step('North Quay has listings and lists of its own', async () => {
    addresses = await collect(theirs.page, ['/directory/listings', '/directory/listings?place=Inside', '/directory/import']);
    demand(addresses.some(a => a.includes('/listings/')), 'no address of a listing');
    demand(addresses.some(a => a.includes('/import/')), 'no address of a list');
  }, theirs.page);

  await check('its own people open them', async () => {
    const wrong = [];
    for (const path of addresses.slice(0, 12)) {
      const { status } = await read(theirs, path);
      if (status !== 200) wrong.push(`${status} ${path}`);
    }

    return wrong;
  });

  await check('another school gets the answer of an address that is not there', async () => {
    const wrong = [];
    for (const path of addresses) {
      const foreign = await read(ours, path);
      const missing = await read(ours, path.replace(id, () => randomUUID()));
      wrong.push(...differences(path, foreign, missing, 404));
    }

    console.log(`         ${addresses.length} addresses`);
    return wrong;
  });

  await check('and so does what another school sends', async () => {
    const wrong = [];
    for (const path of addresses.filter(a => /\/listings\/[^/]+$/.test(a)).slice(0, 10)) {
      for (const handler of ['Share', 'Remove', 'BringBack']) {
        const foreign = await send(ours, `${path}?handler=${handler}`);
        const missing = await send(ours, `${path.replace(id, () => randomUUID())}?handler=${handler}`);
        wrong.push(...differences(`POST ${path} ${handler}`, foreign, missing, 404));
      }
    }

    return wrong;
  });

  await check('nothing of theirs was changed by it', async () => {
    const wrong = [];
    for (const path of addresses.filter(a => /\/listings\/[^/]+$/.test(a)).slice(0, 10)) {
      await theirs.page.goto(path);
      if (await theirs.page.getByRole('button', { name: 'Take it away' }).count() === 0) wrong.push(`${path} was taken away`);
    }

    return wrong;
  }, theirs.page);

  await check('what they keep to themselves is not found in our search', async () => {
    await theirs.page.goto('/directory/listings?show=own');
    const own = await theirs.page.locator('main a[href^="/directory/listings/"]').evaluateAll(all => all.map(a => [a.pathname, a.textContent.trim()]));
    const kept = own.filter(([path]) => path.match(id)).slice(0, 10);
    demand(kept.length > 0, 'North Quay keeps nothing to itself');
    const wrong = [];
    for (const [path, name] of kept) {
      await ours.page.goto('/find-help?q=' + encodeURIComponent(name));
      const page = await ours.page.content();
      if (page.includes(path.match(id)[0])) wrong.push(`${name}: ${path} is in our search`);
      if (/Listed by North Quay|North Quay Community School<\/bdi>/.test(page)) wrong.push(`${name}: North Quay is named in our search`);
    }

    return wrong;
  }, ours.page);
}

/** Addresses with an id in them, two levels deep. */
async function collect(page, from) {
  const found = new Set();
  for (const path of from) {
    await page.goto(path);
    const links = await hrefs(page);
    for (const link of links.slice(0, 25)) found.add(link);
    for (const link of links.slice(0, 3)) {
      await page.goto(link);
      for (const deeper of (await hrefs(page)).slice(0, 10)) found.add(deeper);
    }
  }

  // An entry is the network's, not the school's; so are organisations and networks.
  return [...found].filter(path => /^\/directory\/(listings|import)\//.test(path));
}

async function hrefs(page) {
  const all = await page.locator('main a[href^="/"]').evaluateAll(links => links.map(a => new URL(a.href).pathname));
  return [...new Set(all)].filter(path => path.match(id));
}

async function read({ context }, path) {
  return told(await context.request.get(path, { maxRedirects: 0, failOnStatusCode: false }));
}

async function send({ context, page }, path) {
  if (!page.url().endsWith('/appearance')) await page.goto('/appearance');
  const fields = await page.locator('form input[type=hidden]').evaluateAll(all => all.map(i => [i.name, i.value]));
  const token = Object.fromEntries(fields.filter(([name]) => name === '__RequestVerificationToken'));
  return told(await context.request.post(path, { form: { ...token, _key: randomUUID(), sharing: 'Network' }, maxRedirects: 0, failOnStatusCode: false }));
}

// What differs from one answer to the next by nature: the time, the nonce, tokens, keys of forms, the number for asking for help.
async function told(answer) {
  const headers = answer.headers();
  delete headers.date;
  const calm = text => text
    .replace(/nonce-[^']+/g, 'nonce').replace(/nonce="[^"]+"/g, 'nonce').replace(/value="[^"]{30,}"/g, 'value').replace(/\b[0-9a-f]{32}\b/g, 'number')
    .replace(/(back=)[^"&]*/g, '$1').replace(id, 'id');
  return { status: answer.status(), headers: calm(JSON.stringify(headers)).replace(/"content-length":"\d+"/, ''), body: calm(await answer.text()) };
}

function differences(path, foreign, missing, status) {
  const wrong = [];
  if (foreign.status !== status) wrong.push(`${path}: ${foreign.status}`);
  if (foreign.status !== missing.status) wrong.push(`${path}: ${foreign.status}, but ${missing.status} where nothing is`);
  if (foreign.headers !== missing.headers) wrong.push(`${path}: other headers\n  ${foreign.headers}\n  ${missing.headers}`);
  if (foreign.body !== missing.body) wrong.push(`${path}: another page (${foreign.body.length} and ${missing.body.length} characters)`);
  return wrong;
}
