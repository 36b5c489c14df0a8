// Pictures of pages, to look at.
//   node shots.mjs FOLDER BASE_URL [LINK] PATH...
// LINK is a sign-in link (anything with a scheme), opened first; each PATH is drawn at 1280 and 375 px, light and dark.
//   --light   light only        --rtl   in Arabic too        --noscript   with script off
// Example: node shots.mjs /tmp/shots http://localhost:5080 "http://localhost:5080/demo/enter/..." / /directory
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { launch, desk, phone } from './browser.mjs';

const flags = process.argv.slice(2).filter(a => a.startsWith('--'));
const [folder, base, ...rest] = process.argv.slice(2).filter(a => !a.startsWith('--'));
const link = rest[0]?.includes('://') ? rest.shift() : undefined;
if (!folder || !base || rest.length === 0) {
  console.error('usage: node shots.mjs FOLDER BASE_URL [LINK] PATH... [--light] [--rtl] [--noscript]');
  process.exit(2);
}

const said = new Set();
const say = line => said.has(line) || (said.add(line), console.log(line));
mkdirSync(folder, { recursive: true });
const browser = await launch();
const looks = [{ name: '', colorScheme: 'light' }];
if (!flags.includes('--light')) looks.push({ name: '-dark', colorScheme: 'dark' });
if (flags.includes('--rtl')) looks.push({ name: '-rtl', colorScheme: 'light', lang: 'ar' });

for (const [width, viewport] of [['1280', desk], ['375', phone]]) {
  for (const look of looks) {
    const context = await browser.newContext({ viewport, colorScheme: look.colorScheme, javaScriptEnabled: !flags.includes('--noscript') });
    if (look.lang) await context.addCookies([{ name: 'cw-lang', value: look.lang, url: base }]);
    const page = await context.newPage();
    page.on('console', m => ['error', 'warning'].includes(m.type()) && say(`  ${new URL(page.url()).pathname}: ${m.text()}`));
    if (link) {
      await page.goto(link);
      await confirmIfAsked(page);
    }

    for (const path of rest) {
      const url = new URL(path, base);
      const answer = await page.goto(url.href);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth).catch(() => 0);
      const name = (path.replace(/^\//, '').replace(/[^a-z0-9]+/gi, '-') || 'home') + `-${width}${look.name}.png`;
      await page.screenshot({ path: join(folder, name), fullPage: true });
      console.log(`${answer.status()} ${join(folder, name)}${wide > 0 ? `  WIDER than the screen by ${wide} px` : ''}`);
    }

    await context.close();
  }
}

await browser.close();

// A demo link may show a page with one button, so that a link checker does not sign anybody in.
async function confirmIfAsked(page) {
  const button = page.locator('main form[method=post] button[type=submit]');
  if (new URL(page.url()).pathname === new URL(link).pathname && await button.count() > 0) await button.first().click();
}
