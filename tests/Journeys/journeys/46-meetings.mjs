// A network meeting as its people live it: found, planned, asked, moved, held, written down; and what the network keeps beside it.
import { demand, pick, press, until } from '../checks.mjs';

const mark = Math.random().toString(36).slice(2, 7);
const title = `Table of twelve ${mark}`;
const pdf = Buffer.from('%PDF-1.4\n% of the journey\n%%EOF\n');
const day = days => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

export default async function ({ site, check, step }) {
  const coord = await site.open(site.someone('NetworkCoordinator'));
  const lead = await site.open(site.someone('SafeguardingLead', 'lantern-hill'));
  const page = coord.page;
  let series = '';
  let meeting = '';

  await check('the days of two zones are compared, odd weeks named (001-19)', async () => {
    await page.goto('/network/days?zone=America%2FNew_York&' + (await schools(page)).map(id => 'school=' + id).join('&'));
    const text = await page.innerText('main');
    demand(/New_York/.test(text), 'the zone is not named');
    demand(/odd week/i.test(text), 'no odd week is told');
    demand(/minutes/i.test(await page.textContent('main')), 'no minutes in common');
  }, page);

  await check('a time for the year is found, with its cost in parts, and leads to the plan (001-26)', async () => {
    await page.goto('/meetings/find');
    await press(page.getByRole('button', { name: 'Find times' }));
    const text = await page.innerText('main');
    demand(/cost/i.test(text) && /outside/i.test(text), 'no cost');
    demand(await page.getByRole('link', { name: /Plan this series/ }).count() + await page.getByRole('button', { name: /Plan this series/ }).count() > 0, 'no way to the plan');
  }, page);

  await step('a series is planned; the next meeting is open, every school is asked (000-13, 000-14)', async () => {
    await page.goto('/meetings/new');
    await page.locator('[name="Input.Title"]').fill(title);
    await page.locator('[name="Input.FirstDay"]').fill(day(9));
    await page.locator('[name="Input.Time"]').fill('15:30');
    await pick(page, 'Input.Rhythm', 'Weekly');
    await page.locator('[name="Input.Interval"]').fill('4');
    await pick(page, 'Input.Invited', 'LeadsAndCounsellors');
    await page.getByRole('button', { name: /^Plan it/ }).click();
    await page.waitForURL(/\/meetings\/series\/[0-9a-f-]{36}/);
    series = new URL(page.url()).pathname;
    meeting = await page.locator('main a[href^="/meetings/"]').evaluateAll(all => all.map(a => a.pathname).find(p => /^\/meetings\/[0-9a-f-]{36}$/.test(p)));
    await page.goto(meeting);
    const text = await page.innerText('main');
    demand(/Al-Manara/.test(text) && /North Quay/.test(text), 'not every school is shown');
  }, page);

  await check('a lead answers on the page, the school turns green (000-14)', async () => {
    await lead.page.goto(meeting);
    await pick(lead.page, 'Reply', 'Accepted');
    await press(lead.page.getByRole('button', { name: 'Answer', exact: true }));
    await page.goto(series);
    demand(/1 of 6/.test(await page.innerText('main')), 'no school is green');
  }, page);

  await check('the mail carries a link that answers without an account', async () => {
    await page.goto('/demo/mail');
    const body = await page.innerText('body');
    const link = body.match(/https?:\/\/\S+\/meetings\/answer\/\S+/)?.[0];
    demand(link, 'no link in a mail');
    const stranger = await site.open(null);
    await stranger.page.goto(link);
    demand(await stranger.page.getByRole('button').count() > 0 || await stranger.page.locator('main form').count() > 0, 'the link leads nowhere');
    await stranger.context.close();
  }, page);

  await check('items are added, parked and carried over, as two acts: move and copy (001-25)', async () => {
    await page.goto(meeting + '/agenda');
    await page.locator('[name=Title]').last().fill(`A new item ${mark}`);
    await press(page.getByRole('button', { name: /^Save/ }).last());
    await page.goto(meeting + '/agenda');
    const text = await page.innerText('main');
    demand(text.includes(`A new item ${mark}`), 'the item is not there');
    await press(page.getByRole('button', { name: new RegExp(`Park\\s*: A new item ${mark}`) }));
    await page.goto(meeting + '/agenda');
    demand(await page.getByRole('button', { name: new RegExp(`Take onto the agenda\\s*: A new item ${mark}`) }).count() === 1, 'the backlog does not have it');
  }, page);

  await check('papers lie before the meeting; another school reads them, bytes as they were', async () => {
    await page.goto(meeting + '/papers');
    await page.locator('[name=Files]').setInputFiles([{ name: `Plan ${mark}.pdf`, mimeType: 'application/pdf', buffer: pdf }, { name: `Figures ${mark}.csv`, mimeType: 'text/csv', buffer: Buffer.from('a;b\n') }]);
    await press(page.getByRole('button', { name: /^Bring them/ }));
    demand((await page.innerText('main')).includes(`Figures ${mark}`), 'the papers are not listed');
    await page.locator('[name=Files]').setInputFiles([{ name: `Page ${mark}.pdf`, mimeType: 'application/pdf', buffer: Buffer.from('<html>') }]);
    await press(page.getByRole('button', { name: /^Bring them/ }));
    demand(/not what its name says/.test(await page.innerText('main')), 'a page went as a paper');
    await lead.page.goto(meeting);
    const [file] = await Promise.all([lead.page.waitForEvent('download'), lead.page.getByRole('link', { name: `Plan ${mark}` }).click()]);
    demand(file.suggestedFilename() === `Plan ${mark}.pdf`, file.suggestedFilename());
    demand((await bytesOf(file)).equals(pdf), 'other bytes came back');
  }, page);

  await check('a meeting with pupils is not confirmed without an adult of each school (001-24)', async () => {
    await page.goto('/meetings/new?kind=Pupil');
    await page.locator('[name="Input.Title"]').fill(`Youth forum ${mark}`);
    await page.locator('[name="Input.FirstDay"]').fill(weekday(12));
    await page.locator('[name="Input.Time"]').fill('11:00');
    await pick(page, 'Input.Rhythm', 'Once');
    await page.getByRole('button', { name: /^Plan it/ }).click();
    await page.waitForURL(/\/meetings\/series\/[0-9a-f-]{36}/);
    const own = await page.locator('main a[href^="/meetings/"]').evaluateAll(all => all.map(a => a.pathname).find(p => /^\/meetings\/[0-9a-f-]{36}$/.test(p)));
    await page.goto(own);
    const start = page.getByRole('button', { name: /Open|Confirm|Start/ }).first();
    if (await start.count() > 0) await press(start);
    demand(/supervis|adult/i.test(await page.innerText('main')), 'nobody asks for an adult');
  }, page);

  await check('the meeting is held: who came for which school, signed, a decision, an action (002-23, 000-14)', async () => {
    await page.goto(meeting);
    await press(page.getByRole('button', { name: 'Start the meeting' }));
    await page.goto(meeting + '/attendance');
    const rows = page.locator('main select');
    demand(await rows.count() > 6, 'nobody stands in the list');
    for (let i = 0; i < 3; i++) await rows.nth(i).selectOption('Present');
    await press(page.getByRole('button', { name: /Save|Keep|Correct/ }).first());
    await lead.page.goto(meeting);
    const sign = lead.page.locator('[name=Signature]');
    demand(await sign.count() === 1, 'nothing to sign');
    await sign.fill('Mara Lindqvist');
    await press(lead.page.getByRole('button', { name: /Sign/ }).first());
    demand(/signed/i.test(await lead.page.innerText('main')), 'the signature is not kept');
  }, page);

  await check('a sheet signed by hand is kept beside the typed signatures (002-23)', async () => {
    await page.goto(meeting + '/attendance');
    await page.locator('[name=Sheets]').setInputFiles({ name: `Sheet ${mark}.pdf`, mimeType: 'application/pdf', buffer: pdf });
    await press(page.getByRole('button', { name: 'Keep the sheet' }));
    demand((await page.innerText('main')).includes(`Sheet ${mark}`), 'the sheet is not kept');
  }, page);

  await check('closed, each school has its result for twelve months, and minutes are drafted', async () => {
    await page.goto(meeting);
    await press(page.getByRole('button', { name: /Close the meeting|^Close/ }).first());
    await page.goto(series + '/record');
    const text = await page.innerText('main');
    demand(/Met/.test(text) && /Missed/.test(text), 'no result by school');
    await page.goto(meeting + '/minutes');
    demand(/Present:/.test(await page.locator('textarea').first().inputValue()), 'no draft');
  }, page);

  await check('a network meeting has no place for a case (002-17)', async () => {
    await page.goto('/meetings/new?kind=Network');
    const names = await page.locator('main [name]').evaluateAll(all => all.map(e => e.name.toLowerCase()));
    demand(!names.some(n => /case|child|pupilname|concern/.test(n)), names.join(' '));
  }, page);

  await check('who holds a tie with an authority is said before a new contact begins (000-16)', async () => {
    await lead.page.goto('/network/authorities');
    await press(lead.page.locator('main a[href^="/network/authorities/"]').filter({ hasText: 'Police' }).first());
    demand(/keeps? the tie|holds? the tie|kept by/i.test(await lead.page.innerText('main')), 'nobody is named who keeps the tie');
  }, lead.page);

  await check('a question goes to the network only with the promise that no child is named (003-04)', async () => {
    await lead.page.goto('/network/questions/ask');
    await lead.page.locator('[name=Topic]').fill(`Lockers ${mark}`);
    await lead.page.locator('[name=Text]').fill('How do you lock the record room?');
    await press(lead.page.getByRole('button', { name: 'Ask', exact: true }));
    demand(await lead.page.locator('[name=Topic]').inputValue() === `Lockers ${mark}`, 'it was asked without the promise, or what was typed is lost');
    await lead.page.locator('input[type=checkbox][name=NoChild]').check({ force: true });
    await press(lead.page.getByRole('button', { name: 'Ask', exact: true }));
    await page.goto('/network/questions');
    await until(async () => (await page.goto('/network/questions'), (await page.innerText('main')).includes(`Lockers ${mark}`)), 20);
  }, lead.page);

  await check('members that have not signed this year are listed (003-16)', async () => {
    await page.goto('/network/charter');
    demand(/signed/i.test(await page.innerText('main')), 'no word about signatures');
  }, page);

  await check('nothing went wrong in the pages meanwhile', () => [...coord.complaints, ...lead.complaints]);
}

/** What a browser saved. */
async function bytesOf(download) {
  const parts = [];
  for await (const part of await download.createReadStream()) parts.push(part);
  return Buffer.concat(parts);
}

async function schools(page) {
  await page.goto('/network/days');
  return page.locator('main input[type=checkbox]').evaluateAll(all => all.slice(1, 3).map(b => b.value));
}

/** The next weekday from then on, out of the usual holidays' way. */
function weekday(days) {
  const at = new Date(Date.now() + days * 86_400_000);
  while ([0, 6].includes(at.getUTCDay())) at.setUTCDate(at.getUTCDate() + 1);
  return at.toISOString().slice(0, 10);
}
