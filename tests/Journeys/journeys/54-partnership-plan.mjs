// Every part of a plan and what it warns of; the agreement with its order, annexes and amendments; owners and sponsors; give and
// take; and a partnership that ends on the record. Two schools eight hours apart, the far one by link, both without script.
import { demand, press, same } from '../checks.mjs';
import { mailLink, partnership, planLine, send, tooWide } from '../forms.mjs';

const mark = Math.random().toString(36).slice(2, 7);
const christmas = `${new Date().getMonth() === 11 && new Date().getDate() > 28 ? new Date().getFullYear() + 1 : new Date().getFullYear()}-12-28`;

export default async function ({ site, check, step }) {
  const bare = { javaScriptEnabled: false };
  const mara = site.someone('SafeguardingLead', 'lantern-hill');
  const lead = await site.open(mara, bare);
  const head = await site.open(site.someone('SeniorLeader', 'lantern-hill'), bare);
  const partner = await site.open(null, bare);
  const { page } = lead;
  let here = '', link = '', textHash = '';

  await step('a plan begins for this school year and says which parts still stop it (001-01)', async () => {
    ({ here, link } = await partnership(site, page, { title: `All parts ${mark}`, mark, formality: 'Signed', active: false }));
    for (const [who, path] of [[page, here], [partner.page, link]]) {
      await send(who, path + '/sheet', 'main form[method=post]', { 'Answers[want]': 'Letters', 'Answers[field]': 'lessons', 'Answers[give]': 'Two hours', 'Answers[length]': 'year' }, 'button[name=HandIn][value=true]');
    }

    await send(page, here + '/plan', 'form[action*=Begin]', {});
    demand(/There is no aim yet/.test(await page.innerText('main')) && /Obstacles not looked at yet: 12/.test(await page.innerText('main')), 'it does not say what is missing');
  }, page);

  await check('an aim that nothing could show stops the plan until it can (001-09, 001-01)', async () => {
    await planLine(page, here, 'Aims', { own: `Pupils ask back ${mark}` });
    await page.goto(here + '/plan');
    demand(/Nothing would show this aim/.test(await page.innerText('main')), 'no word of the missing evidence');
    await press(page.locator('form[action*=Confirm] button'));
    demand(/cannot be confirmed yet/.test(await page.innerText('main')), 'it was confirmed');
    await page.goto(here + '/plan/Aims');
    const row = await page.getByRole('link', { name: /^Change/ }).first().getAttribute('href');
    await send(page, row.replace('#form', ''), 'form[action*="plan/Aims"]:has([name^="Cells["])', { 'Cells[evidence]': 'work' });
  }, page);

  await check('a milestone in a holiday or an examination is named (001-16)', async () => {
    await planLine(page, here, 'Milestones', { what: `Letters sent ${mark}`, on: christmas, side: '1' });
    demand(/falls into a holiday of Lantern Hill/.test(await page.innerText('main')), 'the holiday is not named');
  }, page);

  await check('an activity shows the side that learns nothing; a task the stand-in it lacks (001-11, 001-03)', async () => {
    await planLine(page, here, 'Activities', { what: `Letters ${mark}`, 'learning.1': 'Writing' });
    demand(/does not say what is learnt at Kelong/.test(await page.innerText('main')), 'the blank side');
    await planLine(page, here, 'Roles', { task: 'Letters', responsible: 'Mara', consulted: 'Jo', informed: 'Ines' });
    demand(/Nobody stands in for Mara/.test(await page.innerText('main')), 'the missing stand-in');
  }, page);

  await check('an expectation counts only once both have agreed to the same words (001-04)', async () => {
    await planLine(page, here, 'Expectations', { what: `An answer in three days ${mark}`, who: '1', of: '2', measure: 'The log', by: christmas, state: 'open', 'agreed.1': 'yes' });
    demand(/Not agreed by every side, so it does not count/.test(await page.innerText('main')), 'it counts with one yes');
    await partner.page.goto(link + '/plan');
    const asked = partner.page.locator('form[action*="handler=Agree"]');
    await asked.getByLabel(`An answer in three days ${mark}`).check();
    await press(asked.getByRole('button'));
    await page.goto(here + '/plan/Expectations');
    demand(!/so it does not count/.test(await page.innerText('main')), 'the yes by link did not come');
  }, page);

  await check('twelve known obstacles are each marked; one that applies wants a remedy (001-17)', async () => {
    await page.goto(here + '/plan/Barriers');
    same(await page.locator('main section.mb-4').count(), 12, 'obstacles');
    const row = await page.getByRole('link', { name: /Weak or costly internet/ }).getAttribute('href');
    await send(page, row.replace('#form', ''), 'form[action*="plan/Barriers"]:has([name^="Cells["])', { 'Cells[applies]': 'yes', 'Cells[hits]': 'Their staff', 'Cells[owner]': 'Mara', 'Cells[review]': christmas });
    demand(/nothing is done about it: Weak or costly internet/.test(await page.innerText('main')), 'no word of the missing remedy');
    await send(page, here + '/plan/Barriers', 'form[action*=None]', {});
  }, page);

  await check('more planned than somebody has is marked, and what falls into a heavy time (001-18)', async () => {
    await planLine(page, here, 'Hours', { who: 'Jo Castellan', side: '1', has: '2', planned: '5', heavy: christmas, until: christmas, why: 'Reports' });
    const text = await page.innerText('main');
    demand(/asks more of Jo Castellan than they have: 5 of 2/.test(text) && /is due while Jo Castellan has a heavy load/.test(text), 'no warning');
  }, page);

  await check('no tool green on both sides asks for a fallback (001-23)', async () => {
    await planLine(page, here, 'Tools', { tool: 'Video rooms', use: 'main', 'allowed.1': 'yes', 'works.1': 'yes', 'account.1': 'yes', 'allowed.2': 'no', 'works.2': 'no', 'account.2': 'no', needs: 'video' });
    demand(/name a fallback/.test(await page.innerText('main')), 'no fallback is asked');
    await planLine(page, here, 'Tools', { tool: 'Telephone', use: 'fallback', needs: 'voice' });
    demand(!/name a fallback/.test(await page.innerText('main')), 'the fallback does not count');
  }, page);

  await check('where they compete, what each gains, notice by side and ideas that bind nobody stand in the plan (003-06, 003-07, 001-06)', async () => {
    await planLine(page, here, 'Talk', { channel: 'Letter', reply: '3' });
    await planLine(page, here, 'Boundaries', { kind: 'rivalry', rule: `No pupil is courted ${mark}` });
    await planLine(page, here, 'Boundaries', { kind: 'data', rule: `No pupil’s record ${mark}` });
    await planLine(page, here, 'Benefits', { side: '1', expected: `Real readers ${mark}` });
    await planLine(page, here, 'Terms', { kind: 'notice', side: '1', text: `Two months ${mark}` });
    await planLine(page, here, 'Terms', { kind: 'idea', text: `A common choir ${mark}` });
    await page.goto(here + '/plan/print');
    const paper = await page.innerText('body');
    for (const words of ['No pupil is courted', 'Real readers', 'Two months', 'A common choir']) demand(paper.includes(`${words} ${mark}`), words);
  }, page);

  await step('confirmed by both in the revision they read, the plan becomes an agreement with an annex, made to be signed in order (001-01, 001-05, 001-06)', async () => {
    await send(page, here + '/plan', 'form[action*=Confirm]', {});
    await send(partner.page, link + '/plan', 'form[action$="/plan"]', {});
    await page.goto(here + '/agreement/new');
    const headName = site.someone('SeniorLeader', 'lantern-hill').name;
    const person = await page.locator('select[name="Signers[0].Person"] option', { hasText: headName }).first().getAttribute('value');
    await send(page, here + '/agreement/new', 'main form[method=post]', {
      'Signers[0].Person': person, 'Signers[1].Side': '2', 'Signers[1].Name': 'Lim Hua', 'Signers[1].Capacity': 'Principal', 'Signers[1].Mail': `sign.${mark}@kelong.example`, 'Signers[1].IsHead': 'true',
      'Annexes[0].Title': `Pictures ${mark}`, 'Annexes[0].Text': 'No faces.',
    });
    await page.goto(here + '/agreement');
    const text = await page.innerText('main');
    demand(text.includes(`Pictures ${mark}`) && text.includes(`Two months ${mark}`) && !/Signed by everybody/.test(text), 'annex or notice');
    textHash = (await page.locator('main dd code').allTextContents()).find(t => /^[0-9a-f]{64}$/i.test(t));
    demand(textHash, 'no fingerprint of the text');
  }, page);

  await check('signatures come in turn, each bound to the text; the record shows it (001-05, 001-31)', async () => {
    await send(head.page, here + '/agreement/sign', 'main form[method=post]', { Agreed: 'true' });
    await send(partner.page, await mailLink(site, `sign.${mark}@kelong.example`), 'form', { Agreed: 'true' });
    await page.goto(here + '/agreement');
    demand(/Signed by everybody/.test(await page.innerText('main')), 'not signed by both');
    await page.goto(here + '/agreement/1/print');
    demand((await page.locator('body').textContent()).includes(textHash), 'the paper does not carry the fingerprint');
  }, page);

  await check('an amendment is the next version, says what is different and is signed anew; the first stays readable (001-06)', async () => {
    await page.goto(here + '/agreement/new');
    await send(page, here + '/agreement/new', 'main form[method=post]', { Summary: `A second annex ${mark}`, ...(await signers(page, site)), 'Annexes[0].Title': `Boats ${mark}`, 'Annexes[0].Text': 'Not at night.' });
    await page.goto(here + '/agreement');
    const text = await page.innerText('main');
    demand(/version 2/.test(text) && text.includes(`A second annex ${mark}`) && !/Signed by everybody/.test(text), 'no second version to sign');
    await page.goto(here + '/agreement/1');
    demand((await page.innerText('main')).includes(`Pictures ${mark}`), 'the first version is lost');
  }, page);

  await check('a school keeps two owners: the count is shown, and who leaves stays one until the hand-over is through (001-27)', async () => {
    await page.goto(here);
    demand(/2 departures would leave a school without an owner/.test(await page.innerText('main')), 'no bus count');
    await page.goto(here + '/hand-overs');
    const first = async name => page.locator(`select[name=${name}] option[value]:not([value=""])`).first().getAttribute('value');
    await send(page, here + '/hand-overs', 'form[action*="handler=Start"]', { Owner: await first('Owner'), Successor: await first('Successor'), LeavesOn: '2098-01-31' });
    await page.goto(here);
    demand(/2 departures would/.test(await page.innerText('main')), 'the leaver is gone before anybody took over');
    await page.goto(here + '/hand-overs');
    demand(/31 January 2098/.test(await page.innerText('main')) && /Runs/.test(await page.innerText('main')), 'no dated list');
  }, page);

  await check('how formal it is: each level says its duties, a move between levels is recorded with its reason (003-08, 003-05)', async () => {
    await page.goto(here + '/stage');
    same(await page.locator('main ul.mb-3 li').count(), 4, 'levels with duties');
    await send(page, here + '/stage', 'form[action*="handler=Formality"]', { Formality: 'Written', Reason: `A talk of both heads ${mark}` });
    await page.goto(here + '?story=all');
    const story = await page.innerText('main');
    demand(story.includes(`A talk of both heads ${mark}`) && story.includes(mara.name), 'the move is not recorded');
  }, page);

  await check('giving and taking: lines by kind, corrected and never rubbed out, beside what each side feels (001-13)', async () => {
    const day = new Date().toISOString().slice(0, 10);
    await send(page, here + '/stage', 'form[action*="handler=Stage"]', { To: 'Preparing', Evidence: 'A morning' });
    await send(page, here + '/stage', 'form[action*="handler=Stage"]', { To: 'Active', Evidence: 'A letter' });
    await send(page, here + '/balance', 'main form:has([name=Amount])', { Side: '1', Kind: 'Hours', Day: day, Amount: '30', Note: `Reading ${mark}` });
    await page.goto(here + '/balance');
    const line = await page.getByRole('link', { name: /^Correct/ }).first().getAttribute('href');
    await send(page, line, 'main form:has([name=Amount])', { Amount: '3', Note: `A nought too many ${mark}` });
    await send(page, here + '/balance', 'form[action*="handler=Felt"]', { Felt: '4', Sentence: 'They translate' });
    await page.goto(here + '/balance');
    const text = await page.innerText('main');
    demand(/Corrected later/.test(text) && text.includes(`A nought too many ${mark}`) && /They translate/.test(text), 'correction or word');
  }, page);

  await check('what each learned is written once a term, and who has written nothing is seen (001-14)', async () => {
    await page.goto(here + '/learned');
    demand(/Not yet: the term runs|Missing/.test(await page.innerText('main')), 'a missing entry does not show');
    await send(page, await page.locator('main a[href*="/learned?"]').first().getAttribute('href'), 'main form:has([name=Text])', { Text: `To wait for an answer ${mark}` });
    demand((await page.innerText('main')).includes(`To wait for an answer ${mark}`), 'it is not kept');
    await page.goto('/partnerships/brief');
    demand((await page.innerText('main')).includes(`To wait for an answer ${mark}`), 'the leaders’ page does not say it');
  }, page);

  await check('a change of sponsor raises a task for the new one (001-31)', async () => {
    await send(page, here + '/parties', 'main form[action*="handler=Sponsor"] >> nth=0', { SponsorName: `New head ${mark}`, SponsorCapacity: 'Head' });
    await page.goto(here + '/sponsors');
    demand(/The new sponsor signs/.test(await page.innerText('main')), 'nobody is asked to sign');
  }, page);

  await check('it ends with a record: why, what is kept, who was told; without these it does not end (001-15, 003-05)', async () => {
    await page.goto(here + '/stage');
    await page.locator('input[name=To][value=Ending]').check({ force: true });
    await page.locator('[name=Evidence]').fill('A talk');
    await press(page.getByRole('button', { name: 'Change the stage' }));
    demand(await page.locator('[aria-invalid=true]').count() > 0, 'it ends without a reason');
    await send(page, here + '/stage', 'form[action*="handler=Stage"]', { To: 'Ending', Evidence: 'A talk', Why: `The question is answered ${mark}`, Kept: 'Letters, in the library', Told: 'Both classes' });
    await page.goto(here);
    demand((await page.innerText('main')).includes(`The question is answered ${mark}`), 'the record does not say why');
  }, page);

  await check('no part of a plan scrolls sideways at 375 px (001-01)', async () => {
    await page.goto(here + '/plan');
    const parts = await page.locator('main a[href*="/plan/"]').evaluateAll(all => [...new Set(all.map(a => new URL(a.href).pathname))]);
    return tooWide(site, mara, [...parts, ...['/plan', '/agreement', '/agreement/new', '/balance', '/learned', '/stage', '/parties', '/sponsors', '/hand-overs', '/guide'].map(p => here + p)]);
  }, page);

  await check('nothing went wrong in the pages meanwhile', () => [...lead.complaints, ...head.complaints, ...partner.complaints]);
}

async function signers(page, site) {
  const person = await page.locator('select[name="Signers[0].Person"] option', { hasText: site.someone('SeniorLeader', 'lantern-hill').name }).first().getAttribute('value');
  return { 'Signers[0].Person': person, 'Signers[1].Side': '2', 'Signers[1].Name': 'Lim Hua', 'Signers[1].Capacity': 'Principal', 'Signers[1].Mail': `sign.${mark}@kelong.example`, 'Signers[1].IsHead': 'true' };
}
