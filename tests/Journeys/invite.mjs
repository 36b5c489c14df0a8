// The way of somebody new: a post is given, a mail comes, its link is opened.
import { demand } from './checks.mjs';

/** A head gives somebody a post at the school; the link of the mail that this person gets. */
export async function invite(site, person, options = {}) {
  const head = site.someone('SeniorLeader', 'lantern-hill');
  const { page, context } = await site.open(head, options);
  await page.goto('/network');
  await page.locator('main').getByRole('link', { name: 'Lantern Hill International School' }).first().click();
  await page.getByRole('link', { name: 'Give somebody a post' }).click();
  await page.getByLabel('Name', { exact: true }).fill(person.name);
  await page.getByLabel('Mail', { exact: true }).fill(person.mail);
  await page.getByLabel('Role', { exact: true }).selectOption({ label: 'Teacher' });
  await page.getByLabel('Title', { exact: true }).fill('Form teacher');
  await page.getByRole('button', { name: 'Give the post' }).click();
  demand(!page.url().endsWith('/posts/new'), `the post was refused: ${await page.locator('main').innerText()}`);
  await page.goto('/demo/mail');
  const box = page.locator('.cw-box', { hasText: person.mail }).first();
  const link = await box.locator('a[href*="/welcome/"]').first().getAttribute('href');
  await context.close();
  return link;
}

/** Who the foot of the page says is signed in. */
export async function signedInAs(page) {
  return (await page.getByRole('contentinfo').innerText()).match(/Signed in as\s+(.+)/)?.[1].trim();
}

export async function signOut(page) {
  await page.getByRole('contentinfo').getByRole('button', { name: 'Sign out' }).click();
  await page.waitForURL('**/signed-out');
}
