// A counsellor's working day in a browser that runs no script at all.
import { createHmac } from 'node:crypto';
import { join } from 'node:path';
import { demand, press, same } from '../checks.mjs';
import { invite, signOut, signedInAs } from '../invite.mjs';

const noScript = { javaScriptEnabled: false };
const list = 'lists/vieux-port.csv';

export default async function ({ site, check, step }) {
  const { page } = await site.open(null, noScript);
  const button = name => page.getByRole('button', { name, exact: true });
  const heading = () => page.getByRole('heading', { level: 1 }).innerText();
  const rows = site.city.lists.find(l => l.file === list).rows;

  await step('a link of the made-up city signs in', async () => {
    await page.goto('/demo');
    await press(page.getByRole('link', { name: 'Be Tomás Abreu' }));
    same(await signedInAs(page), 'Tomás Abreu', 'signed in as');
  }, page);

  await step('a list in another encoding is read before anything is taken', async () => {
    await page.goto('/directory/import');
    await page.locator('input[type=file]').setInputFiles(join(site.samples, list));
    await press(button('Read the list'));
    same(await heading(), 'Look before it is taken', 'heading');
    const text = await page.locator('main').innerText();
    demand(text.includes(`${rows} rows`), `does not speak of ${rows} rows`);
    demand(text.includes('Prénom') && !text.includes('\uFFFD'), 'accents were lost');
  }, page);

  await step('columns are put right and the choices stay', async () => {
    const right = { 'Nom': 'Family name', 'Prénom': 'Given name', 'Motifs de consultation': 'Help offered', 'Lieu': 'Where the help happens' };
    const column = name => page.locator('tr', { hasText: `· ${name}` }).first().getByRole('combobox');
    for (const [name, label] of Object.entries(right)) await column(name).selectOption({ label });
    await press(button('Read again'));
    for (const [name, label] of Object.entries(right)) {
      same(await column(name).evaluate(e => e.selectedOptions[0].textContent.trim()), label, `${name} is read as`);
    }

    demand(/Khalid Abdallah|Abdallah,? Khalid/.test(await page.locator('main').innerText()), 'the preview does not put the two parts of a name together');
  }, page);

  let result;
  await step('the list is taken in while the page waits by being opened again', async () => {
    await press(button('Take the list in'));
    result = new URL(page.url()).pathname;
    for (let i = 0; i < 120 && await heading() !== 'The list is in'; i++) {
      await page.waitForTimeout(1000);
      await press(page.getByRole('link', { name: 'Look again' }));
    }

    same(await heading(), 'The list is in', 'heading');
  }, page);

  await check('every row is accounted for', async () => {
    const [taken, warned, held, unchanged, seen, all] = (await page.locator('main').innerText()).match(/(\d+) taken \+ (\d+) with a warning \+ (\d+) held \+ (\d+) unchanged = (\d+) of (\d+) rows/).slice(1).map(Number);
    same(taken + warned + held + unchanged, seen, 'rows added up');
    same(seen, all, 'rows seen');
    same(all, rows, 'rows in the list');
  }, page);

  await check('a search finds with and without accents', async () => {
    const [plain, accented] = [await find(page, 'Niedermoller'), await find(page, 'Niedermöller')];
    demand(plain.length > 0, 'nothing found without accents');
    same(plain.join(), accented.join(), 'entries');
  }, page);
  await check('a search finds in another script', async () => {
    const [latin, hangul] = [await find(page, 'GIM Haeun'), await find(page, '김하은')];
    demand(latin.some(e => hangul.includes(e)), `no entry in both: ${latin.length} and ${hangul.length} found`);
  }, page);

  await check('an entry opens and says who said what', async () => {
    await find(page, 'Niedermöller');
    await press(page.locator('main h3 a[href*="/directory/entries/"]').first());
    demand((await heading()).includes('Niedermöller'), `heading ${await heading()}`);
    demand(/Who lists it/.test(await page.locator('main').innerText()), 'no word of who lists it');
  }, page);

  await check('the list prints on a page of its own', async () => {
    await page.goto('/directory/listings');
    await press(page.getByRole('link', { name: 'Print', exact: true }));
    demand(await page.getByRole('row').count() > 50, 'hardly a row to print');
  }, page);

  await edit(page, check, step, result);

  await check('language and colours are chosen, and chosen back', async () => {
    await page.goto('/appearance?back=%2Ffind-help');
    await page.locator('input[name=Language][value=ar]').check();
    await page.locator('input[name=Theme][value=dark]').check();
    await press(button('Save'));
    same(await page.locator('html').getAttribute('dir'), 'rtl', 'direction');
    same(await page.locator('html').getAttribute('data-bs-theme'), 'dark', 'colours');
    await page.goto('/appearance');
    await page.locator('input[name=Language][value=en]').check();
    await page.locator('input[name=Theme][value=auto]').check();
    await press(page.locator('main button[type=submit]'));
    same(await page.locator('html').getAttribute('dir'), 'ltr', 'direction');
  }, page);

  await check('the whole list is taken back', async () => {
    await page.goto(result);
    await confirm(page, 'Take the whole list back');
    same(await heading(), 'This list was taken back', 'heading');
  }, page);

  await check('signing out works, and closes what was open', async () => {
    await signOut(page);
    same(await heading(), 'You are signed out', 'heading');
    await page.goto('/directory/listings');
    demand(/^\/(sign-in|demo)/.test(new URL(page.url()).pathname), `still open: ${page.url()}`);
  }, page);

  await joinByPassword(site, check);
}

async function edit(page, check, step, result) {
  let listing;
  await step('a listing is changed', async () => {
    await page.goto(`${result}?show=taken`);
    await press(page.getByRole('link', { name: /^Open the listing/ }).first());
    listing = new URL(page.url()).pathname;
    await press(page.getByRole('link', { name: 'Change', exact: true }));
    await page.getByLabel('Days', { exact: true }).fill('Mon, Thu and every 2nd Friday');
    await page.locator('textarea[name=Note]').fill('Quick & kind; say “hello” from us <b>warmly</b>.');
    await press(page.getByRole('button', { name: 'Save', exact: true }));
    same(new URL(page.url()).pathname, listing, 'page after saving');
    const text = await page.locator('main').innerText();
    demand(text.includes('every 2nd Friday'), 'the days are not shown as typed');
    demand(text.includes('Quick & kind; say “hello” from us <b>warmly</b>.'), 'the note is not shown as it was typed');
  }, page);

  await check('what is typed wrong comes back with the words beside the field', async () => {
    await press(page.getByRole('link', { name: 'Change', exact: true }));
    const name = page.locator('input[name="Typed[PersonName]"]');
    const body = page.locator('input[name="Typed[Organisation]"]');
    await name.fill('');
    await body.fill('');
    await page.locator('textarea[name=Note]').fill('kept while wrong');
    await press(page.getByRole('button', { name: 'Save', exact: true }));
    demand(await page.locator('[aria-invalid=true]').count() > 0, 'no field is marked');
    same(await page.locator('textarea[name=Note]').inputValue(), 'kept while wrong', 'the note');
  }, page);

  await check('taking a listing away is undone', async () => {
    await page.goto(listing);
    await confirm(page, 'Take it away');
    await page.goto(listing);
    await press(page.getByRole('button', { name: 'Bring it back' }));
    await page.goto(listing);
    demand(await page.getByRole('button', { name: 'Bring it back' }).count() === 0, 'it is still away');
    demand((await page.locator('main').innerText()).includes('every 2nd Friday'), 'it came back otherwise than it went');
  }, page);
}

async function joinByPassword(site, check) {
  const newcomer = { name: 'Oskar Venn', mail: 'oskar.venn@lanternhill.example' };
  const { page } = await site.open(null, noScript);
  await check('somebody invited joins with a password and an authenticator app', async () => {
    await page.goto(await invite(site, newcomer, noScript));
    await press(page.getByRole('link', { name: 'Go on with a password' }));
    await page.getByLabel('Your name').fill(newcomer.name);
    await page.getByLabel('New password').fill('seven quiet lanterns above the quay');
    const secret = (await page.locator('code').first().textContent()).replace(/\s/g, '');
    await page.getByLabel(/^Code of your/).fill(codeOf(secret, Date.now()));
    await press(page.getByRole('button', { name: 'Save and sign in' }));
    same(await signedInAs(page), newcomer.name, 'signed in as');
  }, page);
}

// A confirmation may be folded away behind its heading.
async function confirm(page, name) {
  const button = page.getByRole('button', { name, exact: true }).first();
  if (!await button.isVisible()) await page.locator('summary', { hasText: name }).first().click();
  await press(button);
}

/** The ids of the entries that a search shows, in order. */
async function find(page, words) {
  await page.goto('/find-help');
  await page.locator('main input[name=q]').fill(words);
  await press(page.getByRole('button', { name: 'Show results' }));
  return page.locator('main h3 a[href*="/directory/entries/"]').evaluateAll(all => all.map(a => a.pathname));
}

// RFC 6238 as authenticator apps do it: six digits, thirty seconds, SHA-1.
function codeOf(secret, at) {
  const bits = [...secret.toUpperCase()].filter(c => c !== '=').map(c => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(c).toString(2).padStart(5, '0')).join('');
  const key = Buffer.from(bits.match(/.{8}/g).map(b => parseInt(b, 2)));
  const time = Buffer.alloc(8);
  time.writeBigUInt64BE(BigInt(Math.floor(at / 30_000)));
  const hash = createHmac('sha1', key).update(time).digest();
  const place = hash[19] & 15;
  return String((hash.readUInt32BE(place) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}
