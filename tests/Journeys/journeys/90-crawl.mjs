// Every page of every role, by following links: it answers, speaks to everybody, fits every screen and obeys the policy.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { axeFindings } from '../axe.mjs';
import { desk, phone } from '../browser.mjs';
import { invite } from '../invite.mjs';

const mostPages = 260;
const mostAlike = 2;
const widths = [1280, 375, 320];

const roles = ['NetworkCoordinator', 'SafeguardingLead', 'Counsellor', 'Teacher', 'SeniorLeader', 'DataProtectionOfficer', 'Outsider', 'PartnerContact', 'Operator'];

export default async function ({ site, check }) {
  const known = new Map();
  const welcome = await invite(site, { name: 'Ottilie Brand', mail: 'ottilie.brand@lanternhill.example' });
  await crawl(site, check, null, 'Nobody signed in', ['/sign-in', '/demo', '/demo/mail', '/design', welcome], known);
  for (const role of roles) {
    await crawl(site, check, site.someone(role), role, ['/'], known);
  }

  // How a page looks does not hang on the database: it is judged in the run on SQLite.
  if (site.onPostgres) console.log(`         ${known.size} kinds of pages; their look is judged on SQLite alone`);
  else await judge(site, check, known);
  writeFileSync(join(site.folder, 'pages.json'), JSON.stringify(Object.fromEntries(known), (key, value) => key === 'person' ? value?.name : value, 1));
}

async function crawl(site, check, person, who, from, known) {
  const { page, context, complaints } = await site.open(person);
  const answers = new Map();
  page.on('response', answer => answers.set(answer.url(), answer.status()));
  const waiting = from.map(path => ({ path, by: 'the start' }));
  const seen = new Set(from);
  const alike = new Map();
  const seenKinds = new Set();
  const faults = { answers: [], form: [], layout: [] };
  let pages = 0;
  while (waiting.length > 0 && pages < mostPages) {
    const { path, by } = next(waiting, seenKinds);
    const kind = template(path);
    seenKinds.add(bare(path));
    if ((alike.get(kind) ?? 0) >= mostAlike) continue;
    alike.set(kind, (alike.get(kind) ?? 0) + 1);
    pages++;
    const status = await open(page, answers, path);
    if ([404, 410].includes(status) && /^\/demo\/mail/.test(by) && await page.locator('main h1').count() === 1) continue; // A link of an old mail may be used up or replaced: it says so on a page.
    if (status !== 200) {
      if (status !== 'file') faults.answers.push(`${status} ${path} (linked from ${by})`);
      continue;
    }

    const found = await page.evaluate(look);
    if (!known.has(bare(path))) known.set(bare(path), { path, person });
    if (found.h1 !== 1) faults.form.push(`${path}: ${found.h1} main headings`);
    if (!found.title || /^(·|Causeway$)/.test(found.title)) faults.form.push(`${path}: its title is "${found.title}"`);
    if (!found.lang) faults.form.push(`${path}: no language`);
    for (const width of widths) {
      await page.setViewportSize({ width, height: 812 });
      const wide = await page.evaluate(tooWide);
      if (wide) faults.layout.push(`${path} at ${width} px: ${wide}`);
    }

    await page.setViewportSize(desk);
    for (const link of found.links) {
      // Entering as somebody else ends the visit.
      if (!seen.has(link) && !/^\/demo\/enter\/|[?&]lang=/.test(link)) {
        seen.add(link);
        waiting.push({ path: link, by: path });
      }
    }
  }

  console.log(`         ${who}: ${pages} pages of ${alike.size} kinds`);
  await check(`${who}: every link leads to a page or a file`, () => faults.answers, page);
  await check(`${who}: every page has one main heading, a title and a language`, () => faults.form);
  await check(`${who}: no page scrolls sideways at 1280, 375 and 320 px`, () => faults.layout);
  await check(`${who}: no content policy violation, no error in the console, nobody else is asked`, () => [...new Set(complaints)]);
  await context.close();
}

// Each kind of page once: on a desk, on a phone in the dark, and on a phone from right to left.
async function judge(site, check, known) {
  const byPerson = Map.groupBy ? Map.groupBy(known, ([, place]) => place.person) : group(known);
  for (const [person, kinds] of byPerson) {
    const light = await site.open(person);
    const dark = await site.open(person, { colorScheme: 'dark', viewport: phone });
    const arabic = await site.open(person, { language: 'ar', viewport: phone });
    for (const [kind, { path }] of kinds) {
      await check(`axe finds nothing on ${kind}`, async () => {
        const found = [];
        const note = (look, rules) => rules.forEach(rule => found.push(`${look}: ${rule}`));
        await light.page.goto(path);
        note('1280 px', await axeFindings(light.page, light.complaints));
        await dark.page.goto(path);
        note('dark', await axeFindings(dark.page, dark.complaints, ['color-contrast']));
        await arabic.page.goto(path);
        if (await arabic.page.locator('html').getAttribute('dir') !== 'rtl') found.push('Arabic: it does not run from right to left');
        note('Arabic', await axeFindings(arabic.page, arabic.complaints));
        const wide = await arabic.page.evaluate(tooWide);
        if (wide) found.push(`Arabic, 375 px: ${wide}`);
        return found;
      }, light.page);
    }

    await check(`no content policy violation in the dark or in Arabic (${person?.name ?? 'nobody signed in'})`, () => [...new Set([...light.complaints, ...dark.complaints, ...arabic.complaints])]);
    await light.context.close();
    await dark.context.close();
    await arabic.context.close();
  }
}

function group(known) {
  const groups = new Map();
  for (const [kind, place] of known) groups.set(place.person, [...(groups.get(place.person) ?? []), [kind, place]]);
  return groups;
}

/** What pages of one kind have in common: ids, secrets and numbers left out, and only the names of the words after the question mark. */
function template(path) {
  const url = new URL(path, 'http://x');
  const part = p => /^[0-9a-f-]{32,36}$/i.test(p) || /^\d+$/.test(p) || /^[\w-]{20,}$/.test(p) ? '{…}' : p;
  const query = [...new Set(url.searchParams.keys())].sort();
  return url.pathname.split('/').map(part).join('/') + (query.length > 0 ? '?' + query.join('&') : '');
}

/** Pages of a kind not seen yet come first, so that what is cut off at the end is more of the same. */
function next(waiting, seenKinds) {
  const first = waiting.findIndex(w => !seenKinds.has(bare(w.path)));
  return waiting.splice(Math.max(first, 0), 1)[0];
}

/** The kind without the words after the question mark, which sort, filter and page. */
function bare(path) {
  return template(path).split('?')[0];
}

async function open(page, answers, path) {
  // The public feed is read by programs, not looked at.
  if (path.startsWith('/hsds/')) {
    const status = (await page.context().request.get(path)).status();
    return status === 200 ? 'file' : status;
  }

  try {
    return (await page.goto(path)).status();
  } catch (error) {
    if (!/Download is starting/.test(error.message)) return error.message.split('\n')[0];
    const status = answers.get(new URL(path, page.url()).href);
    return status === 200 ? 'file' : status;
  }
}

// These two run in the page.
function look() {
  return {
    title: document.title.trim(),
    h1: document.querySelectorAll('h1').length,
    lang: document.documentElement.lang,
    links: [...document.links].filter(a => a.origin === location.origin).map(a => a.pathname + a.search),
  };
}

function tooWide() {
  const by = document.documentElement.scrollWidth - document.documentElement.clientWidth;
  if (by <= 0) return '';
  const right = document.documentElement.clientWidth;
  const rtl = document.documentElement.dir === 'rtl';
  const over = [...document.body.querySelectorAll('*')].filter(e => e instanceof HTMLElement).filter(e => {
    const box = e.getBoundingClientRect();
    return box.width > 0 && (rtl ? box.left < -0.5 : box.right > right + 0.5);
  });
  const culprit = over.find(e => !over.some(other => other !== e && e.contains(other))) ?? over.at(-1);
  return `${by} px too wide, by ${culprit ? culprit.outerHTML.slice(0, 120).replace(/\s+/g, ' ') : 'something'}`;
}
