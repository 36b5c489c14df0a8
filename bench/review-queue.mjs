// How long a doubtful pair takes by keyboard: from the key to the next pair on the screen, in a real browser.
//   node bench/review-queue.mjs PROGRAM DATAFOLDER [CONNECTION] [PAIRS]
// PROGRAM is the published causeway; DATAFOLDER is made new. Two schools share lists full of near-doubles; a counsellor
// clears PAIRS (100) of the questions with s, d, p and n in turn, and takes every tenth back with z.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { launch } from '../tests/Journeys/browser.mjs';
import { Site } from '../tests/Journeys/site.mjs';

const [program, folder, connection, wanted = '100'] = process.argv.slice(2);
if (!program || !folder) {
  console.error('usage: node review-queue.mjs PROGRAM DATAFOLDER [CONNECTION or ""] [PAIRS]');
  process.exit(2);
}

const syllables = ['ba', 'do', 'fi', 'gul', 'kam', 'lo', 'mer', 'nis', 'por', 'ra', 'sti', 'tov', 'vel', 'zan', 'hul', 'wen'];
const word = n => { let w = ''; for (let i = 0, k = n * 7919 + 13; i < 3; i++, k = Math.floor(k / 16) + n * 31) w += syllables[k % 16]; return w[0].toUpperCase() + w.slice(1); };
const heads = 'Name,Profession,Organisation,Phone,Email,Languages\n';
// Four ways of being nearly the same: an initial, a letter less, another house, another profession.
const line = (i, off) => {
  const [given, family, house] = [word(i), word(i * 3 + 1), word(i * 5 + 2)];
  if (!off) return `${given} ${family},Psychologist,${house} Centre,+49 40 5550 ${String(1000 + i).slice(-4)},,German\n`;
  return [
    `${given[0]}. ${family},Psychologist,${house} Centre,,,German\n`,
    `${given} ${family.slice(0, -1)},Psychologist,${house} House,,,German\n`,
    `${given} ${family},Psychologist,${word(i * 11)} Practice,+49 40 7770 ${String(1000 + i).slice(-4)},,English\n`,
    `${given.slice(0, -2)} ${family},Counsellor,${house} Centre,,,German\n`,
  ][i % 4];
};

const browser = await launch();
const site = await Site.start(program, folder, connection || undefined, browser);
try {
  for (const [school, off] of [[0, false], [1, true]]) {
    const lead = site.people.filter(p => p.posts.some(q => q.role === 'SafeguardingLead'))[school];
    const { page, context } = await site.open(lead);
    const file = join(site.folder, `list-${school}.csv`);
    writeFileSync(file, heads + Array.from({ length: 400 }, (_, i) => line(i, off)).join(''));
    await page.goto('/directory/import');
    await page.locator('input[type=file]').setInputFiles(file);
    await page.locator('main form[method=post] button[type=submit]').first().click();
    await page.locator('input[name=Sharing][value=Network], select[name=Sharing]').first().check();
    await page.locator('button[value=start]').click();
    await page.waitForTimeout(8000);
    await context.close();
  }

  const counsellor = site.someone('NetworkCoordinator');
  const { page } = await site.open(counsellor);
  let waiting = 0;
  for (let tries = 0; tries < 60 && waiting < Number(wanted); tries++) {
    await page.goto('/directory/review');
    waiting = Number(/(\d+) to go/.exec(await page.locator('#pair').innerText())?.[1] ?? 0);
    if (waiting < Number(wanted)) await page.waitForTimeout(1000);
  }

  console.log(`${waiting} pairs wait`);
  await page.locator('[data-cw-keys] input').check();
  await page.locator('h1').click();
  const times = [];
  const began = performance.now();
  const keys = ['s', 'd', 'p', 'n'];
  for (let i = 0; i < Math.min(Number(wanted), waiting - 1); i++) {
    times.push(await press(page, keys[i % 4]));
    if (i % 10 === 9) times.push(await press(page, 'z'));
  }

  const all = performance.now() - began;
  times.sort((a, b) => a - b);
  const at = share => times[Math.min(times.length - 1, Math.floor(times.length * share))].toFixed(0);
  console.log(`${times.length} keys in ${(all / 1000).toFixed(1)} s; from key to next pair: median ${at(0.5)} ms, p95 ${at(0.95)} ms, longest ${at(1)} ms`);
  const words = await page.locator('#pair [role=status]').innerText();
  console.log(words.replace(/\s+/g, ' '));
} finally {
  await browser.close();
  await site.stop();
}

// Measured in the page: from the key until another question (or another count of decisions) is drawn.
async function press(page, key) {
  await page.evaluate(() => {
    window.cwNext = new Promise(done => {
      const state = () => document.querySelector('#pair [role=status]')?.textContent + (document.querySelector('input[name=proposal]')?.value ?? '');
      const before = state();
      let began = 0;
      document.addEventListener('keydown', () => { began = performance.now(); }, { capture: true, once: true });
      const watch = new MutationObserver(() => {
        if (state() !== before && document.querySelector('input[name=proposal]')) {
          watch.disconnect();
          requestAnimationFrame(() => done(performance.now() - began));
        }
      });
      watch.observe(document.body, { childList: true, subtree: true });
    });
  });
  await page.keyboard.press(key);
  return page.evaluate(() => window.cwNext);
}
