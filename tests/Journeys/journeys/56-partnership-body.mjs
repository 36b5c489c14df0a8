// A school and a body that has no account: an association eight hours away. It is examined, and decided on by somebody else,
// before anything may begin; the body itself does all it does by its links, without script.
import { demand, press, same } from '../checks.mjs';
import { mailLink, send } from '../forms.mjs';

const mark = Math.random().toString(36).slice(2, 7);
const name = `Tide Kitchen ${mark}`;
const address = `kitchen.${mark}@kelong.example`;
const signerMail = `chair.${mark}@kelong.example`;

export default async function ({ site, check, step }) {
  const lead = await site.open(site.someone('SafeguardingLead', 'lantern-hill'));
  const head = await site.open(site.someone('SeniorLeader', 'lantern-hill'));
  const coord = await site.open(site.someone('NetworkCoordinator'));
  const body = await site.open(null, { javaScriptEnabled: false });
  const { page } = lead;
  let file = '', here = '', link = '';
  const at = (path, form, fields, button) => send(page, here + path, form, fields, button);
  const there = (path, form, fields, button) => send(body.page, link + path, form, fields, button);

  await step('a body is put forward and looked at in nine sections; who put it forward does not decide (004-13)', async () => {
    await send(page, '/instruments/bodies/new', 'main form[method=post]', { Name: name, Kind: 'Ngo', Country: 'SG', Contact: 'Farah Idris, kitchen' });
    file = new URL(page.url()).pathname;
    const sections = await page.locator('main a[href*="/sections/"]').evaluateAll(all => all.map(a => new URL(a.href).pathname));
    same(sections.length, 9, 'sections');
    for (const section of sections) await answerFirst(page, section);
    await page.goto(file);
    await press(page.getByRole('button', { name: 'Submit the file' }));
    same(await page.locator('form[action*="handler=Conclude"]').count(), 0, 'ways to decide for the proposer');
  }, page);

  await step('a partnership with it begins; it gets a link and needs no account (001-07, 001-20)', async () => {
    await page.goto('/partnerships/new');
    const examined = await page.locator('[name="Outside.ExaminedBody"] option', { hasText: name }).getAttribute('value');
    await send(page, '/partnerships/new', 'main form[method=post]', {
      Title: `A warm meal ${mark}`, Driver: 'Pupils asked who cooks for whom.', Formality: 'Signed', 'Outside.Name': name, 'Outside.Kind': 'Ngo',
      'Outside.Zone': 'Asia/Singapore', 'Outside.ContactName': 'Farah Idris', 'Outside.ContactMail': address, 'Outside.ExaminedBody': examined,
    });
    here = '/partnerships/' + page.url().match(/[0-9a-f-]{36}/)[0];
    link = await mailLink(site, address);
    await body.page.goto(link);
    demand((await body.page.innerText('main')).includes(`A warm meal ${mark}`), 'the body does not find it behind its link');
    await at('/basics', 'main form[method=post]', { Purpose: 'Pupils cook with neighbours.', ReviewOn: '2099-06-01' });
    for (const n of [0, 1]) await at('/parties', `main form[action*="handler=Sponsor"] >> nth=${n}`, { SponsorName: `Leader ${n}`, SponsorCapacity: 'Chair' });
    await page.goto(here + '/parties');
    const owners = await page.locator('main form[action*="handler=Owner"] select[name=Person] option[value]:not([value=""])').evaluateAll(all => all.slice(0, 2).map(o => o.value));
    for (const owner of owners) await at('/parties', 'main form[action*="handler=Owner"]:has([name=Person])', { Person: owner });
    await at('/parties', 'main form[action*="handler=Owner"]:has([name=OwnerName])', { OwnerName: 'Farah Idris', OwnerTitle: 'Cook' });
  }, page);

  await step('each writes alone what it wants, then both stand side by side for the body, too (001-02)', async () => {
    const sheet = want => ({ 'Answers[want]': want, 'Answers[field]': 'lessons', 'Answers[give]': 'Two hours a week', 'Answers[length]': 'year' });
    await there('/sheet', 'main form[method=post]', sheet(`Hands on Fridays ${mark}`), 'button[name=HandIn][value=true]');
    demand(!(await (await page.request.get(site.url(here + '/sheets'))).text()).includes(`Hands on Fridays ${mark}`), 'the school reads the body first');
    await at('/sheet', 'main form[method=post]', sheet(`A kitchen to learn in ${mark}`), 'button[name=HandIn][value=true]');
    await body.page.goto(link + '/compare');
    demand((await body.page.innerText('main')).includes(`A kitchen to learn in ${mark}`), 'the body does not read the school');
  }, page);

  await step('a plan, confirmed by the school on its page and by the body by its link (001-01, 001-09)', async () => {
    await at('/plan', 'form[action*=Begin]', {});
    const lines = {
      Aims: { aim: 'compare', evidence: 'work' }, Activities: { what: 'Soup for eighty', 'learning.1': 'Measures, year 7', 'learning.2': 'Young hands' }, Milestones: { what: 'First soup', on: '2099-03-03' },
      Roles: { task: 'Shopping', responsible: 'Mara', backup: 'Ilse' }, Talk: { channel: 'Mail', reply: '3' }, Tools: { tool: 'Telephone', use: 'fallback' },
    };
    for (const [part, cells] of Object.entries(lines)) {
      await at(`/plan/${part}`, `form[action$="plan/${part}"]`, Object.fromEntries(Object.entries(cells).map(([k, v]) => [`Cells[${k}]`, v])));
    }

    await at('/plan/Barriers', 'form[action*=None]', {});
    await at('/plan', 'form[action*=Confirm]', {});
    await there('/plan', 'form[action$="/plan"]', {});
  }, page);

  await step('the agreement is signed by the head, then by the chair of the body by a link of their own (001-05)', async () => {
    const headName = site.someone('SeniorLeader', 'lantern-hill').name;
    await page.goto(here + '/agreement/new');
    const person = await page.locator('select[name="Signers[0].Person"] option', { hasText: headName }).first().getAttribute('value');
    await at('/agreement/new', 'main form[method=post]', {
      'Signers[0].Person': person, 'Signers[1].Side': '2', 'Signers[1].Name': 'Noor Rahman', 'Signers[1].Capacity': 'Chair', 'Signers[1].Mail': signerMail, 'Signers[1].IsHead': 'true',
    });
    await send(head.page, here + '/agreement/sign', 'main form[method=post]', { Agreed: 'true' });
    await send(body.page, await mailLink(site, signerMail), 'form', { Agreed: 'true' });
    demand(/You have signed this version/.test(await body.page.innerText('main')), 'no word of the signature');
  }, page);

  await check('all is signed, and yet the gate stays shut: nobody has decided about the body (003-09, 004-13)', async () => {
    await at('/stage', 'form[action*="handler=Stage"]', { To: 'Preparing', Evidence: 'A morning in the kitchen' });
    await page.goto(here + '/stage');
    const text = await page.innerText('main');
    demand(new RegExp(`due-diligence conclusion on ${name}`).test(text), 'the look at the body is not named as missing');
    await refused(page, here);
  }, page);

  await check('the coordinator decides; now it begins (003-09, 004-13)', async () => {
    await send(coord.page, file, 'form[action*="handler=Conclude"]', { Conclusion: 'Ready', Note: 'Seen its kitchen and its books.' });
    await at('/stage', 'form[action*="handler=Stage"]', { To: 'Active', Evidence: 'A meal together' });
    demand(/Active/.test(await page.innerText('main')), 'it is not at work');
    await body.page.goto(link);
    same((await body.page.innerText('main')).includes(`A warm meal ${mark}`), true, 'behind the link');
  }, page);

  await check('a conclusion taken back is named where the partnership is (004-13)', async () => {
    await send(coord.page, file, 'form[action*="handler=Revoke"]', { Note: 'The chair has changed.' });
    await page.goto(here + '/stage');
    demand(/due-diligence conclusion/.test(await page.innerText('main')), 'the gate does not say that it is gone');
  }, page);

  await check('nothing went wrong in the pages meanwhile', () => [...lead.complaints, ...head.complaints, ...coord.complaints, ...body.complaints]);
}

/** The first question of a section: "written" or, where a yes would block, "no"; words where it asks for words. */
async function answerFirst(page, section) {
  await page.goto(section);
  const field = await page.locator('main form[method=post] [name^="A["]').first().getAttribute('name');
  const choices = await page.locator(`main [name="${field}"]`).evaluateAll(all => all.map(e => e.value));
  const value = choices.includes('written') ? 'written' : choices.includes('no') ? 'no' : 'Seen.';
  await send(page, section, `main form:has([name="${field}"])`, { [field]: value });
}

/** Active is not offered, or refused. */
async function refused(page, here) {
  await page.goto(here + '/stage');
  const form = page.locator('form[action*="handler=Stage"]').first();
  const active = form.locator('[name=To][value=Active], select[name=To] option[value=Active]');
  if (await active.count() === 0) return;
  let passed = true;
  try {
    await send(page, here + '/stage', 'form[action*="handler=Stage"]', { To: 'Active', Evidence: 'A meal together' });
  } catch {
    passed = false;
  }

  demand(!passed, 'it began without a decision about the body');
}
