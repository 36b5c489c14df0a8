// What a page weighs on the wire, as the browser counts it: first page 150 kB at most, next pages 30 kB.
import { demand } from '../checks.mjs';

const first = 150_000;
const next = 30_000;

export default async function ({ site, check }) {
  const lead = site.someone('SafeguardingLead', 'lantern-hill');
  for (const language of ['en', 'ar', 'ko']) {
    await check(`the sign-in page comes with at most 150 kB, fonts included (${language})`, async () => {
      const { page } = await site.open(null, { language });
      demandAtMost(await weigh(page, '/sign-in'), first);
      demand((await page.locator('html').getAttribute('lang')).startsWith(language), 'the page is in another language');
    });
  }

  // The same sign-in, another profile: nothing is in the cache yet.
  const { page, context } = await site.open(lead);
  await check('home after signing in comes with at most 150 kB on an empty cache', async () => {
    const cold = await site.open();
    await cold.context.addCookies(await context.cookies());
    demandAtMost(await weigh(cold.page, '/'), first);
  });

  await page.goto('/find-help');
  await page.goto('/');
  for (const path of new Set([...await menu(page), '/directory/listings', '/directory/check', '/directory/coverage', '/directory/map'])) {
    await check(`${path} comes with at most 30 kB once the first page is there`, async () => demandAtMost(await weigh(page, path), next), page);
  }
}

async function menu(page) {
  return [...new Set(await page.locator('nav a[href^="/"]').evaluateAll(all => all.map(a => new URL(a.href).pathname)))];
}

function demandAtMost({ total, parts }, most) {
  const heaviest = parts.sort((a, b) => b.bytes - a.bytes).slice(0, 8).map(p => `${p.bytes} ${p.url}`).join('\n');
  console.log(`         ${total} bytes in ${parts.filter(p => p.bytes > 0).length} answers`);
  demand(parts.length > 0 && total <= most, `${total} bytes, ${most} allowed:\n${heaviest}`);
}

async function weigh(page, path) {
  const wire = await page.context().newCDPSession(page);
  const urls = new Map();
  const parts = [];
  await wire.send('Network.enable');
  wire.on('Network.requestWillBeSent', e => {
    if (e.redirectResponse) parts.push({ url: e.redirectResponse.url, bytes: e.redirectResponse.encodedDataLength });
    urls.set(e.requestId, e.request.url);
  });
  wire.on('Network.loadingFinished', e => parts.push({ url: urls.get(e.requestId), bytes: e.encodedDataLength }));
  const answer = await page.goto(path, { waitUntil: 'networkidle' });
  await wire.detach();
  if (answer.status() !== 200) throw new Error(`${path} answers ${answer.status()}`);
  return { total: parts.reduce((sum, p) => sum + p.bytes, 0), parts };
}
