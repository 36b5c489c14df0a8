// Partnerships looked at again: a full review by five lenses with a school that has only a link and a peer who has only a link,
// from the focus to the conclusion and its readers; and a light review of two schools of the network.
import { demand, press, same } from '../checks.mjs';
import { mailLink, onPaper, partnership, send, tooWide, unreadable } from '../forms.mjs';

const mark = Math.random().toString(36).slice(2, 7);
const lenses = ['Purpose', 'Aims', 'Leadership', 'Boundaries', 'Setting'];
const ours = `We lead together ${mark}`;
const theirs = `They lead and we translate ${mark}`;
const noted = `Nobody counts her evenings ${mark}`;

export default async function ({ site, check, step }) {
  const bare = { javaScriptEnabled: false };
  const mara = site.someone('SafeguardingLead', 'lantern-hill');
  const lead = await site.open(mara);
  const head = await site.open(site.someone('SeniorLeader', 'lantern-hill'), bare);
  const coord = await site.open(site.someone('NetworkCoordinator'));
  const partner = await site.open(null, bare);
  const { page } = lead;
  let here = '', link = '', at = '', peerLink = '';
  const there = (form, fields, button) => send(partner.page, link + '/review', form, fields, button);

  await step('a full review opens with a focus, a day, and the promise that nobody reads the other first (003-10)', async () => {
    ({ here, link } = await partnership(site, page, { title: `Looked at again ${mark}`, mark }));
    await send(page, here + '/reviews', 'main form[method=post]', { Kind: 'Full', Focus: `Is the work shared? ${mark}` });
    at = await page.goto(here + '/reviews').then(() => page.locator(`main a[href*="${here}/reviews/"]`).first().getAttribute('href'));
    await page.goto(at);
    demand(/Each side answers alone/.test(await page.innerText('main')), 'no word that each answers alone');
    link = (await mailLink(site, `far.${mark}@kelong.example`, link)).replace(/\/review$/, '');
  }, page);

  await step('without script: the other side agrees to the focus by its link, a peer from outside is asked by mail (003-10)', async () => {
    await there('form[action*="handler=Agree"]', {});
    await send(page, at, 'form[action*="handler=Peer"]', { Name: 'Solveig Aune', From: 'Fjord Coast School', Mail: `peer.${mark}@fjord.example` });
    peerLink = await mailLink(site, `peer.${mark}@fjord.example`);
  }, page);

  await step('each answers alone: what one has handed in is nowhere on the other’s pages (003-10, 003-11)', async () => {
    await send(page, at + '/answers', 'main form:has([name="Form.Statement[Purpose]"])', answers(ours, '4.0', true), 'button[name=HandIn][value=true]');
    for (const part of ['', '/review', '/review/answers']) demand(!(await (await partner.page.request.get(link + part)).text()).includes(ours), `the partner reads us at ${part}`);
    await send(partner.page, link + '/review/answers', 'form', answers(theirs, '2.0', true), 'button[name=HandIn][value=false]');
    await send(partner.page, peerLink, 'form', Object.fromEntries(lenses.map(l => [`Text[${l}]`, `${noted} ${l}`])), 'button[name=HandIn][value=true]');
    for (const part of ['', '/answers', '/findings', '/print']) {
      const text = await (await page.request.get(site.url(at + part))).text();
      demand(!text.includes(theirs) && !text.includes(noted), `we read them at ${part}`);
    }

    await send(partner.page, link + '/review/answers', 'form', {}, 'button[name=HandIn][value=true]');
  }, page);

  await check('what a link opens stays within 375 px, from left and right, and axe finds nothing by day and in the dark (003-10)', async () => {
    const links = [link, link + '/review', link + '/review/answers', peerLink];
    for (const fault of await unreadable(site, null, links)) throw new Error(fault);
    return [...await tooWide(site, null, links), ...await tooWide(site, null, links, { language: 'ar' })];
  }, partner.page);

  await check('then all stands side by side for both: what is far apart first, a radar with a table beside, the peer’s notes (003-10, 003-11)', async () => {
    await page.goto(at);
    const text = await page.innerText('main');
    for (const words of [ours, theirs, noted, 'spread 2.0, mean 3.0', 'Far apart']) demand(text.includes(words), `no ${words}`);
    same(await page.locator('main figure svg path, main figure svg polygon').count() >= 2, true, 'two shapes in the radar');
    same(await page.locator('main table').first().locator('tbody tr').count(), 5, 'lenses in the table');
    await partner.page.goto(link + '/review');
    const far = await partner.page.innerText('main');
    demand(far.includes(ours) && far.includes(noted) && /spread 2\.0/.test(far), 'the partner does not read it by its link');
  }, page);

  await check('each lens stands beside what the records say: aims, who leads and how many may leave, what the agreement says, what else runs (003-12, 003-13, 003-14, 003-15)', async () => {
    await page.goto(at);
    const text = await page.innerText('main');
    for (const words of [/There is no plan|Aims of the plan/, /How the owners came to it/, /If somebody leaves/, /There is none\./, /Other partnerships|other partnerships/]) demand(words.test(text), `${words} is not told`);
    demand(!/\d{4}-\d{2}-\d{2}/.test(text), 'a day is written as machines write it');
  }, page);

  await check('both mark how alike their statements are and whether the need is still there (003-11)', async () => {
    await send(page, at, 'form[action*="handler=Mark"]', { Alike: 'Different', Need: 'Yes' });
    await there('form[action*="handler=Mark"]', { Alike: 'Near', Need: 'Fading' });
    await page.goto(at);
    const text = await page.innerText('main');
    demand(/Different · Yes, it is still there/.test(text) && /Near to each other · It fades/.test(text), 'the marks do not stand beside each other');
  }, page);

  await check('a finding ends as an action in somebody’s list, a decision, or “no action because”; without an end nothing is concluded (003-17)', async () => {
    await page.goto(at + '/findings');
    const owner = await page.locator('select[name=Owner] option[value]:not([value=""])').first().getAttribute('value');
    for (const [lens, end] of [['Leadership', { End: 'Action', Holder: owner, DueOn: '2098-01-15' }], ['Boundaries', { End: 'Decision' }], ['Setting', { End: 'NoAction' }]]) {
      await send(page, at + '/findings', 'main form:has([name=Lens])', { Lens: lens, Text: `Found ${lens} ${mark}`, Owner: owner });
      await page.goto(at + '/conclusion');
      demand(/end of each finding/.test(await page.innerText('main')), 'an open finding is not missing');
      await page.goto(at + '/findings');
      const open = await page.getByRole('link', { name: 'Say what comes of it' }).first().getAttribute('href');
      await send(page, open, 'main form[action*="handler=End"]', { ...end, EndText: `Ends ${lens} ${mark}` });
    }

    await page.goto(here + '/contacts');
    demand((await page.innerText('main')).includes(`Ends Leadership ${mark}`), 'the action is not in the log of actions');
  }, page);

  await check('conclusion: sponsors sign, one side puts it forward, the other agrees by link to the same words (001-15, 001-31, 003-10)', async () => {
    await page.goto(at + '/conclusion');
    demand(/signature of the sponsor/.test(await page.innerText('main')), 'no sponsor is asked');
    const where = await page.getByRole('link', { name: /signature of the sponsor/ }).first().getAttribute('href');
    for (const Side of ['1', '2']) await send(page, where, 'main form:has([name=StandsBehind])', { Side, StandsBehind: 'true', Evidence: 'Said so in the talk' });

    await send(page, at + '/conclusion', 'main form:has([name=Words])', { Outcome: 'Renew', RenewTo: '2099-12-01', NextOn: '2098-12-01', Words: `We go on ${mark}` });
    await page.goto(at + '/conclusion');
    demand(/Not yet/.test(await page.innerText('main')), 'one side alone concluded it');
    await there('form[action*="handler=Conclude"]', {});
    await page.goto(at + '/conclusion');
    const text = await page.innerText('main');
    demand(/1 December 2099/.test(text) && text.includes(`We go on ${mark}`), 'it is not renewed');
    await page.goto(here);
    demand(/1 December 2099/.test(await page.innerText('main')), 'the horizon stayed');
  }, page);

  await check('a reader needs the yes of both sides; one no keeps the report shut (003-17)', async () => {
    await page.goto(at + '/readers');
    const name = site.someone('NetworkCoordinator').name;
    const person = await page.locator('select[name=Person] option', { hasText: name }).first().getAttribute('value');
    await send(page, at + '/readers', 'main form:has([name=Why])', { Person: person, Why: 'To show what a review looks like' });
    const report = '/partnerships/reports/' + at.split('/').pop();
    same((await coord.page.request.get(site.url(report))).status(), 404, 'the report before the other side said yes');
    await there('form[action*="handler=Reader"]', {}, 'button[name=Yes][value=true]');
    await coord.page.goto('/partnerships/reports');
    await press(coord.page.getByRole('link', { name: `Looked at again ${mark}` }));
    demand((await coord.page.innerText('main')).includes(`Found Leadership ${mark}`), 'the reader does not read it');
    await send(page, at + '/readers', 'main form:has([name=Why])', { Name: 'Coastal Board', From: 'Coastal Board', Why: 'For a visit' });
    await there('form[action*="handler=Reader"]', { Reason: 'It was written for us' }, 'button[name=Yes][value=false]');
    await page.goto(at + '/readers');
    demand(/Refused[^]*It was written for us/.test(await page.innerText('main')), 'the refusal is not on record');
  }, page);

  await check('a light review of two members: five questions, one answers after the other, without script (003-10)', async () => {
    const other = await site.open(site.someone('SafeguardingLead', 'vieux-port'), bare);
    await other.page.goto('/partnerships');
    const shelf = await other.page.getByRole('link', { name: 'Two libraries, one shelf' }).getAttribute('href');
    await other.page.goto(shelf + '/reviews');
    const light = await other.page.locator(`main a[href*="${shelf}/reviews/"]`).first().getAttribute('href');
    demand(!(await (await other.page.request.get(site.url(light))).text()).includes('hangs on one librarian'), 'the other school reads ours first');
    await send(other.page, light + '/answers', 'main form:has([name="Form.Statement[Purpose]"])', answers(`Because of the rain ${mark}`, '3.0', false), 'button[name=HandIn][value=true]');
    await other.page.goto(light);
    const text = await other.page.innerText('main');
    demand(text.includes('hangs on one librarian') && text.includes(`Because of the rain ${mark}`), 'they do not stand side by side');
    demand(!/Peers from outside/.test(text), 'a light review asks for a peer');
    await other.context.close();
  }, page);

  await check('the report is read on paper; no page of a review scrolls sideways at 375 px, without script, from left or right (003-10)', async () => {
    const paper = await onPaper(site, mara, at + '/print');
    demand(paper.wide <= 0 && paper.pressed.length === 0 && paper.pages <= 8, JSON.stringify(paper));
    const pages = [here + '/reviews', at, ...['/answers', '/findings', '/conclusion', '/readers', '/print'].map(p => at + p), here + '/sponsors', '/partnerships/reports'];
    return [...await tooWide(site, mara, pages), ...await tooWide(site, mara, pages, { language: 'ar' })];
  }, page);

  await check('nothing went wrong in the pages meanwhile', () => [...lead.complaints, ...head.complaints, ...coord.complaints, ...partner.complaints]);
}

function answers(words, rating, full) {
  const fields = {};
  for (const lens of lenses) {
    fields[`Form.Statement[${lens}]`] = `${words} ${lens}`;
    if (full) fields[`Form.Proof[${lens}]`] = 'Minutes of the talks';
    fields[`Form.Rating[${lens}]`] = rating;
  }

  return { ...fields, 'Form.Received': 'A second view', 'Form.Felt': '3' };
}
