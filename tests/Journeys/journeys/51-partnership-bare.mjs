// The whole way of a partnership, both sides without script: from its beginning to the signed agreement and the work after
// it. Then every page of the way: how wide, how heavy, and on paper.
import { demand, same } from '../checks.mjs';
import { mailLink, send } from '../forms.mjs';

const mark = Math.random().toString(36).slice(2, 7);
const address = `bare.${mark}@kelong.example`;
const signerMail = `head.${mark}@kelong.example`;
// What one page of the partner's side may cost with empty caches: everything that comes over the wire for it, as it is served.
const mostBytes = 30_000;
const a4 = { width: 718, height: 1040 };

export default async function ({ site, check, step }) {
  const bare = { javaScriptEnabled: false };
  const lead = await site.open(site.someone('SafeguardingLead', 'lantern-hill'), bare);
  const head = await site.open(site.someone('SeniorLeader', 'lantern-hill'), bare);
  const partner = await site.open(null, bare);
  const { page } = lead;
  const headName = site.someone('SeniorLeader', 'lantern-hill').name;
  let here = '', link = '', signLink = '';
  const at = (path, form, fields, button) => send(page, here + path, form, fields, button);
  const there = (path, form, fields, button) => send(partner.page, link + path, form, fields, button);
  const mailTo = who => mailLink(site, who);

  await step('without script: begun, its sides named, sponsors and two owners each (001-07, 003-09)', async () => {
    await send(page, '/partnerships/new', 'main form[method=post]', {
      Title: `Bare ways ${mark}`, Driver: 'Two classes asked the same question.', Formality: 'Signed', 'Outside.Name': `Kelong South ${mark}`, 'Outside.Kind': 'School',
      'Outside.Zone': 'Asia/Singapore', 'Outside.ContactName': 'Ong Mei', 'Outside.ContactMail': address,
    });
    here = '/partnerships/' + page.url().match(/[0-9a-f-]{36}/)[0];
    await at('/basics', 'main form[method=post]', { Purpose: 'Pupils compare two ports.', ReviewOn: '2099-06-01' });
    const sides = page.locator('main form[action*="handler=Sponsor"]');
    for (const n of [0, 1]) {
      await at('/parties', `main form[action*="handler=Sponsor"] >> nth=${n}`, { SponsorName: `Head ${n}`, SponsorCapacity: 'Head' });
    }

    same(await sides.count(), 2, 'sides');
    await page.goto(here + '/parties');
    const people = page.locator('main form[action*="handler=Owner"] select[name=Person] option[value]:not([value=""])');
    const owner = await people.first().getAttribute('value');
    await at('/parties', 'main form[action*="handler=Owner"]:has([name=Person])', { Person: owner });
    for (const name of ['Ong Mei', 'Tan Wei']) await at('/parties', 'main form[action*="handler=Owner"]:has([name=OwnerName])', { OwnerName: name, OwnerTitle: 'Teacher' });
    await page.goto(here);
  }, page);

  await step('without script: both hand in a sheet, by account and by link (001-02, 001-20)', async () => {
    link = await mailTo(address);
    const sheet = { 'Answers[want]': 'Letters of two ports', 'Answers[field]': 'lessons', 'Answers[give]': 'Two hours a week', 'Answers[length]': 'year' };
    await at('/sheet', 'main form[method=post]', sheet, 'button[name=HandIn][value=true]');
    await there('/sheet', 'main form[method=post]', sheet, 'button[name=HandIn][value=false]');
    await there('/sheet', 'main form[method=post]', {}, 'button[name=HandIn][value=true]');
    demand((await partner.page.request.get(link + '/compare')).ok(), 'no comparison');
  }, page);

  await step('without script: the plan takes lines, an expectation is agreed to, both confirm (001-01, 001-09)', async () => {
    await at('/plan', 'form[action*=Begin]', {});
    const lines = {
      Aims: { aim: 'compare', evidence: 'work' }, Activities: { what: 'Letters', 'learning.1': 'Writing, year 8', 'learning.2': 'Writing' }, Milestones: { what: 'First letters', on: '2099-03-03' },
      Roles: { task: 'Letters', responsible: 'Mara', backup: 'Ilse' }, Talk: { channel: 'Mail', reply: '3' }, Tools: { tool: 'Telephone', use: 'fallback' },
    };
    for (const [part, cells] of Object.entries(lines)) {
      await at(`/plan/${part}`, `form[action$="plan/${part}"]`, Object.fromEntries(Object.entries(cells).map(([k, v]) => [`Cells[${k}]`, v])));
    }

    await at('/plan/Barriers', 'form[action*=None]', {});
    await at('/plan', 'form[action*=Confirm]', {});
    await there('/plan', 'form[action$="/plan"]', {});
  }, page);

  await step('without script: the agreement is made and signed in turn, the second by link (001-05)', async () => {
    await page.goto(here + '/agreement/new');
    const person = await page.locator('select[name="Signers[0].Person"] option', { hasText: headName }).first().getAttribute('value');
    await at('/agreement/new', 'main form[method=post]', {
      'Signers[0].Person': person, 'Signers[1].Side': '2', 'Signers[1].Name': 'Lim Hua', 'Signers[1].Capacity': 'Principal', 'Signers[1].Mail': signerMail, 'Signers[1].IsHead': 'true',
    });
    await send(head.page, here + '/agreement/sign', 'main form[method=post]', { Agreed: 'true' });
    signLink = await mailTo(signerMail);
    await send(partner.page, signLink, 'form', { Agreed: 'true' });
    demand(/You have signed this version/.test(await partner.page.innerText('main')), 'no word of the signature');
  }, page);

  await step('without script: through the gate, and the work after it (003-09, 001-13, 001-29)', async () => {
    for (const to of ['Preparing', 'Active']) await at('/stage', 'form[action*="handler=Stage"]', { To: to, Evidence: 'A meeting' });
    demand(/Active/.test(await page.innerText('main')), 'it is not active');
    const day = new Date().toISOString().slice(0, 10);
    await at('/contacts?write=Meeting', 'main form:not([action*="handler="])', { Day: day, Came: '1', About: 'Monthly talk' });
    await at('/balance', 'main form:not([action*="handler="])', { Side: '1', Kind: 'Hours', Day: day, Amount: '3', Note: 'Letters read' });
    await page.goto(here + '/learned');
    await send(page, await page.locator('main a[href*="/learned?"]').first().getAttribute('href'), 'main form:not([action*="handler="])', { Text: 'They read aloud first.' });
    await at('/guide', 'form[action*="handler=Mark"]:has([value=Skipped])', { Reason: 'Both know it' });
    await page.goto(here + '/health');
    demand(await page.locator('main').innerText() !== '', 'health is empty');
  }, page);

  const ours = ['/partnerships', '/partnerships/new', ...['', '/guide', '/basics', '/parties', '/stage', '/sheet', '/sheets', '/sheet/print', '/plan', '/plan/print', '/agreement', '/agreement/new', '/agreement/sign',
    '/agreement/1/print', '/health', '/contacts', '/contacts?write=Meeting', '/contacts?write=Message', '/contacts?write=Action', '/balance', '/learned', '/hand-overs', '/sponsors'].map(p => here + p)];
  const theirs = ['', '/sheet', '/compare', '/plan'].map(p => link + p).concat(signLink);

  await check('no page of either side scrolls sideways at 320 px, from left or from right (001-21)', async () => {
    const faults = [];
    for (const language of ['en', 'ar']) {
      for (const [who, pages] of [[site.someone('SafeguardingLead', 'lantern-hill'), [...ours, ...await planParts(page, here)]], [null, theirs]]) {
        const narrow = await site.open(who, { language, viewport: { width: 320, height: 700 } });
        for (const path of pages) {
          const answer = await narrow.page.goto(path);
          if (answer.status() !== 200 && !path.endsWith('/sign')) faults.push(`${language} ${path}: ${answer.status()}`);
          const [wide, dir] = await narrow.page.evaluate(() => [document.documentElement.scrollWidth - document.documentElement.clientWidth, document.documentElement.dir]);
          if (wide > 0) faults.push(`${language} ${path.replace(here, '…')}: ${wide} px too wide`);
          if (language === 'ar' && dir !== 'rtl') faults.push(`${path}: not from the right`);
        }

        await narrow.context.close();
      }
    }

    return faults;
  }, page);

  await check(`a page of the partner's side costs at most ${mostBytes} bytes over the wire with empty caches (001-21)`, async () => {
    const faults = [];
    for (const path of theirs) {
      const bytes = await weigh(site, path);
      console.log(`         ${path.replace(/[0-9a-f-]{36}|[\w-]{20,}/g, '…')}: ${bytes} bytes`);
      if (bytes > mostBytes) faults.push(`${path}: ${bytes} bytes`);
    }

    return faults;
  });

  await check('agreement, plan and sheet fit on A4 (001-03, 001-05)', async () => {
    const faults = [];
    const paper = await site.open(site.someone('SafeguardingLead', 'lantern-hill'), { viewport: a4 });
    await paper.page.emulateMedia({ media: 'print' });
    for (const part of ['/agreement/1/print', '/plan/print', '/sheet/print']) {
      await paper.page.goto(here + part);
      const [wide, shown] = await paper.page.evaluate(() => [
        document.documentElement.scrollWidth - document.documentElement.clientWidth,
        [...document.querySelectorAll('nav, header form, button, .cw-menu')].filter(e => e.checkVisibility()).map(e => e.tagName + (e.textContent ?? '').trim().slice(0, 30)),
      ]);
      if (wide > 0) faults.push(`${part}: ${wide} px wider than the paper`);
      if (shown.length > 0) faults.push(`${part} prints what is pressed: ${shown}`);
      const pdf = await paper.page.pdf({ format: 'A4', path: `${site.folder}/${part.replaceAll('/', '-').slice(1)}.pdf` });
      const pages = (pdf.toString('latin1').match(/\/Type\s*\/Page\b/g) ?? []).length;
      if (pages < 1 || pages > 6) faults.push(`${part}: ${pages} sheets of paper`);
    }

    return faults;
  }, page);

  await check('nothing went wrong in the pages meanwhile', () => [...lead.complaints, ...head.complaints, ...partner.complaints]);
}

async function planParts(page, here) {
  await page.goto(here + '/plan');
  const found = await page.locator(`main a[href*="/plan/"]`).evaluateAll(all => [...new Set(all.map(a => new URL(a.href).pathname))]);
  demand(found.length >= 8, `${found.length} parts of the plan`);
  return found;
}

/** Everything that came over the wire for a page, heads included, with a profile that has seen nothing yet. */
async function weigh(site, path) {
  const { page, context } = await site.open(null, { javaScriptEnabled: false });
  const wire = await context.newCDPSession(page);
  let bytes = 0;
  await wire.send('Network.enable');
  wire.on('Network.loadingFinished', e => { bytes += e.encodedDataLength; });
  await page.goto(path, { waitUntil: 'networkidle' });
  await context.close();
  return bytes;
}
