// A network and what its members do for each other: its face, its way in and out, readiness, help given, groups.
import { demand, pick, press, same, until } from '../checks.mjs';

const mark = Math.random().toString(36).slice(2, 7);
const day = days => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

export default async function ({ site, check }) {
  const coord = await site.open(site.someone('NetworkCoordinator'));
  const lead = await site.open(site.someone('SafeguardingLead', 'lantern-hill'));
  const head = await site.open(site.someone('SeniorLeader', 'lantern-hill'));
  const peer = await site.open(site.someone('SafeguardingLead', 'north-quay'));
  const own = await ownPage(lead.page);
  const { page } = coord;

  await check('name, acronym and listing are fields; another short name stands on every page at once (000-15, 000-08)', async () => {
    await page.goto('/network/edit');
    const before = await page.locator('[name="Input.Acronym"]').inputValue();
    demand(await page.locator('input[type=checkbox][name="Input.ContentIsPrivate"]').count() === 1
      && await page.locator('input[type=checkbox][name="Input.ExistenceIsListed"]').count() === 1, 'privacy and listing are not two switches');
    await rename(page, `N${mark}`);
    await page.goto('/network/edit');
    same(await page.locator('[name="Input.Acronym"]').inputValue(), `N${mark}`, 'the short name');
    await rename(page, before);
  }, page);

  await check('an operator founds a network, and a wrong form loses nothing (000-08)', async () => {
    const operator = await site.open(site.someone('Operator'));
    await operator.page.goto('/network/found');
    await operator.page.locator('[name="Input.Name"]').fill(`Hill and Bay ${mark}`);
    await press(operator.page.locator('main form[method=post] button').last());
    same(await operator.page.locator('[name="Input.Name"]').inputValue(), `Hill and Bay ${mark}`, 'what was typed');
    await operator.context.close();
  }, page);

  await check('a school is asked in by a link, which a stranger must sign in for (000-08)', async () => {
    await page.goto('/network/invite');
    await page.locator('form[action*="handler=Link"] [name=MadeFor]').fill(`Bay School ${mark}`);
    await press(page.getByRole('button', { name: 'Make a link' }));
    const link = (await page.locator('main').evaluate(m => m.innerText + [...m.querySelectorAll('input')].map(i => i.value).join(' '))).match(/\/network\/join\/\S+/)?.[0];
    demand(link, 'no link');
    const stranger = await site.open(null);
    await stranger.page.goto(link);
    same(new URL(stranger.page.url()).pathname, '/sign-in', 'where a stranger comes to');
    await stranger.context.close();
  }, page);

  await check('whoever thinks of leaving takes all data home first (000-08)', async () => {
    await head.page.goto('/network/leave');
    const [file] = await Promise.all([head.page.waitForEvent('download'), head.page.getByRole('button', { name: 'Download our data' }).click()]);
    demand(/\.(zip|json)$/.test(file.suggestedFilename()), file.suggestedFilename());
    demand(/leave behind|left behind|stays/i.test(await head.page.innerText('main')), 'nothing says what stays');
  }, head.page);

  await check('readiness: with words only, a peer reads the words and no item by any address (000-19)', async () => {
    await share(lead.page, 'Banded');
    await peer.page.goto('/network/readiness/peers');
    const row = peer.page.locator('tr', { hasText: 'Lantern Hill' });
    demand(/Firm|On the way|Too early/.test(await row.innerText()), 'no words');
    const school = own.split('/').pop();
    same((await peer.page.request.get(site.url(`/network/readiness/peers/${school}`))).status(), 404, 'the items of a school that shows words');
    await share(lead.page, 'Open');
    same((await peer.page.request.get(site.url(`/network/readiness/peers/${school}`))).status(), 200, 'the items of a school that shows them');
    await share(lead.page, 'Banded');
  }, peer.page);

  await check('an item of readiness has an owner, a day of review and a state in words; it prints (000-19)', async () => {
    await lead.page.goto('/network/readiness/items');
    await lead.page.locator('[name=Text]').fill(`Keys of the record room are counted ${mark}`);
    await lead.page.locator('[name=ReviewOn]').fill(day(90));
    await choose(lead.page, 'Area');
    await choose(lead.page, 'Owner');
    await press(lead.page.getByRole('button', { name: 'Save' }));
    await lead.page.goto('/network/readiness/print');
    demand((await lead.page.innerText('body')).includes(`Keys of the record room are counted ${mark}`), 'it is not on paper');
  }, lead.page);

  const offer = `Talk about sleep ${mark}`;
  await check('an offer is taken up, given with its hours, and the receiver tells what came of it (003-02)', async () => {
    await lead.page.goto('/network/offers/new');
    await lead.page.locator('[name=Topic]').fill(offer);
    await lead.page.locator('[name=Amount]').fill('Two hours');
    await press(lead.page.getByRole('button', { name: 'Show it to the members' }));
    await peer.page.goto('/network/offers');
    await press(peer.page.getByRole('link', { name: offer }));
    const address = new URL(peer.page.url()).pathname;
    await press(peer.page.getByRole('button', { name: 'We take this up' }));
    await lead.page.goto(address);
    await lead.page.locator('[name=Hours]').fill('2');
    await press(lead.page.locator('form[action*="handler=Give"] button, form:has([name=Hours]) button').first());
    await peer.page.goto(address);
    await peer.page.locator('[name=Effect]').fill(`Forty parents stayed to the end ${mark}`);
    await press(peer.page.locator('form:has([name=Effect]) button').first());
    await lead.page.goto(address);
    demand((await lead.page.innerText('main')).includes(`Forty parents stayed to the end ${mark}`), 'the effect is not told');
  }, lead.page);

  await check('everything a school does with others stands on one page, and its numbers are those of the rooms (003-01)', async () => {
    const given = await until(async () => {
      await lead.page.goto(own + '/beyond');
      return (await lead.page.innerText('main')).match(/Help given and received: (\d+)/)?.[1];
    }, 10);
    demand((await lead.page.innerText('main')).includes(offer), 'the help just given is missing');
    const rows = await lead.page.locator('table').filter({ hasText: offer }).locator('tbody tr').count();
    same(Number(given), rows, 'rows of help');
    await peer.page.goto(own + '/beyond');
    demand(!/Cases?:/.test(await peer.page.innerText('main')), 'a peer reads of cases');
  }, lead.page);

  await check('a school says to which trust it belongs; a circle is refused (003-03)', async () => {
    await head.page.goto(own + '/group');
    const other = await head.page.locator('[name=Parent] option', { hasText: 'Ropewalk' }).getAttribute('value');
    await head.page.locator('[name=Parent]').selectOption(other);
    await head.page.locator('[name=From]').fill(day(-30));
    await press(head.page.getByRole('button', { name: 'Save' }));
    demand(/Ropewalk/.test(await head.page.innerText('main')), 'the trust is not shown');
    const owner = await site.open(site.someone('SeniorLeader', 'ropewalk'));
    await owner.page.goto(`/organisations/${other}/group`);
    await owner.page.locator('[name=Parent]').selectOption(own.split('/').pop());
    await owner.page.locator('[name=From]').fill(day(-10));
    await press(owner.page.getByRole('button', { name: 'Save' }));
    demand(/\/group$/.test(new URL(owner.page.url()).pathname), 'a circle was taken');
    await owner.context.close();
  }, head.page);

  await check('nothing went wrong in the pages meanwhile', () => [...coord.complaints, ...lead.complaints, ...head.complaints, ...peer.complaints]);
}

async function ownPage(page) {
  await page.goto('/network');
  return page.getByRole('link', { name: 'Your organisation' }).getAttribute('href');
}

async function rename(page, acronym) {
  await page.locator('[name="Input.Acronym"]').fill(acronym);
  await page.getByRole('button', { name: 'Save' }).click();
  await page.waitForURL(address => !address.pathname.endsWith('/edit'));
}

async function share(page, level) {
  await page.goto('/network/readiness/sharing');
  await pick(page, 'Level', level);
  await press(page.getByRole('button', { name: 'Save' }));
}

/** The first real choice of a list, or text where there is none to choose from. */
async function choose(page, name) {
  const field = page.locator(`[name=${name}]`).first();
  const kind = await field.evaluate(e => e.tagName + ':' + e.type);
  if (kind.startsWith('SELECT')) await field.selectOption({ index: 1 });
  else if (kind.endsWith('radio')) await field.check({ force: true });
  else await field.fill('Mara Lindqvist');
}
