// Lighthouse on the pages people open most, signed in, in the made-up city.
//   npm ci && node pages.mjs PROGRAM DATAFOLDER [PATH ...]
// PROGRAM is the published causeway; DATAFOLDER is made new. Default paths: home, find help, one entry.
// Prints accessibility, performance and weight of each page, phone (Lighthouse's slow 4G and 4x slower processor) and desk.
import lighthouse, { desktopConfig } from 'lighthouse';
import { chromium } from 'playwright-core';
import { Site } from '../../tests/Journeys/site.mjs';
import { launch } from '../../tests/Journeys/browser.mjs';

const [program, folder, ...asked] = process.argv.slice(2);
if (!program || !folder) {
  console.error('usage: node pages.mjs PROGRAM DATAFOLDER [PATH ...]');
  process.exit(2);
}

const guide = await launch();
const site = await Site.start(program, folder, undefined, guide);
const port = 9400 + (process.pid % 500);
const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';
const context = await chromium.launchPersistentContext(folder + '/profile', {
  executablePath,
  args: [`--remote-debugging-port=${port}`, '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
    '--disable-component-update', '--disable-sync', '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost'],
});
let worst = { accessibility: 100, performance: 100 };
try {
  const page = await context.newPage();
  await page.goto(site.someone('Counsellor').link);
  const paths = asked.length > 0 ? asked : ['/', '/find-help', await firstEntry(page)];
  for (const path of paths) {
    for (const [name, config] of [['phone', undefined], ['desk', desktopConfig]]) {
      const run = await lighthouse(new URL(path, site.base).href, {
        port, output: 'json', logLevel: 'error', disableStorageReset: true, onlyCategories: ['accessibility', 'performance'],
      }, config);
      const { categories, audits } = run.lhr;
      const score = kind => Math.round(categories[kind].score * 100);
      worst = { accessibility: Math.min(worst.accessibility, score('accessibility')), performance: Math.min(worst.performance, score('performance')) };
      const shown = path.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/, '…');
      console.log(`${shown.padEnd(24)} ${name.padEnd(6)} accessibility ${score('accessibility')}  performance ${score('performance')}  `
        + `largest paint ${audits['largest-contentful-paint'].displayValue}  shift ${audits['cumulative-layout-shift'].displayValue}  ${audits['total-byte-weight'].displayValue}`);
      for (const shift of audits['layout-shifts']?.details?.items ?? []) console.log(`    moves ${shift.score.toFixed(3)}: ${shift.node?.snippet} ${(shift.subItems?.items ?? []).map(i => i.cause).join(', ')}`);
      for (const { id } of categories.accessibility.auditRefs) {
        if (audits[id].score === 0) console.log(`    ${id}: ${audits[id].title}: ${(audits[id].details?.items ?? []).slice(0, 3).map(i => i.node?.snippet).join(' ')}`);
      }
    }
  }
} finally {
  await context.close();
  await guide.close();
  await site.stop();
}

console.log(`lowest: accessibility ${worst.accessibility}, performance ${worst.performance}`);

async function firstEntry(page) {
  await page.goto(new URL('/find-help', site.base).href);
  return page.locator('a[href^="/directory/entries/"]').first().getAttribute('href');
}
