// Forms filled and sent in one step, and links that came by mail.
import { axeFindings } from './axe.mjs';
import { phone } from './browser.mjs';
import { press, until } from './checks.mjs';

/** Fills a form and presses it, as somebody without script would; an answer that refuses is a fault. */
export async function send(page, path, form, fields, button = 'button[type=submit], button:not([type])') {
  await page.goto(path);
  const one = page.locator(form).first();
  await one.evaluate(e => {
    for (let d = e.closest('details'); d; d = d.parentElement.closest('details')) d.open = true;
    for (const d of e.querySelectorAll('details')) d.open = true;
  });
  for (const [name, value] of Object.entries(fields)) {
    const field = one.locator(`[name="${name}"]:not([type=hidden])`).first();
    const kind = await field.evaluate(e => e.tagName === 'SELECT' ? 'select' : e.type);
    if (kind === 'select') await field.selectOption(value);
    else if (kind === 'radio' || kind === 'checkbox') await one.locator(`[name="${name}"][value="${value}"]`).first().check({ force: true });
    else await field.fill(value);
  }

  const [answer] = await Promise.all([page.waitForResponse(r => r.request().method() === 'POST'), press(one.locator(button).first())]);
  if (answer.status() !== 303) throw new Error(`${answer.status()} at ${path}: ${(await page.locator('[role=alert], .cw-errors').allInnerTexts()).join(' ').slice(0, 300)}`);
}

/** The newest link behind `/partner/` that the made-up city's mail brought to this address, once it is another than `old`. */
export async function mailLink(site, who, old) {
  const reader = await site.open(null);
  const found = await until(async () => {
    await reader.page.goto('/demo/mail');
    const all = await reader.page.innerText('body');
    const newest = all.split(who).slice(1).map(t => t.match(/https?:\/\/\S+\/partner\/\S+/)?.[0]).find(Boolean);
    return newest === old ? undefined : newest;
  }, 60);
  await reader.context.close();
  return found;
}

/**
 * Begins a partnership with a school outside the network: both sponsors named, two owners each, and, with `active`, at work.
 * Answers where it is and where the other school's link leads.
 */
export async function partnership(site, page, { title, mark, formality = 'Informal', active = true }) {
  const address = `far.${mark}@kelong.example`;
  await send(page, '/partnerships/new', 'main form[method=post]', {
    Title: title, Driver: 'Two classes asked the same question.', Formality: formality, 'Outside.Name': `Kelong ${mark}`, 'Outside.Kind': 'School',
    'Outside.Zone': 'Asia/Singapore', 'Outside.ContactName': 'Ong Mei', 'Outside.ContactMail': address,
  });
  const here = '/partnerships/' + page.url().match(/[0-9a-f-]{36}/)[0];
  await send(page, here + '/basics', 'main form[method=post]', { Purpose: 'Pupils compare two ports.', ReviewOn: '2098-06-01', HorizonOn: '2099-06-01' });
  for (const n of [0, 1]) await send(page, here + '/parties', `main form[action*="handler=Sponsor"] >> nth=${n}`, { SponsorName: `Head ${n}`, SponsorCapacity: 'Head' });
  await page.goto(here + '/parties');
  const owner = await page.locator('main form[action*="handler=Owner"] select[name=Person] option[value]:not([value=""])').first().getAttribute('value');
  await send(page, here + '/parties', 'main form[action*="handler=Owner"]:has([name=Person])', { Person: owner });
  for (const name of ['Ong Mei', 'Tan Wei']) await send(page, here + '/parties', 'main form[action*="handler=Owner"]:has([name=OwnerName])', { OwnerName: name, OwnerTitle: 'Teacher' });
  if (active) for (const to of ['Preparing', 'Active']) await send(page, here + '/stage', 'form[action*="handler=Stage"]', { To: to, Evidence: 'A morning together' });
  return { here, link: await mailLink(site, address), address };
}

/** One line of a part of the plan. */
export async function planLine(page, here, part, cells) {
  await send(page, `${here}/plan/${part}`, `form[action*="plan/${part}"]:has([name^="Cells["])`, Object.fromEntries(Object.entries(cells).map(([k, v]) => [`Cells[${k}]`, v])));
}

/** How wide each of these pages is beyond a narrow screen. */
export async function tooWide(site, person, paths, { width = 375, language, javaScriptEnabled = false } = {}) {
  const faults = [];
  const { page, context } = await site.open(person, { language, javaScriptEnabled, viewport: { width, height: 812 } });
  for (const path of paths) {
    const answer = await page.goto(path);
    if (answer.status() !== 200) faults.push(`${path}: ${answer.status()}`);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    if (wide > 0) faults.push(`${path}: ${wide} px too wide`);
  }

  await context.close();
  return faults;
}

/** The page on A4: sheets of paper, and what stands there that can only be pressed. */
export async function onPaper(site, person, path) {
  const { page, context } = await site.open(person, { viewport: { width: 718, height: 1040 } });
  await page.goto(path);
  await page.emulateMedia({ media: 'print' });
  const [wide, pressed] = await page.evaluate(() => [
    document.documentElement.scrollWidth - document.documentElement.clientWidth,
    [...document.querySelectorAll('nav, form, button, .cw-menu')].filter(e => e.checkVisibility()).map(e => e.tagName + ' ' + (e.textContent ?? '').trim().slice(0, 30)),
  ]);
  const pdf = await page.pdf({ preferCSSPageSize: true, format: 'A4' });
  await context.close();
  return { wide, pressed, pages: (pdf.toString('latin1').match(/\/Type\s*\/Page\b/g) ?? []).length };
}

/** What axe finds on these pages on a phone, by day, in the dark and in Arabic. */
export async function unreadable(site, person, paths, cookies = []) {
  const faults = [];
  for (const look of [{}, { colorScheme: 'dark' }, { language: 'ar' }, { language: 'ar', colorScheme: 'dark' }]) {
    const { page, context, complaints } = await site.open(person, { viewport: phone, ...look });
    await context.addCookies(cookies.map(c => ({ ...c, url: site.base })));
    for (const path of paths) {
      const answer = await page.goto(path);
      if (answer.status() !== 200) faults.push(`${path}: ${answer.status()}`);
      faults.push(...(await axeFindings(page, complaints)).map(rule => `${Object.values(look).join(' ')} ${path}: ${rule}`));
    }

    await context.close();
  }

  return faults;
}
