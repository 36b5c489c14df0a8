// The setting of a network as its people keep it: laws as known on a day, practice beside paper, gaps, forums, officials, what the
// community does, who takes part; and one brief of it on paper.
import { demand, pick, press } from '../checks.mjs';

const mark = Math.random().toString(36).slice(2, 7);
const law = `Act ${mark}`;
const code = `T-${mark.toUpperCase()}`;
const day = days => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

export default async function ({ site, check, step }) {
  const coord = await site.open(site.someone('NetworkCoordinator'));
  const lead = await site.open(site.someone('SafeguardingLead', 'lantern-hill'));
  const head = await site.open(site.someone('SeniorLeader', 'lantern-hill'));
  const page = coord.page;
  let register = '';
  let duty = '';

  await step('a law is written down with its day, its checker and its next check (004-01, 004-02)', async () => {
    await page.goto('/landscape/laws/edit');
    await page.locator('[name="Input.Title"]').fill(law);
    await page.locator('[name="Input.Body"]').fill('Harbour Assembly');
    await page.locator('[name="Input.InForceFrom"]').fill('2020-01-01');
    await page.getByRole('button', { name: /^Save/ }).click();
    await page.waitForURL(/\/landscape\/laws\/[0-9a-f-]{36}/);
    register = new URL(page.url()).pathname;
    await page.goto(register + '/duties');
    await page.locator('[name="Input.Code"]').fill(code);
    await page.locator('[name="Input.What"]').fill('An answer in writing within two days');
    await page.locator('[name="Input.Who"]').fill('Every office');
    await press(page.getByRole('button', { name: /^Save/ }));
    await page.goto(register);
    duty = await page.getByRole('link', { name: code, exact: true }).getAttribute('href');
    demand(/As known on/.test(await page.innerText('main')), 'no word of how current it is');
  }, page);

  await check('the register of a past day does not know it yet, and knows what has lapsed since (004-02)', async () => {
    await page.goto('/landscape?on=' + day(-200));
    const past = await page.innerText('main');
    demand(!past.includes(law), 'it is known before its day');
    demand(/as it was known on/i.test(past), 'the day is not said');
    demand(!/Lapsed/.test(past), 'the decree had not lapsed then');
    await page.goto('/landscape');
    demand(/Lapsed/.test(await page.innerText('main')), 'no lapsed duty is shown');
  }, page);

  await check('a lead notes practice beside paper; without the promise that no child is in it nothing is saved (004-03)', async () => {
    await lead.page.goto(duty + '/note');
    await lead.page.locator('[name="Input.Locality"]').fill(`Quay ${mark}`);
    await pick(lead.page, 'Input.State', 'Otherwise');
    await lead.page.locator('[name="Input.InPractice"]').fill('Three weeks, by phone');
    await lead.page.locator('[name="Input.Witness"]').selectOption('OurStaff');
    await lead.page.locator('[name="Input.Confidence"]').selectOption('TwoTellers');
    await pick(lead.page, 'Input.Cover', 'Nobody');
    await press(lead.page.getByRole('button', { name: /^Save/ }));
    demand(await lead.page.locator('[name="Input.InPractice"]').inputValue() === 'Three weeks, by phone', 'saved without the promise, or what was typed is lost');
    await lead.page.locator('input[type=checkbox][name="Input.NoChild"]').check({ force: true });
    await press(lead.page.getByRole('button', { name: /^Save/ }));
    demand(/Two independent tellers/.test(await lead.page.innerText('main')), 'the note is not there');
  }, lead.page);

  await check('the gap says that nobody fills it (004-04)', async () => {
    await head.page.goto('/landscape/gaps');
    const row = await head.page.locator('tr', { hasText: `Quay ${mark}` }).innerText();
    demand(/Nobody/.test(row), row);
  }, head.page);

  await check('seats in forums: an empty place and one that ends soon (004-08)', async () => {
    await page.goto('/landscape/forums');
    const text = await page.innerText('main');
    demand(/Our place is empty/.test(text) && /Ends soon/.test(text), 'neither an empty nor an ending seat');
  }, page);

  await check('work with officials is counted by office, kind and year (004-07)', async () => {
    await lead.page.goto('/landscape/officials');
    const text = await lead.page.innerText('main');
    demand(/Training: \d/.test(text) && /Information: \d/.test(text), 'no counts by kind');
    demand(await lead.page.getByRole('link', { name: String(new Date().getFullYear()) }).count() > 0, 'no year');
  }, lead.page);

  await check('community ways say what could do harm and where the formal route leads (004-21)', async () => {
    await lead.page.goto('/landscape/community');
    demand(/What could do harm/.test(await lead.page.innerText('main')), 'no word of harm');
  }, lead.page);

  await check('a name does not fit into a participation plan; the network sees no plan (004-23)', async () => {
    await lead.page.goto('/landscape/participation/edit');
    await lead.page.locator('[name="Input.Reference"]').fill('Anna Miller');
    for (const field of ['Role', 'Support', 'Format', 'Cover']) await lead.page.locator(`[name="Input.${field}"]`).fill('Something');
    await press(lead.page.getByRole('button', { name: /^Save/ }));
    demand(/Never a name/.test(await lead.page.innerText('main')), 'a name was taken');
    await page.goto('/landscape/participation');
    demand(!/LH-\d/.test(await page.innerText('main')), 'the coordinator reads a reference');
  }, page);

  await check('duties without a clause are listed (004-06)', async () => {
    await page.goto('/landscape/clauses');
    demand((await page.innerText('main')).includes(code), 'the new duty is not listed');
  }, page);

  await check('the brief prints duties, practice and gaps with their days and sources (004-05)', async () => {
    await head.page.goto(`/landscape/brief?place=${encodeURIComponent(`Quay ${mark}`)}`);
    const text = await head.page.innerText('main');
    demand(text.includes(law) && /Known on/.test(text), 'no source');
    demand(/Three weeks, by phone/.test(text) && /Two independent tellers/.test(text), 'no practice');
    demand(/Unchecked/.test(text), 'the unchecked country page does not say so');
  }, head.page);

  await check('nothing went wrong in the pages meanwhile', () => [...coord.complaints, ...lead.complaints, ...head.complaints]);
}
