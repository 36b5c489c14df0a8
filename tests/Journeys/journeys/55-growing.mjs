// Checklists of one's own and their rounds, a body examined before the first handshake, an organisation that grows by a plan, a
// community looked at in six steps, and young people who take part and may stop.
import { demand, press, same } from '../checks.mjs';
import { onPaper, send, tooWide } from '../forms.mjs';

const mark = Math.random().toString(36).slice(2, 7);
const inDays = days => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

export default async function ({ site, check, step }) {
  const bare = { javaScriptEnabled: false };
  const mara = site.someone('SafeguardingLead', 'lantern-hill');
  const coordinator = site.someone('NetworkCoordinator');
  const lead = await site.open(mara, bare);
  const coord = await site.open(coordinator, bare);
  const head = await site.open(site.someone('SeniorLeader', 'lantern-hill'), bare);
  const { page } = lead;
  let form = '', wave = '', plan = '', seen = '', taking = '', body = '';

  await step('a checklist of one’s own: a copy gets an item with a weight, a red flag and a way to check it (004-14)', async () => {
    await send(coord.page, '/instruments/forms/school-readiness', 'form[action*="handler=Copy"]', { Title: `Ready for boats ${mark}` });
    form = '/instruments/forms/' + new URL(coord.page.url()).pathname.split('/')[3];
    await coord.page.goto(form + '/edit');
    const add = await coord.page.getByRole('link', { name: 'Add an item' }).first().getAttribute('href');
    await send(coord.page, add, 'main form[method=post]', { 'Input.Text': `Is there a jacket for everybody? ${mark}`, 'Input.Kind': 'YesNo', 'Input.Weight': '2', 'Input.Polarity': 'RedFlag', 'Input.RaisedBy': 'no', 'Input.Verify': 'Count them' }, 'button[name=Act][value=save]');
    await coord.page.goto(form);
    demand((await coord.page.innerText('main')).includes(`jacket for everybody? ${mark}`), 'the item is not there');
    const json = await (await coord.page.request.get(site.url(form + '/file/json'))).text();
    demand(json.includes(`jacket for everybody? ${mark}`) && json.includes('Count them'), 'the file lacks the item');
    demand((await (await coord.page.request.get(site.url(form + '/file/csv'))).text()).includes(mark), 'the table lacks it');
    const paper = await onPaper(site, coordinator, form + '/print');
    demand(paper.wide <= 0 && paper.pressed.length === 0 && paper.pages >= 1, JSON.stringify(paper));
  }, coord.page);

  await check('a file that another tool wrote wrongly is not taken, and the line is named (004-14)', async () => {
    await coord.page.goto('/instruments/import');
    await coord.page.locator('[name=Text]').fill('{\n  "title": 4\n}');
    await press(coord.page.getByRole('button', { name: 'Take it in' }));
    demand(/Line \d+:/.test(await coord.page.innerText('main')), 'no line is named');
    demand((await coord.page.locator('[name=Text]').inputValue()).includes('"title": 4'), 'what was typed is lost');
  }, coord.page);

  await check('an organisation looks at itself: each alone, the range of raters beside what the meeting agreed, change since last year (004-19)', async () => {
    await page.goto('/instruments');
    await press(page.getByRole('link', { name: 'How strong are we? This year' }));
    wave = new URL(page.url()).pathname;
    const text = await page.innerText('main');
    demand(/agreed/i.test(text) && /range|from \d to \d|\d ?[–-] ?\d/i.test(text), 'no range beside the agreed level');
    demand(/last year|before|change|\+1/i.test(text), 'no change since last year');
  }, page);

  await step('a growth plan begins at levels agreed in a meeting; three areas at most, each with the level wanted and why (004-15)', async () => {
    await page.goto('/instruments/growth');
    plan = await page.locator('main a[href^="/instruments/growth/"]').first().getAttribute('href');
    await page.goto(plan);
    const item = await page.locator('select[name="Input.Item"] option[value]:not([value=""])').first().getAttribute('value');
    await send(page, plan, 'main form:has([name="Input.Item"])', { 'Input.Item': item, 'Input.Wanted': '3', 'Input.WantedBy': inDays(300), 'Input.Why': `It is asked of us ${mark}`, 'Input.CourseTitle': 'Minutes that help', 'Input.CourseLink': 'https://courses.harbour.example/minutes' });
    await page.goto(plan);
    demand((await page.innerText('main')).includes(`It is asked of us ${mark}`), 'the area is not there');
    same(await page.locator('select[name="Input.Item"]').count(), 0, 'a fourth area is offered');
  }, page);

  await check('a step is planned, help is counted in hours, a done step says what came of it (004-15)', async () => {
    const area = await page.locator('main a[href*="/areas/"]').last().getAttribute('href');
    await send(page, area, 'form[action*="handler=Step"]', { 'Step.What': `Ask the archivist ${mark}`, 'Step.Who': 'Mara', 'Step.DueOn': inDays(20) });
    await send(page, area, 'form[action*="handler=Support"]', { 'Support.Giver': 'City archive', 'Support.Help': `An afternoon ${mark}`, 'Support.Hours': '2.5', 'Support.GivenOn': inDays(-1) });
    demand(/2\.5/.test(await page.innerText('main')), 'hours');
    await page.goto(area);
    const done = page.locator('main details', { hasText: `Ask the archivist ${mark}` });
    const field = await done.locator('[name^="R["]').getAttribute('name');
    await send(page, area, `form:has([name="${field}"])`, { [field]: `Two shelves ${mark}` });
    demand((await page.innerText('main')).includes(`Two shelves ${mark}`), 'what came of it');
  }, page);

  await check('next year’s level stands beside this year’s in the plan of last year (004-15)', async () => {
    await page.goto('/instruments/growth');
    await page.goto(await page.locator('main a[href^="/instruments/growth/"]').last().getAttribute('href'));
    const text = await page.innerText('main');
    demand(/In the next round/.test(text) && /Reached|Not reached yet/.test(text), 'no next level');
  }, page);

  await step('a body is put forward, answered, submitted; who proposed it does not decide (004-13)', async () => {
    await send(page, '/instruments/bodies/new', 'main form[method=post]', { Name: `Harbour Aid ${mark}`, Kind: await kind(page), Country: 'PT', Contact: 'Rui, office' });
    body = new URL(page.url()).pathname;
    same(await page.locator('main a[href*="/sections/"]').count(), 9, 'sections');
    demand(await page.locator('form[action*="handler=Conclude"]').count() === 0, 'the proposer may decide');
    await page.goto(body);
    await press(page.getByRole('button', { name: 'Submit the file' }));
    demand(/answer|missing|section/i.test(await page.locator('[role=alert], .cw-errors').allInnerTexts().then(t => t.join(' '))), 'an empty file was submitted');
  }, page);

  await check('the gate of a body is closed without a live conclusion, and an expired one closes it again (004-13)', async () => {
    await coord.page.goto('/instruments/bodies');
    const text = await coord.page.innerText('main');
    demand(text.includes(`Harbour Aid ${mark}`) && /Closed|Not ready|No conclusion|closed/i.test(text), 'the new body has an open gate');
    demand(/run out|expired/i.test(text), 'no conclusion has run out');
  }, coord.page);

  await step('a community is looked at in six steps, each saved and taken up again (004-20)', async () => {
    await send(page, '/landscape/assessments/new', 'main form[method=post]', { 'Input.Area': `Net lofts ${mark}`, 'Input.Purpose': 'A second counsellor', 'Input.People': '800', 'Input.CountedBy': 'Census of 2021', 'Input.Languages': 'English, Tamil' });
    seen = '/landscape/assessments/' + page.url().match(/[0-9a-f-]{36}/)[0];
    await keep(2, { 'Together.Alone': 'false', 'Together.Partners': 'The net menders', 'Together.WhoDoesWhat': 'They walk, we write' });
    await keep(3, { 'Collect.Services': 'A clinic on Tuesdays', 'Collect.Barriers': 'Opening hours', 'Collect.HeardTo11': '12', 'Collect.NoChild': 'true' });
    await page.goto(seen);
    demand(/No asset is named/.test(await page.innerText('main')), 'it does not ask for what is strong');
    await part(3, 'Asset', { 'Asset.Text': `The evening table ${mark}` });
    await part(3, 'Need', { 'Need.Text': `Light on the stairs ${mark}`, 'Need.Grade': 'TwoTellers' });
    await part(3, 'Voice', { 'Voice.Text': 'Net menders', 'Voice.Count': '7', 'Voice.How': 'In a walk' });
    await keep(4, { 'Findings.Findings': `Strong evenings, dark stairs ${mark}`, 'Findings.NoChild': 'true' });
    await part(5, 'Deed', { 'Deed.Text': `Lamps ${mark}`, 'Deed.How': 'The harbour office', 'Deed.DueOn': inDays(60) });
    await keep(5, { 'Priorities.Priorities': 'The table carries the lamps' });
    await page.goto(seen);
    demand(/incomplete/.test(await page.innerText('main')), 'without a day for giving back it is complete');
    await keep(5, { 'Priorities.Priorities': 'The table carries the lamps', 'Priorities.GiveBackOn': inDays(0), 'Priorities.GiveBackForm': 'An evening' });
  }, page);

  await check('assets stand beside needs; children are numbers, and small ones are not printed (004-20)', async () => {
    await page.goto(seen);
    const text = await page.innerText('main');
    demand(text.includes(`The evening table ${mark}`) && text.includes(`Light on the stairs ${mark}`) && /7 people/.test(text) && /12/.test(text), 'assets, needs, voices, numbers');
    const paper = await onPaper(site, mara, seen + '/print');
    demand(paper.wide <= 0 && paper.pressed.length === 0 && paper.pages <= 3, JSON.stringify(paper));
  }, page);

  await check('given back to the people on a day, with what they said; then it is finished and stays (004-20)', async () => {
    await keep(6, { 'Giving.GivenBackOn': inDays(0), 'Giving.TheySaid': `You forgot the dogs ${mark}`, 'Giving.NextOn': inDays(365) });
    await send(page, seen, 'form[action*="handler=Finish"]', {});
    const text = await page.innerText('main');
    demand(/Finished/.test(text) && text.includes(`You forgot the dogs ${mark}`), 'it is not finished');
    await page.goto(seen + '/steps/4');
    same(new URL(page.url()).pathname + (await page.locator('main form').count()), seen + '0', 'a step of a finished one');
  }, page);

  await step('a young person takes part: reference, support, consent and yes with their days, cover (004-23)', async () => {
    await send(page, '/landscape/participation/edit', 'main form[method=post]', {
      'Input.Reference': 'LH-399', 'Input.Role': `The stairs group ${mark}`, 'Input.Support': 'A quiet seat', 'Input.Format': 'Pictures', 'Input.Cover': 'The counsellor, the whole time',
      'Input.ConsentOn': inDays(-9), 'Input.AssentOn': inDays(-8), 'Input.AssentHow': 'With the yes card', 'Input.BeginsOn': inDays(-7),
    });
    await page.goto('/landscape/participation');
    await press(page.getByRole('link', { name: 'LH-399' }));
    taking = new URL(page.url()).pathname;
    demand(/Running/.test(await page.innerText('main')) && /With the yes card/.test(await page.innerText('main')), 'it does not run');
  }, page);

  await check('what changed because of them and how they were told; one press ends it, no reason asked (004-23)', async () => {
    await send(page, taking, 'form[action*="handler=Feedback"]', { 'Input.Changed': `The stairs have lamps ${mark}`, 'Input.FeedbackOn': inDays(-1), 'Input.FeedbackHow': 'A page with pictures' });
    demand((await page.innerText('main')).includes(`The stairs have lamps ${mark}`), 'what changed');
    await send(page, taking, 'form[action*="handler=Stop"]', {});
    demand(/Stopped/.test(await page.innerText('main')), 'it goes on');
    same((await coord.page.request.get(site.url(taking))).status(), 404, 'the network reads the plan');
  }, page);

  await check('no page of these scrolls sideways at 375 px, without script, from left or right (004-15, 004-20, 004-23)', async () => {
    const area = await areaOf(page, plan);
    const pages = ['/instruments', form, '/instruments/growth', plan, plan + '/print', area, wave, '/instruments/bodies', body, '/landscape/assessments', seen, seen + '/print', '/landscape/assessments/new', '/landscape/participation', taking, '/landscape/participation/edit'];
    return [...await tooWide(site, mara, pages), ...await tooWide(site, mara, pages, { language: 'ar' })];
  }, page);

  await check('nothing went wrong in the pages meanwhile', () => [...lead.complaints, ...coord.complaints, ...head.complaints]);

  async function keep(number, fields) {
    await send(page, `${seen}/steps/${number}`, 'main form:has([name="Version"]):not([action*="handler="])', fields);
  }

  async function part(number, name, fields) {
    await send(page, `${seen}/steps/${number}`, `form[action*="handler=${name}"]`, fields);
  }
}

async function kind(page) {
  await page.goto('/instruments/bodies/new');
  return page.locator('select[name=Kind] option[value]:not([value=""])').first().getAttribute('value');
}

async function areaOf(page, plan) {
  await page.goto(plan);
  return page.locator('main a[href*="/areas/"]').first().getAttribute('href');
}
