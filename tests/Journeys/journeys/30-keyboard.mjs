// Everything can be reached and seen with the keyboard alone.
import { demand, same } from '../checks.mjs';

const most = 400;

export default async function ({ site, check }) {
  const lead = site.someone('SafeguardingLead', 'lantern-hill');
  // Without gliding: where the focus is, is then where the page stands.
  const still = { reducedMotion: 'reduce' };
  await walk(check, await site.open(null, still), '/sign-in', 'sign-in');
  const signedIn = await site.open(lead, still);
  await walk(check, signedIn, '/', 'home');
  await walk(check, signedIn, '/find-help', 'search');
  await check('the search is sent with Enter alone', async () => {
    const { page } = signedIn;
    await page.goto('/find-help');
    const words = page.locator('main input[type=search], main input[name=q]').first();
    for (let i = 0; i < most && !await words.evaluate(e => e === document.activeElement); i++) await page.keyboard.press('Tab');
    await page.keyboard.type('speech');
    await Promise.all([page.waitForURL(url => url.search.includes('speech')), page.keyboard.press('Enter')]);
  }, signedIn.page);
}

async function walk(check, { page }, path, name) {
  await check(`${name}: the first stop is the link past the menu, and it can be seen`, async () => {
    await page.goto(path);
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(describe);
    same(stop.href, '#main', 'first stop leads to');
    demand(stop.inView && stop.marked, `it is ${stop.inView ? '' : 'not in view '}${stop.marked ? '' : 'not marked'}`);
  }, page);

  await check(`${name}: the link past the menu leads into the page`, async () => {
    await page.keyboard.press('Enter');
    same(await page.evaluate(() => document.activeElement.id), 'main', 'focus is on');
    await page.keyboard.press('Tab');
    demand(await page.evaluate(() => document.querySelector('main').contains(document.activeElement) || !document.querySelector('main').querySelector('a[href],button,input:not([type=hidden]),select,textarea,summary')),
      'the next stop lies outside the page\'s own part');
  }, page);

  const stops = [];
  await check(`${name}: every control is reached with the tab key`, async () => {
    await page.goto(path);
    const wanted = await page.evaluate(controls);
    const reached = new Set();
    for (let i = 0; i < most; i++) {
      await page.keyboard.press('Tab');
      const stop = await page.evaluate(describe);
      if (!stop.key || reached.has(stop.key)) break;
      reached.add(stop.key);
      stops.push(stop);
    }

    return wanted.filter(w => !reached.has(w.key)).map(w => `not reached: ${w.html}`);
  }, page);
  await check(`${name}: the focus is always visible`, () => stops.filter(s => !s.marked || !s.inView).map(s => `${s.marked ? '' : 'not marked '}${s.inView ? '' : 'covered or out of view '}${s.html}`), page);
}

// Both run in the page; a key is given to each element on first sight.
function controls() {
  const groups = new Set();
  return [...document.querySelectorAll('a[href],button,input:not([type=hidden]),select,textarea,summary,[tabindex="0"]')]
    .filter(e => !e.disabled && e.checkVisibility({ visibilityProperty: true }) && e.getClientRects().length > 0 && !e.closest('[inert]'))
    .filter(e => {
      // A group of radio buttons is one stop.
      if (e.type !== 'radio') return true;
      const checked = document.querySelector(`input[type=radio][name="${CSS.escape(e.name)}"]:checked`);
      return checked ? checked === e : !groups.has(e.name) && groups.add(e.name);
    })
    .map(e => ({ key: (e.dataset.stop ??= String(Math.random())), html: e.outerHTML.slice(0, 160) }));
}

function describe() {
  const e = document.activeElement;
  if (!e || e === document.body) return {};
  const style = getComputedStyle(e);
  // A hidden box may be drawn by its label.
  const drawn = [e, e.labels?.[0], e.closest('label')].filter(Boolean).map(x => getComputedStyle(x));
  const box = e.getBoundingClientRect();
  const top = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
  return {
    key: (e.dataset.stop ??= String(Math.random())),
    href: e.getAttribute('href'),
    marked: drawn.some(s => (s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 1) || s.boxShadow !== 'none'),
    inView: style.opacity === '0' || (box.bottom > 0 && box.right > 0 && box.top < innerHeight && box.left < innerWidth && (!top || e.contains(top) || top.contains(e) || [...(e.labels ?? [])].some(l => l.contains(top)))),
    html: e.outerHTML.slice(0, 160),
  };
}
