// A worry, from the teacher who has a minute on a phone to the lead who makes a case of it, writes, corrects and lets in; then
// every page of the room: how wide, and what axe finds.
import { demand, same } from '../checks.mjs';
import { phone } from '../browser.mjs';
import { onPaper, send, tooWide, unreadable } from '../forms.mjs';

const mark = Math.random().toString(36).slice(2, 7);
const child = `Zephyr ${mark}`;
const seen = `Came without shoes ${mark}`;
const inDays = n => new Date(Date.now() + n * 86_400_000).toISOString().slice(0, 10);

export default async function ({ site, check, step }) {
  const mara = site.someone('SafeguardingLead', 'lantern-hill');
  const jo = site.someone('Teacher', 'lantern-hill');
  const ines = site.someone('SeniorLeader', 'lantern-hill');
  const teacher = await site.open(jo, { javaScriptEnabled: false, viewport: phone });
  const lead = await site.open(mara, { javaScriptEnabled: false });
  const { page } = lead;
  const form = 'main form[data-cw-draft]';
  let worry = '', at = '';

  await step('a teacher reports a worry on a phone, without script: the numbers first, one question a screen', async () => {
    const { page: small } = teacher;
    await small.goto('/worry');
    demand(/Call first/.test(await small.innerText('main')), 'no number to call');
    await send(small, '/worry/who', 'main form[method=post]', { 'Input.Child': child, 'Input.Class': '7 Marigold' });
    await send(small, '/worry/what', 'main form[method=post]', { 'Input.Seen': seen, 'Input.ChildsWords': 'they got too small' });
    await send(small, '/worry/when', 'main form[method=post]', { 'Input.Place': 'at the gate' });
    await send(small, '/worry/body', 'main form[method=post]', {});
    await send(small, '/worry/send', 'main form[method=post]', { 'Input.FirstStep': 'lent her boots' });
    await small.goto('/worry/mine');
    const mine = await small.innerText('main');
    demand(/Received/.test(mine) && !mine.includes(seen) && !mine.includes(child), 'the reporter reads more than how far it is');
  }, teacher.page);

  await step('the lead finds it at home and opens a case with its words', async () => {
    await page.goto('/');
    demand(/worr(y|ies)/i.test(await page.innerText('main')), 'nothing at home');
    await page.goto('/cases/worries');
    const links = await page.locator('main a[href^="/cases/worries/"]').evaluateAll(all => all.map(a => a.getAttribute('href')));
    for (const link of links) {
      await page.goto(link);
      if ((await page.innerText('main')).includes(seen)) worry = link;
    }

    demand(worry !== '', 'the worry is not in the list');
    await send(page, worry, 'main form[action*="OpenCase"]', {});
    demand((await page.locator('[name="Input.Concern"]').inputValue()).includes(seen), 'its words are not taken over');
    await page.locator('[name="Input.FamilyName"]').fill('Alderney');
    await page.locator('[name="Input.GivenNames"]').fill(child);
    await page.locator('[name="Input.NextReviewOn"]').fill(inDays(14));
    await Promise.all([page.waitForURL(/\/cases\/[0-9a-f-]{36}/), page.locator(form).locator('button[type=submit], button:not([type])').first().click()]);
    at = new URL(page.url()).pathname;
  }, page);

  await check('the list shows codes; a name stands there only when asked for', async () => {
    await page.goto('/cases');
    demand(await page.locator(`main a[href="${at}"]`).count() === 1 && !(await page.innerText('main')).includes(child), 'a name stands in the list');
    demand(!(await page.title()).includes(child), 'a name in the title');
  }, page);

  await check('what was seen stands apart from what it means; a correction shows both texts', async () => {
    await send(page, `${at}/write?kind=Observation&part=core`, form, { 'Input.Text': `Third week of slippers ${mark}`, 'Input.SeenOn': inDays(-1), 'Input.Source': 'FirstHand', 'Input.Position': 'Lead' });
    await send(page, `${at}/write?kind=Interpretation&part=core`, form, { 'Input.Text': `No money for shoes ${mark}`, 'Input.Reason': 'She said so' });
    await page.goto(at);
    const correct = await page.locator('main a[href$="/correct"]').last().getAttribute('href');
    await send(page, correct, form, { 'Input.Text': `A word put right ${mark}`, 'Input.Why': 'Misheard' });
    await page.goto(at);
    demand((await page.innerText('main')).includes(`A word put right ${mark}`), 'the correction is not there');
  }, page);

  await check('who is not let in finds nothing: the teacher who reported it, another school, the coordinator', async () => {
    for (const who of [jo, site.someone('SafeguardingLead', 'north-quay'), site.someone('NetworkCoordinator')]) {
      const other = await site.open(who);
      for (const path of [at, at + '/print', at + '/log', worry]) same((await other.page.request.get(site.url(path))).status(), 404, path.replace(/[0-9a-f-]{36}/, '…'));
      await other.context.close();
    }
  }, page);

  await check('who read it stands in its log; on paper it is a document and nothing to press', async () => {
    await page.goto(at + '/log');
    demand((await page.innerText('main')).includes(mara.name), 'the reading is not in the log');
    const paper = await onPaper(site, mara, at + '/print');
    same(paper.wide, 0, 'wider than the paper');
    same(paper.pressed.length, 0, `things to press: ${paper.pressed}`);
  }, page);

  const own = ['/cases', '/cases/open', '/cases/worries', worry, '/cases/register', ...['', '/child', '/access', '/log', '/review', '/close', '/plan/new?target=true', '/plan/new?target=false',
    ...['Observation', 'Interpretation', 'Perspective', 'Decision'].map(k => `/write?kind=${k}&part=core`)].map(p => at + p)];
  const reporting = ['/worry', ...['who', 'what', 'when', 'body', 'send'].map(s => '/worry/' + s), '/worry/mine', '/worry/adult'];

  await check('no page of the room scrolls sideways at 320 px, from left or from right', async () => [
    ...await tooWide(site, mara, own, { width: 320 }), ...await tooWide(site, mara, own, { width: 320, language: 'ar' }),
    ...await tooWide(site, jo, reporting, { width: 320 }), ...await tooWide(site, jo, reporting, { width: 320, language: 'ar' }),
  ], page);

  await check('axe finds nothing, by day, in the dark and in Arabic', async () => [
    ...await unreadable(site, mara, own), ...await unreadable(site, jo, reporting), ...await unreadable(site, ines, ['/cases/register']),
  ], page);

  await check('nothing went wrong in the pages meanwhile', () => [...lead.complaints, ...teacher.complaints]);
}
