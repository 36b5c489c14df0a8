// A partnership of two schools eight hours apart, one of them without accounts and without script; and a body at the gate.
import { demand, pick, press, same, until } from '../checks.mjs';

const mark = Math.random().toString(36).slice(2, 7);
const title = `Two tides ${mark}`;
const wish = `Pupils write to each other ${mark}`;
const theirs = `Our staff see another school ${mark}`;
const address = `far.${mark}@kelong.example`;

export default async function ({ site, check, step }) {
  const lead = await site.open(site.someone('SafeguardingLead', 'lantern-hill'));
  const other = await site.open(site.someone('SafeguardingLead', 'north-quay'));
  const coord = await site.open(site.someone('NetworkCoordinator'));
  const partner = await site.open(null, { javaScriptEnabled: false });
  const { page } = lead;
  let here = '';
  let link = '';

  await step('a partnership begins with what began it and a school without accounts (001-07, 003-08)', async () => {
    await page.goto('/partnerships/new');
    await page.locator('[name=Title]').fill(title);
    await page.locator('[name=Driver]').fill('Two classes asked the same question.');
    await set(page, 'Formality', 'Signed');
    await page.locator('[name="Outside.Name"]').fill(`Kelong North School ${mark}`);
    await set(page, 'Outside.Kind', 'School');
    await set(page, 'Outside.Zone', 'Asia/Singapore');
    await page.locator('[name="Outside.ContactName"]').fill('Ong Mei');
    await page.locator('[name="Outside.ContactMail"]').fill(address);
    await page.getByRole('button', { name: 'Begin' }).click();
    await page.waitForURL(/\/partnerships\/[0-9a-f-]{36}/);
    here = '/partnerships/' + page.url().match(/[0-9a-f-]{36}/)[0];
  }, page);

  await check('a school that is no side finds nothing there; the coordinator finds the line and no sheet (R4)', async () => {
    same((await other.page.request.get(site.url(here))).status(), 404, 'another school');
    await coord.page.goto('/partnerships');
    demand((await coord.page.innerText('main')).includes(title), 'not in the register');
    for (const part of ['/sheet', '/sheets', '/sheet/print', '/balance', '/contacts']) {
      same((await coord.page.request.get(site.url(here + part))).status(), 404, part);
    }
  }, coord.page);

  await step('the partner gets a link that needs no account, no script and few bytes (001-20, 001-21)', async () => {
    await page.goto(here + '/parties');
    const send = page.getByRole('button', { name: /Send (the|a new) link/ });
    if (await send.count() > 0) await press(send.first());
    const reader = await site.open(null);
    link = await until(async () => {
      await reader.page.goto('/demo/mail');
      const all = await reader.page.innerText('body');
      return all.split(address).slice(1).map(t => t.match(/https?:\/\/\S+\/partner\/\S+/)?.[0]).find(Boolean);
    }, 60);
    await reader.context.close();
    const answer = await partner.page.goto(link);
    same(answer.status(), 200, 'the link');
    const bytes = (await answer.body()).length;
    demand(bytes <= 30_000, `${bytes} bytes`);
    same(await partner.page.locator('script[src], img').count(), 0, 'scripts and images');
  }, page);

  await check('sheets are blind until both are in, by every address (001-02)', async () => {
    await page.goto(here + '/sheet');
    await fill(page, wish);
    await press(page.getByRole('button', { name: 'Hand it in' }));
    for (const part of ['', '/sheet', '/compare', '/plan']) {
      demand(!(await (await partner.page.request.get(link + part)).text()).includes(wish), `the partner reads our sheet at ${part || 'its first page'}`);
    }

    await partner.page.goto(link + '/sheet');
    await fill(partner.page, theirs);
    await press(partner.page.locator('button[name=HandIn][value=false]'));
    for (const part of ['', '/sheets', '/sheet', '/sheet/print', '/plan']) {
      demand(!(await (await page.request.get(site.url(here + part))).text()).includes(theirs), `we read their draft at ${part || 'the first page'}`);
    }

    await partner.page.goto(link + '/sheet');
    await press(partner.page.locator('button[name=HandIn][value=true]'));
    await page.goto(here + '/sheets');
    const text = await page.innerText('main');
    demand(text.includes(wish) && text.includes(theirs), 'they do not stand side by side');
    demand((await (await partner.page.request.get(link + '/compare')).text()).includes(wish), 'the partner does not see ours now');
  }, page);

  await check('nine steps say where it stands; one is skipped with a reason and nothing without one (001-07)', async () => {
    await page.goto(here + '/guide');
    const steps = await page.locator('main li, main tr, main section').count();
    demand(steps >= 9, `${steps} steps`);
  }, page);

  await check('a plan of this year takes lines, shows what is blank, and each side confirms it (001-01, 001-03, 001-09, 001-11)', async () => {
    await page.goto(here + '/plan');
    await press(page.locator('form[action*=Begin] button'));
    await line(page, here, 'Aims', { aim: 'compare', evidence: 'work' });
    await line(page, here, 'Activities', { what: 'Letters of two ports', 'learning.1': 'Writing, year 8' });
    await line(page, here, 'Roles', { task: 'Letters', responsible: 'Mara Lindqvist' });
    await page.goto(here + '/plan');
    const text = await page.innerText('main');
    demand(/backup|stand-in|stands in|second/i.test(text), 'a task without a stand-in is not shown');
    demand(/does not say what is learnt/.test(text), 'the blank side is not shown');
    await page.goto(here + '/plan/print');
    demand((await page.innerText('body')).includes('Letters of two ports'), 'the plan is not on paper');
  }, page);

  await check('the gate names what is missing and lets nothing through (003-09)', async () => {
    await page.goto(here + '/stage');
    const text = await page.innerText('main');
    for (const word of [/purpose/i, /sponsor/i, /two owners/i, /review/i]) demand(word.test(text), `${word} is not named`);
    demand(await page.locator('input[name=To][value=Active]').count() === 0 || !/Nothing is missing/.test(text), 'the gate says that nothing is missing');
  }, page);

  await check('a body that is no school stays at the gate without a conclusion (004-13)', async () => {
    await coord.page.goto('/partnerships');
    const bodies = await coord.page.goto('/instruments/bodies');
    same(bodies.status(), 200, 'the list of bodies');
    demand(/overdue|run out|expired|Not ready|Blocker|conditions/i.test(await coord.page.innerText('main')), 'no state is told');
  }, coord.page);

  await check('a partnership that slips says why, since when, and proposes a talk (001-29, 001-13, 001-14)', async () => {
    await page.goto('/partnerships');
    await press(page.getByRole('link', { name: 'Two harbours, one sea' }));
    const there = new URL(page.url()).pathname;
    await page.goto(there + '/health');
    demand(/missed|not answered|has not done/.test(await page.innerText('main')), 'no sign');
    const call = page.getByRole('button', { name: 'Call a catch-up' });
    if (await call.count() > 0) await press(call);
    same(await page.getByRole('button', { name: 'Call a catch-up' }).count(), 0, 'a second catch-up is offered');
    for (const part of ['/balance', '/learned', '/hand-overs', '/sponsors', '/contacts']) same((await page.goto(there + part)).status(), 200, part);
  }, page);

  await check('checklists: a shipped one leaves as JSON and comes in again the same (004-14)', async () => {
    await page.goto('/instruments');
    await press(page.getByRole('link', { name: 'Pulse of a partnership' }).last());
    const form = new URL(page.url()).pathname;
    const json = await page.request.get(site.url(form + '/file/json'));
    same(json.status(), 200, 'JSON');
    demand(JSON.parse(await json.text()).sections.length === 8, 'not eight themes');
    same((await page.request.get(site.url(form + '/file/csv'))).status(), 200, 'CSV');
  }, page);

  await check('nothing went wrong in the pages meanwhile', () => [...lead.complaints, ...other.complaints, ...coord.complaints, ...partner.complaints].filter(c => !/404/.test(c)));
}

/** Sets a list or a choice by its name. */
async function set(page, name, value) {
  const list = page.locator(`select[name="${name}"]`);
  if (await list.count() > 0) await list.first().selectOption(value);
  else await pick(page, name, value);
}

async function fill(page, want) {
  await page.locator('[name="Answers[want]"]').fill(want);
  await pick(page, 'Answers[field]', 'lessons');
  await page.locator('[name="Answers[give]"]').fill('Two hours a week');
  await set(page, 'Answers[length]', 'year');
}

async function line(page, here, part, cells) {
  await page.goto(`${here}/plan/${part}`);
  const form = page.locator(`form[action$="plan/${part}"]`);
  for (const [key, value] of Object.entries(cells)) {
    const field = form.locator(`[name="Cells[${key}]"]`).first();
    if (await field.evaluate(e => e.tagName) === 'SELECT') await field.selectOption(value);
    else if (['radio', 'checkbox'].includes(await field.getAttribute('type'))) await form.locator(`[name="Cells[${key}]"][value="${value}"]`).check({ force: true });
    else await field.fill(value);
  }

  await press(form.locator('button').last());
}
