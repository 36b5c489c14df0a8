// The review queue is cleared with one key a pair.
import { demand, press, same } from '../checks.mjs';

export default async function ({ site, check, step }) {
  const { page, complaints } = await site.open(site.someone('NetworkCoordinator'));
  const shown = () => page.locator('input[name=proposal]').getAttribute('value');
  // What this reader decided; how many wait may also change by others' acts and by a joining run.
  const done = async () => Number(/(\d+) done/.exec(await page.locator('#pair').innerText())?.[1]);
  const toGo = async () => Number(/(\d+) to go/.exec(await page.locator('#pair').innerText())?.[1]);
  await step('Doubtful pairs wait in the made-up city', async () => {
    // The city's last list may still be joined in the background: begin when the number stays.
    let calm = 0;
    for (let tries = 0, before = -1; tries < 30 && calm < 3; tries++) {
      await page.goto('/directory/review');
      const now = await toGo();
      calm = now === before ? calm + 1 : 0;
      before = now;
      await page.waitForTimeout(700);
    }

    demand(calm === 3 && await toGo() >= 3, 'fewer than three pairs wait, or their number never stays');
  }, page);

  await check('no key does anything before the reader has switched keys on', async () => {
    const before = await shown();
    await page.keyboard.press('d');
    await page.waitForTimeout(300);
    same(await shown(), before, 'pair shown');
  }, page);

  await check('d keeps apart, n leaves for later, z takes back, each without loading a page', async () => {
    await page.locator('[data-cw-keys] input').check();
    await page.locator('h1').click();
    await page.evaluate(() => { window.stillHere = true; });
    const first = await shown();
    const decided = await done();
    await type('d', async () => await shown() !== first);
    same(await done(), decided + 1, 'decided after d');
    const second = await shown();
    await type('n', async () => await shown() !== second);
    same(await done(), decided + 1, 'decided after n');
    await type('z', async () => await shown() === second);
    await type('z', async () => await done() === decided);
    demand(await page.evaluate(() => window.stillHere === true), 'the page was loaded anew');
  }, page);

  await check('without script the same answers are buttons', async () => {
    const plain = await site.open(site.someone('NetworkCoordinator'), { javaScriptEnabled: false });
    await plain.page.goto('/directory/review');
    const pair = await plain.page.locator('input[name=proposal]').getAttribute('value');
    await press(plain.page.locator('button[value=NotSure]'));
    demand(await plain.page.locator('input[name=proposal]').getAttribute('value') !== pair, 'the same pair is shown again');
    await press(plain.page.locator('form[action*=Undo] button'));
    same(await plain.page.locator('input[name=proposal]').getAttribute('value'), pair, 'pair after undo');
  }, page);
  await check('nothing goes wrong in the page', () => complaints, page);

  async function type(key, arrived) {
    await page.keyboard.press(key);
    for (let i = 0; i < 100 && !await arrived(); i++) await page.waitForTimeout(50);
    demand(await arrived(), `nothing new came after ${key}`);
  }
}
