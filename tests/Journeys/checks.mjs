// Counts checks, each a fact; a failed one says where the browser was and what the page showed.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

/** Thrown when a step failed without which the rest of the journey makes no sense. It was counted already. */
export class JourneyEnds extends Error {}

export class Checks {
  passed = 0;
  failed = 0;
  skipped = 0;
  journey = '';

  constructor(folder) {
    this.folder = join(folder, 'shots');
    mkdirSync(this.folder, { recursive: true });
  }

  get total() {
    return this.passed + this.failed + this.skipped;
  }

  /** Passes unless `act` throws or returns complaints (a list that is not empty). */
  async check(fact, act, page) {
    try {
      const complaints = await act();
      if (Array.isArray(complaints) && complaints.length > 0) throw new Error(list(complaints));
      this.passed++;
      console.log(`   ok    ${this.journey}: ${fact}`);
      return true;
    } catch (error) {
      this.failed++;
      console.log(`   FAIL  ${this.journey}: ${fact}\n${indent(plain(error.message))}`);
      if (page) await this.#picture(page);
      return false;
    }
  }

  /** A check without which the journey cannot go on. */
  async step(fact, act, page) {
    if (!await this.check(fact, act, page)) throw new JourneyEnds();
  }

  skip(fact, why) {
    this.skipped++;
    console.log(`   [SKIP] ${this.journey}: ${fact}\n         ${why}`);
  }

  summary(seconds) {
    return `   Journeys  Total: ${this.total}, Errors: 0, Failed: ${this.failed}, Skipped: ${this.skipped}, Not Run: 0, Time: ${seconds.toFixed(3)}s`;
  }

  async #picture(page) {
    try {
      const file = join(this.folder, `${this.journey}-${this.failed}.png`);
      const text = await page.locator('body').innerText({ timeout: 2000 });
      console.log(indent(`at ${page.url()}\nshows: ${text.replace(/\s+/g, ' ').slice(0, 500)}\npicture: ${file}`));
      await page.screenshot({ path: file, fullPage: true, timeout: 10_000 });
    } catch (error) {
      console.log(indent(`(no picture: ${plain(error.message).split('\n')[0]})`));
    }
  }
}

const list = all => all.slice(0, 25).join('\n') + (all.length > 25 ? `\n… and ${all.length - 25} more` : '');
const indent = text => text.split('\n').map(line => '         ' + line).join('\n');
const plain = text => text.replace(/\u001b\[[0-9;]*m/g, '');

/** Throws with a sentence. */
export function demand(truth, sentence) {
  if (!truth) throw new Error(sentence);
}

export function same(found, wanted, what) {
  if (found !== wanted) throw new Error(`${what}: found ${JSON.stringify(found)}, wanted ${JSON.stringify(wanted)}`);
}

/** Ticks the box or the choice of this name and value, however it is drawn. */
export async function pick(page, field, value) {
  await page.locator(`input[name="${field}"][value="${value}"]`).first().check({ force: true });
}

/** Clicks what leads to another page and waits until that page is here: going elsewhere at once would cancel what was sent. */
export async function press(control) {
  const page = control.page();
  const moved = page.waitForEvent('framenavigated', { predicate: frame => frame === page.mainFrame() });
  await Promise.all([moved, control.click()]);
  await page.waitForLoadState();
}

/** Asks again until there is an answer: work in the background needs a moment. */
export async function until(act, seconds = 30) {
  const end = Date.now() + seconds * 1000;
  for (;;) {
    const found = await act();
    if (found) return found;
    demand(Date.now() < end, `not within ${seconds} s`);
    await new Promise(done => setTimeout(done, 700));
  }
}
