// The directory as a new user meets it, one capability after the other, from an empty form to what other schools see.
import { demand, pick, press, same, until } from '../checks.mjs';

const mark = Math.random().toString(36).slice(2, 7);
const name = `Ottoline Fenwick${mark}`;
const day = days => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

export default async function ({ site, check, step }) {
  const lead = await site.open(site.someone('SafeguardingLead', 'lantern-hill'));
  const peer = await site.open(site.someone('SafeguardingLead', 'north-quay'));
  const page = lead.page;
  let listing = '';
  let entry = '';

  await step('somebody new stands in our list after one form (002-22, 002-11, 002-13, 000-02, 000-03, 004-09)', async () => {
    await page.goto('/directory/listings/edit');
    await unfold(page);
    await type(page, { 'Typed[PersonName]': name, 'Typed[Profession]': 'Child psychologist', 'Typed[Organisation]': `Quayside Rooms ${mark}`, 'Typed[Phone]': '555 0190', 'Typed[Email]': `ottoline.${mark}@quayside.example`, 'Typed[Area]': 'Old Port' });
    await type(page, { 'Places[0].WorksAt': `Quayside Rooms ${mark}`, 'Places[0].PaidBy': `City Health ${mark}`, 'Places[0].Days': 'Mon, Wed' });
    await type(page, { 'Typed[Languages]': 'Swedish native, Thai fluent', 'Typed[Cultures]': 'Thai families', 'Typed[Ages]': '6-16', 'Typed[Delivery]': 'visits school', 'Typed[LeavesOn]': day(60), 'Typed[Successor]': 'Dr Shreya Venkataraman' });
    await type(page, { 'Typed[HelpOffered]': 'Fear of school, sleep', 'Typed[Fee]': '90 an hour', 'Typed[WaitingTime]': '3 weeks' });
    await pick(page, 'Families', 'HealthCare');
    await pick(page, 'Concern', 'health.anxiety');
    await pick(page, 'Stage', 'AfterCare');
    await page.locator('select[name=Stability]').selectOption({ index: 2 });
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.waitForURL(/\/directory\/listings\/[0-9a-f-]{36}/);
    listing = new URL(page.url()).pathname;
    demand((await page.innerText('main')).includes(name), 'the listing does not say the name');
  }, page);

  await check('unknown facts show as unknown, not as blank (002-22)', async () => {
    demand(/not known|unknown|nobody (has )?said/i.test(await page.innerText('main')), 'no word for what is not known');
  }, page);

  await step('shared with the network, it becomes an entry that keeps who said what (000-05, 000-12)', async () => {
    await page.goto(listing + '/sharing');
    await pick(page, 'Sharing', 'Network');
    await press(page.getByRole('button', { name: 'Save', exact: true }));
    // What is joined meanwhile stands in another entry a moment later, so its way is asked for anew each time.
    await until(async () => {
      await page.goto(listing);
      entry = await page.getByRole('link', { name: 'As the network sees it' }).getAttribute('href', { timeout: 500 }).catch(() => null);
      if (entry === null || (await page.goto(entry)).status() !== 200) return false;
      const text = await page.innerText('main');
      return text.includes(name) && text.includes('Lantern Hill');
    });
  }, page);

  await check('every change of sharing is in the history (000-05)', async () => {
    await page.goto(listing + '/history');
    demand(/shared/i.test(await page.innerText('main')), 'no line about sharing');
  }, page);

  for (const [how, query] of [
    ['by language and culture together (000-03)', 'language=tha&culture=Thai'],
    ['by kind of delivery (000-01)', 'language=tha&delivery=Visiting'],
    ['by stage of help (004-09)', 'language=tha&stage=AfterCare'],
    ['by concern and family (004-11, 002-13)', 'language=tha&concern=health.anxiety&family=HealthCare'],
    ['through the body that pays (002-11)', 'q=' + encodeURIComponent(`City Health ${mark}`)],
    ['through the place of work (002-11)', 'q=' + encodeURIComponent(`Quayside Rooms ${mark}`)],
  ]) {
    await check(`another school finds it ${how}`, async () => {
      await until(async () => {
        await peer.page.goto('/find-help?' + query);
        return (await peer.page.innerText('main')).includes(name);
      });
    }, peer.page);
  }

  await check('a claim about a culture is labelled until a school confirms it (000-03)', async () => {
    await peer.page.goto(entry);
    demand(/own words|not confirmed|self-declared|says so/i.test(await peer.page.innerText('main')), 'the claim has no label');
    await press(peer.page.getByRole('button', { name: /We can confirm it/ }).first());
    demand(/confirmed by[^]*North Quay/i.test(await peer.page.innerText('main')), 'the confirmation does not name the school');
  }, peer.page);

  await check('who leaves within 90 days is marked, with successor and what would be missing (000-02)', async () => {
    await peer.page.goto(entry);
    demand(/leav/i.test(await peer.page.innerText('main')), 'the entry does not say that they leave');
    demand((await peer.page.innerText('main')).includes('Venkataraman'), 'no successor');
    await peer.page.goto('/directory/departures');
    demand((await peer.page.innerText('main')).includes(name), 'not among the departures');
  }, peer.page);

  await check('a tie is recorded and was not there a year ago (000-07)', async () => {
    await page.goto(entry + '/tie');
    await page.locator('select[name=Post]').selectOption({ index: 1 });
    await pick(page, 'Strength', 'WorkedWith');
    await page.locator('[name=Since]').fill(day(-30));
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.waitForURL(u => !u.pathname.endsWith('/tie'));
    await page.goto('/directory/ties');
    demand((await page.innerText('main')).includes(name), 'not on the map of ties');
    await page.goto('/directory/ties?on=' + day(-365));
    demand(!(await page.innerText('main')).includes(name), 'on the map before it began');
  }, page);

  await check('a visit is logged with day and people (002-15)', async () => {
    await page.goto(entry + '/visits');
    await pick(page, 'Kind', 'WeVisited');
    await page.locator('[name=People]').fill('Two of our form tutors');
    await press(page.getByRole('button', { name: 'Save', exact: true }));
    demand(await page.locator('.cw-error, [aria-invalid=true]').count() === 0, await page.innerText('main'));
    await page.goto(entry + '/visits');
    demand((await page.innerText('main')).includes('Two of our form tutors'), 'the visit is not there');
  }, page);

  await check('another school suggests an edit, the owner accepts it, the entry says it (002-04)', async () => {
    await peer.page.goto(entry + '/suggest');
    await peer.page.locator('select[name=Field]').selectOption('Phone');
    await peer.page.locator('[name=Text]').fill('555 0191');
    await peer.page.getByRole('button', { name: 'Suggest it' }).click();
    await peer.page.waitForURL(u => !u.pathname.endsWith('/suggest'));
    await page.goto('/directory/suggestions');
    const item = page.locator('main li, main article, main tr, main section').filter({ hasText: name }).last();
    await press(item.getByRole('button', { name: /accept|take it over|take over/i }).first());
    await until(async () => {
      await peer.page.goto(entry);
      return (await peer.page.innerText('main')).includes('0191');
    });
  }, page);

  await check('one tap of its verifier counts for all schools (000-04)', async () => {
    // The list shows only so many at a time, so what was answered is counted, not what is left.
    const answered = async () => Number((await page.goto('/directory/check/mine'), await page.innerText('main')).match(/Answered:\s*(\d+)/)[1]);
    const before = await answered();
    await press(page.locator('button[name=right]').first());
    same(await answered(), before + 1, 'entries answered');
  }, page);

  await check('an informal group needs neither address nor registration, and its kind is a filter (002-03)', async () => {
    await page.goto('/directory/listings/edit');
    await unfold(page);
    await type(page, { 'Typed[Organisation]': `Thursday Tea ${mark}`, 'Typed[Languages]': 'Thai' });
    await page.locator('select[name=BodyKind]').selectOption({ label: 'Informal group' });
    await pick(page, 'Families', 'CommunityDevelopment');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.waitForURL(/\/directory\/listings\/[0-9a-f-]{36}/);
    await page.goto(new URL(page.url()).pathname + '/sharing');
    await pick(page, 'Sharing', 'Network');
    await press(page.getByRole('button', { name: 'Save', exact: true }));
    await until(async () => {
      await peer.page.goto('/find-help?language=tha&body=InformalGroup');
      return (await peer.page.innerText('main')).includes(`Thursday Tea ${mark}`);
    });
  }, page);

  await check('each cell of the coverage opens its entries, an empty one says so (002-02, 004-09)', async () => {
    await page.goto('/directory/coverage?by=stage');
    demand(/none/.test(await page.locator('main table').first().innerText()), 'no empty cell is named');
    const cell = page.locator('main table').first().locator('td a').first();
    const count = Number((await cell.innerText()).match(/\d+/)[0]);
    await press(cell);
    demand(await page.locator('main a[href^="/directory/entries/"]').count() >= Math.min(count, 1), 'the cell opens nothing');
  }, page);

  await check('another country changes words, never data (002-09)', async () => {
    await page.goto('/directory/titles');
    const before = await page.innerText('main table >> nth=0');
    await page.locator('select[name=Code]').selectOption({ index: 2 });
    await press(page.getByRole('button', { name: 'Choose' }));
    await page.goto('/directory/titles');
    demand(await page.innerText('main table >> nth=0') !== before, 'the words stayed');
    await page.goto(entry);
    demand((await page.innerText('main')).includes('Child psychologist'), 'the data changed');
    await page.goto('/directory/titles');
    await page.locator('select[name=Code]').selectOption({ index: 0 });
    await press(page.getByRole('button', { name: 'Choose' }));
  }, page);

  await check('the school says which role helps with which concern, and what is uncovered (002-10)', async () => {
    await page.goto('/directory/who-helps/edit');
    const boxes = page.locator('main input[type=checkbox][name^="Links["]');
    const first = await boxes.first().getAttribute('name');
    const group = page.locator(`main input[type=checkbox][name="${first}"]`);
    const was = await group.evaluateAll(all => all.map(b => b.checked));
    for (let i = 0; i < was.length; i++) await group.nth(i).setChecked(false, { force: true });
    await press(page.getByRole('button', { name: /Save/ }).first());
    await page.goto('/directory/who-helps');
    demand(/not covered/.test(await page.innerText('main')), 'nothing is called uncovered');
    await page.goto('/directory/who-helps/edit');
    for (let i = 0; i < was.length; i++) await group.nth(i).setChecked(was[i], { force: true });
    await press(page.getByRole('button', { name: /Save/ }).first());
  }, page);

  await check('a colleague without a phone is not published, with one they are (002-21)', async () => {
    await page.goto('/directory/listings/edit?place=Inside');
    await unfold(page);
    await type(page, { 'Typed[PersonName]': `Inside Person${mark}`, 'Typed[Email]': `inside.${mark}@lanternhill.example`, 'Typed[HelpOffered]': 'Somebody to talk to' });
    await press(page.getByRole('button', { name: 'Save and publish in our school' }));
    demand(/Write a phone/.test(await page.innerText('main')), 'it was published without a phone');
    demand(await page.locator('[name="Typed[PersonName]"]').inputValue() === `Inside Person${mark}`, 'what was typed is lost');
    await type(page, { 'Typed[Phone]': '555 0199' });
    await page.getByRole('button', { name: 'Save and publish in our school' }).click();
    await page.waitForURL(/\/directory\/listings/);
    demand((await page.innerText('main')).includes(`Inside Person${mark}`), 'it is not there');
  }, page);

  await check('the list inside the school fits one printed page (002-21)', async () => {
    await page.goto('/directory/print/inside');
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    const pages = Math.max(...[...pdf.matchAll(/\/Count (\d+)/g)].map(m => Number(m[1])));
    demand(pages === 1, `${pages} pages`);
  }, page);

  await check('what nobody offers can be asked of the network in the same words (004-11)', async () => {
    await page.goto('/network/offers/new?kind=Ask&need=health.eating');
    await page.locator('[name=Topic]').fill(`Somebody for eating ${mark}`);
    await page.locator('[name=Amount]').fill('One hour');
    await press(page.getByRole('button', { name: 'Show it to the members' }));
    await peer.page.goto('/directory/coverage');
    const line = peer.page.locator('main tr').filter({ hasText: 'Eating' }).filter({ has: peer.page.locator('a[href*="/network/offers?need=health.eating"]') });
    demand(await line.count() > 0, 'the gap does not lead to the ask');
    await press(line.first().locator('a[href*="/network/offers"]'));
    demand((await peer.page.innerText('main')).includes(`Somebody for eating ${mark}`), 'the ask is not found by its need');
  }, page);

  await check('nothing went wrong in the pages meanwhile', () => [...lead.complaints, ...peer.complaints]);
}

async function type(page, fields) {
  for (const [field, text] of Object.entries(fields)) await page.locator(`[name="${field}"]`).first().fill(text);
}

/** Opens every folded part of a form. */
async function unfold(page) {
  await page.locator('main details:not([open])').evaluateAll(all => { for (const d of all) d.open = true; });
}
