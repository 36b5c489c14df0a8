// Somebody invited makes a passkey and comes back with it. Chromium's own virtual device stands in for the finger.
import { demand, same } from '../checks.mjs';
import { invite, signOut, signedInAs } from '../invite.mjs';

export default async function ({ site, check, step }) {
  const newcomer = { name: 'Nadia Quill', mail: 'nadia.quill@lanternhill.example' };
  let link;
  await step('somebody new is invited by mail', async () => { link = await invite(site, newcomer); demand(link, 'no link in the mail'); });

  const { page, context, complaints } = await site.open();
  const wire = await context.newCDPSession(page);
  await wire.send('WebAuthn.enable');
  const { authenticatorId } = await wire.send('WebAuthn.addVirtualAuthenticator', {
    options: { protocol: 'ctap2', ctap2Version: 'ctap2_1', transport: 'internal', hasResidentKey: true, hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true },
  });
  const keys = async () => (await wire.send('WebAuthn.getCredentials', { authenticatorId })).credentials;

  await step('the link opens a page with a choice', async () => {
    await page.goto(link);
    same(await page.getByRole('heading', { level: 1 }).innerText(), 'Welcome', 'heading');
  }, page);
  await step('a passkey is made and signs in', async () => {
    await page.getByLabel('Your name').fill(newcomer.name);
    await page.getByRole('button', { name: 'Go on with a passkey' }).click();
    await page.waitForURL(url => !url.pathname.startsWith('/welcome/'));
    same(await signedInAs(page), newcomer.name, 'signed in as');
    const [key, ...others] = await keys();
    demand(key && others.length === 0, `${others.length + (key ? 1 : 0)} keys on the device`);
    same(key.rpId, 'localhost', 'the key belongs to');
    demand(key.isResidentCredential, 'the key needs a name typed first');
  }, page);
  await check('the account page shows it', async () => {
    await page.goto('/account');
    demand(/1 passkey/.test(await page.locator('main').innerText()), 'no passkey is counted');
  }, page);
  await step('signing out ends the session', async () => {
    const kept = await context.cookies();
    await signOut(page);
    await context.addCookies(kept);
    await page.goto('/account');
    demand(!new URL(page.url()).pathname.startsWith('/account'), 'the old cookie still opens the account');
    await context.clearCookies();
  }, page);
  await step('the passkey signs in again', async () => {
    const before = (await keys())[0].signCount;
    await page.goto('/sign-in');
    await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
    await page.waitForURL(url => url.pathname !== '/sign-in');
    same(await signedInAs(page), newcomer.name, 'signed in as');
    demand((await keys())[0].signCount > before, 'the device was not asked');
  }, page);
  await check('a device without the key gets in nowhere, and is told so', async () => {
    await signOut(page);
    await wire.send('WebAuthn.clearCredentials', { authenticatorId });
    await page.goto('/sign-in');
    await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
    await page.getByText('No passkey was used.').waitFor();
    same(new URL(page.url()).pathname, '/sign-in', 'still on');
  }, page);
  await check('the invitation works once', async () => {
    await page.goto(link);
    same(await page.getByRole('heading', { level: 1 }).innerText(), 'This invitation is closed', 'heading');
  }, page);
  await check('nothing was refused by the content policy on the way', () => complaints);
}
