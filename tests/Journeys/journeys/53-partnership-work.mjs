// What two schools do once their partnership is at work: a joint project up to its archive, files that outlive whoever brought
// them, talks by telephone, letters without an answer, pages of words alone, the story, the map, and one page for leaders.
import { demand, press, same } from '../checks.mjs';
import { mailLink, onPaper, partnership, planLine, send, tooWide, unreadable } from '../forms.mjs';

const mark = Math.random().toString(36).slice(2, 7);
const title = `Salt and light ${mark}`;
const staffOnly = `The laboratory closes at four ${mark}`;
const text = (name, words) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(words) });
const inDays = days => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

export default async function ({ site, check, step }) {
  const bare = { javaScriptEnabled: false };
  const mara = site.someone('SafeguardingLead', 'lantern-hill');
  const lead = await site.open(mara, bare);
  const head = await site.open(site.someone('SeniorLeader', 'lantern-hill'), bare);
  const partner = await site.open(null, bare);
  const { page } = lead;
  const address = `far.${mark}@kelong.example`;
  let here = '', link = '', project = '', file = '', talk = '', asked = '';

  await step('a partnership at work, its plan saying what internet, which words and how fast an answer comes (001-20, 001-21, 001-22)', async () => {
    ({ here, link } = await partnership(site, page, { title: `Two ports ${mark}`, mark }));
    await send(page, here + '/plan', 'form[action*=Begin]', {});
    await planLine(page, here, 'Internet', { side: '2', band: 'low', device: 'Shared telephone', hours: 'Mornings', blocked: 'Video', power: 'Two cuts a week' });
    await planLine(page, here, 'Languages', { who: 'Ong Mei', side: '2', language: 'English', level: 'follow', interpreter: 'yes', plain: 'yes' });
    await planLine(page, here, 'Talk', { channel: 'Letter', purpose: 'Weekly news', rhythm: 'Weekly', reply: '3', holidays: 'None' });
    await page.goto(here + '/plan');
    demand(/attachments|telephone/i.test(await page.innerText('main')), 'the low line brings no advice');
  }, page);

  await step('without script: a joint project maps both curricula, and a blank side is named (001-12, 001-11)', async () => {
    await send(page, here + '/projects', 'main form[method=post]', { Title: title, StartsOn: inDays(1), EndsOn: inDays(90) });
    project = new URL(page.url()).pathname;
    demand(/\/projects\/[0-9a-f-]{36}$/.test(project), project);
    await part('Curriculum', { subject: 'Science', 'unit.1': 'Year 8, unit 4', 'unit.2': 'Primary 6', 'years.1': 'Year 8', 'years.2': 'P6' });
    await part('Activities', { what: 'Measure on the same day', 'learning.1': 'Fair tests' });
    await part('Outputs', { what: 'An exhibition', where: 'The wall' });
    await part('Links', { what: 'Tide tables', link: 'https://tides.example/two' });
    await part('People', { who: 'Jo Castellan', side: '1', task: 'Figures' });
    await page.goto(project);
    const words = await page.innerText('main');
    demand(/does not say what is learnt at Kelong/.test(words) && /Year 8, unit 4/.test(words) && /Primary 6/.test(words), 'the curricula or the blank');
  }, page);

  await check('what staff write for each other is neither printed nor behind the link (001-12)', async () => {
    await send(page, project, 'form[action*="handler=Note"]', { Note: staffOnly });
    demand((await page.innerText('main')).includes(staffOnly), 'the note is not there');
    for (const path of [project + '/print']) demand(!(await (await page.request.get(site.url(path))).text()).includes(staffOnly), 'it is printed');
    const far = await (await partner.page.request.get(link + '/projects/' + project.split('/').pop())).text();
    demand(far.includes('Measure on the same day') && !far.includes(staffOnly), 'the partner reads the staff’s lines, or not the project');
  }, page);

  await step('files belong to the partnership: added, a newer version beside the older, each with its fingerprint (001-28)', async () => {
    await page.goto(here + '/files');
    await page.locator('main form[enctype] input[type=file]').setInputFiles(text('costs.txt', `First figures ${mark}`));
    await page.locator('main form[enctype] [name=Title]').fill(`Costs ${mark}`);
    await press(page.locator('main form[enctype] button').last());
    file = await page.locator(`main a[href*="${here}/files/"]`, { hasText: 'Versions and more' }).first().getAttribute('href');
    await page.goto(file);
    await page.locator('main form[enctype] input[type=file]').first().setInputFiles(text('costs.txt', `Second figures ${mark}`));
    await press(page.locator('main form[enctype] button').first());
    await page.goto(file);
    same(await page.getByText(/SHA-256 [0-9a-f]{64}/).count(), 2, 'fingerprints');
    const first = await page.request.get(site.url(`${file}/1`));
    demand((await first.text()) === `First figures ${mark}` && /attachment/.test(first.headers()['content-disposition'] ?? ''), 'the first version is lost');
  }, page);

  await check('the other side takes a file by its link, and only what it asks for comes (001-28, 001-20)', async () => {
    await partner.page.goto(link + '/files');
    const [download] = await Promise.all([partner.page.waitForEvent('download'), partner.page.getByRole('link', { name: `Costs ${mark}` }).click()]);
    demand(/\.txt$/.test(download.suggestedFilename()), download.suggestedFilename());
  }, partner.page);

  await check('what is no document is not taken; what was typed stays (001-28)', async () => {
    await page.goto(here + '/files');
    await page.locator('main form[enctype] input[type=file]').setInputFiles({ name: 'tool.pdf', mimeType: 'application/pdf', buffer: Buffer.from('MZ\u0000not a document') });
    await page.locator('main form[enctype] [name=Title]').fill(`A tool ${mark}`);
    await press(page.locator('main form[enctype] button').last());
    demand(await page.locator('[aria-invalid=true], .cw-errors, [role=alert]').count() > 0, 'it was taken');
    same(await page.locator('main form[enctype] [name=Title]').inputValue(), `A tool ${mark}`, 'title');
  }, page);

  await check('files whose keeper has left stand first and get another; none is out of reach (001-28, 001-27)', async () => {
    await page.goto('/partnerships');
    const old = await page.getByRole('link', { name: 'Two harbours, one sea' }).getAttribute('href');
    await page.goto(old + '/files/keepers');
    const orphan = page.locator('main fieldset', { hasText: 'Has left' }).first();
    const name = await orphan.locator('select').getAttribute('name');
    const given = await orphan.locator('legend').innerText();
    const keeper = await orphan.locator('option[value]:not([value=""])').first().getAttribute('value');
    await send(page, old + '/files/keepers', 'main form[method=post]', { [name]: keeper });
    await page.goto(old + '/files/keepers');
    demand(!/Has left/.test(await page.locator('main fieldset', { hasText: given }).innerText()), 'it still has no keeper');
  }, page);

  await check('started and finished, the project is an archive: no form, no file, no line, by no address (001-12)', async () => {
    await send(page, project, 'form[action*="handler=Start"]', {});
    await send(page, project, 'form[action*="handler=Finish"]', {});
    demand(/nobody changes it any more/.test(await page.innerText('main')), 'it does not say that it is kept');
    same(await page.locator('main form[action*="handler=Note"], main form[action*="handler=Finish"]').count(), 0, 'forms');
    await page.goto(project + '/Outputs');
    same(await page.locator('main form').count(), 0, 'forms of a part');
    await send(page, project, 'form[action*="handler=Copy"]', {});
    demand(new URL(page.url()).pathname !== project, 'the copy is the archive itself');
  }, page);

  await check('a talk by telephone: each side’s own clock, the interpreter said, an answer by one link without an account (001-20, 001-21, 001-22)', async () => {
    await send(page, here + '/talks', 'main form:has([name=How])', { Day: inDays(10), Time: '09:00', How: 'Telephone', About: `Letters ${mark}` });
    asked = await mailLink(site, address, link);
    await partner.page.goto(asked);
    const invitation = await partner.page.innerText('main');
    demand(/1[67]:00/.test(invitation) && /Asia\/Singapore/.test(invitation), 'not by its clock');
    demand(/interpreter is needed/i.test(invitation), 'no word of the interpreter');
    same(await partner.page.locator('script, img').count(), 0, 'scripts and pictures');
    await send(partner.page, asked, 'form', { Answer: 'Comes', Words: `Mei brings one ${mark}` });
    await page.goto(here + '/talks');
    demand(/We come/.test(await page.innerText('main')) && (await page.innerText('main')).includes(`Mei brings one ${mark}`), 'the answer has not come');
  }, page);

  await check('a letter waits by the plan’s own promise and is answered from the mail (001-22, 001-20)', async () => {
    const before = await newest(address);
    await page.goto(here + '/contacts?write=Message');
    const channel = await page.locator('select[name=Channel] option[value]:not([value=""])').first();
    demand(/3 working days/.test(await channel.innerText()), 'not the promise of the plan');
    await send(page, here + '/contacts?write=Message', 'main form:has([name=About])', { Side: '2', Channel: await channel.getAttribute('value'), About: `Dates of the visit ${mark}`, AskByMail: 'true' });
    demand(/within 3 working days/.test(await page.innerText('main')), 'the promise is not shown');
    asked = await mailLink(site, address, before);
    await send(partner.page, asked, 'form', { Words: `In May ${mark}` });
    await page.goto(here + '/contacts');
    const log = await page.innerText('main');
    demand(log.includes(`In May ${mark}`) && /Answered/.test(log), 'the answer is not in the log');
  }, page);

  await check('pages of words alone: chosen on a device, no script, no picture, at most 30 kB (001-20)', async () => {
    await send(page, '/partnerships/text-first', 'main form[method=post]', { Choice: 'always' });
    const faults = [];
    for (const path of ['', '/plan', '/projects', '/files', '/talks', '/health', '/contacts', '/reviews'].map(p => here + p)) {
      const answer = await page.goto(path);
      const bytes = (await answer.body()).length;
      if (bytes > 30_000) faults.push(`${path}: ${bytes} bytes`);
      if (await page.locator('script, svg, img').count() > 0) faults.push(`${path}: scripts or pictures`);
    }

    await send(page, '/partnerships/text-first', 'main form[method=post]', { Choice: 'plan' });
    return faults;
  }, page);

  await check('the story tells what came, with day, person and what shows it; next steps stand above (003-05, 001-29)', async () => {
    await page.goto(here + '?story=all');
    const story = await page.innerText('main');
    for (const words of [/Exploring → Preparing/, /Preparing → Active/, /A morning together/, new RegExp(mara.name), new RegExp(title)]) demand(words.test(story), `${words} is not told`);
    demand(/\nNext\n/.test(story), 'no next steps');
  }, page);

  await check('who works with whom: a drawing and the same as a table (003-05)', async () => {
    await page.goto('/partnerships/map');
    const drawn = await page.locator('main svg.cw-svg path').count();
    const told = await page.locator('main table tbody tr').count();
    demand(drawn >= told && told >= 2, `${drawn} lines, ${told} rows`);
    demand((await page.locator('main table').innerText()).includes(`Kelong ${mark}`), 'the new school is not there');
    demand((await page.locator('main svg.cw-svg').textContent()).includes(`Kelong ${mark}`), 'the new school is not drawn');
  }, page);

  await check('leaders get one page from the records: plan, activities, asks, risks; one sheet of A4, nothing to press on it (001-30)', async () => {
    await head.page.goto('/partnerships/brief');
    const brief = await head.page.innerText('main');
    for (const words of [/Plan/, /Key activities/, /We ask of leaders/, /Risks/, new RegExp(`Two ports ${mark}`)]) demand(words.test(brief), `${words} is not there`);
    const paper = await onPaper(site, site.someone('SeniorLeader', 'lantern-hill'), '/partnerships/brief');
    demand(paper.pages === 1 && paper.wide <= 0 && paper.pressed.length === 0, JSON.stringify(paper));
  }, head.page);

  await check('a project and a talk are one tidy sheet of paper (001-12, 001-20)', async () => {
    await page.goto(here + '/talks');
    talk = await page.getByRole('link', { name: /^On paper/ }).first().getAttribute('href');
    for (const path of [project + '/print', talk]) {
      const paper = await onPaper(site, mara, path);
      demand(paper.pages === 1 && paper.wide <= 0 && paper.pressed.length === 0, `${path}: ${JSON.stringify(paper)}`);
    }
  }, page);

  await check('behind a link and on light pages axe finds nothing, by day and in the dark, from left and right (001-20)', async () => {
    const theirs = ['', '/sheet', '/compare', '/plan', '/projects', '/projects/' + project.split('/').pop(), '/files'].map(p => link + p).concat(asked, link + 'x');
    const light = ['', '/plan', '/talks', '/contacts', '/files', '/health', '/balance', '/reviews'].map(p => here + p);
    return [
      ...(await unreadable(site, null, theirs)).filter(f => !f.startsWith(`${link}x: 404`)),
      ...await unreadable(site, mara, light, [{ name: 'cw-text', value: 'always' }]),
    ];
  }, page);

  await check('no page of the work scrolls sideways at 375 px, without script, from left or right (001-20)', async () => {
    const ours = ['', '?story=all', '/projects', '/files', '/files/keepers', '/talks', '/contacts', '/health', '/reviews'].map(p => here + p)
      .concat(talk, project, project + '/print', project + '/Curriculum', file, '/partnerships', '/partnerships/map', '/partnerships/brief', '/partnerships/text-first');
    const theirs = ['', '/projects', '/projects/' + project.split('/').pop(), '/files', '/plan'].map(p => link + p);
    return [...await tooWide(site, mara, ours), ...await tooWide(site, mara, ours, { language: 'ar' }), ...await tooWide(site, null, theirs), ...await tooWide(site, null, theirs, { language: 'ar' })];
  }, page);

  await check('nothing went wrong in the pages meanwhile', () => [...lead.complaints, ...head.complaints, ...partner.complaints]);

  async function part(name, cells) {
    await send(page, `${project}/${name}`, 'main form[method=post]', Object.fromEntries(Object.entries(cells).map(([k, v]) => [`Cells[${k}]`, v])));
  }

  async function newest(who) {
    return mailLink(site, who);
  }
}
