// A person comes in by a set-up link, registers a passkey, prints codes, signs out, and signs in again with the passkey.
// BASE_URL=http://localhost:5080 node tests/Journeys/passkey.mjs <set-up link>
// The browser is the system's Chromium (CHROMIUM, default /usr/bin/chromium) with a virtual authenticator.
import assert from "node:assert/strict";
import { chromium } from "playwright-core";

const base = process.env.BASE_URL ?? "http://localhost:5080";
const link = process.argv[2];
if (!link) {
  console.error("usage: node passkey.mjs <set-up link>");
  process.exit(2);
}

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
});

const violations = [];
try {
  const context = await browser.newContext();
  const page = await context.newPage();
  page.on("console", message => {
    if (/Content Security Policy|TrustedHTML|TrustedScript/i.test(message.text())) violations.push(message.text());
  });
  const devtools = await context.newCDPSession(page);
  await devtools.send("WebAuthn.enable");
  const { authenticatorId } = await devtools.send("WebAuthn.addVirtualAuthenticator", {
    options: { protocol: "ctap2", transport: "internal", hasResidentKey: true, hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true },
  });

  // Come in
  await page.goto(new URL(new URL(link).pathname, base).href);
  await page.getByLabel("Your name").fill("Nela Brandt");
  await page.getByRole("button", { name: "Go on with a passkey" }).click();
  await page.waitForURL("**/account/recovery-codes");
  const { credentials } = await devtools.send("WebAuthn.getCredentials", { authenticatorId });
  assert.equal(credentials.length, 1);
  assert.equal(credentials[0].isResidentCredential, true, "the passkey can be found without a user name");
  console.log("passkey registered");

  await page.getByRole("button", { name: "Make ten new codes" }).click();
  await page.waitForSelector("ol code");
  assert.equal(await page.locator("ol code").count(), 10);
  console.log("ten codes shown");

  // The link is spent
  const again = await page.request.get(new URL(new URL(link).pathname, base).href);
  assert.equal(again.status(), 404);

  // Out
  await page.goto(new URL("/account/sign-out", base).href);
  await page.locator("main").getByRole("button", { name: "Sign out" }).click();
  await page.waitForURL("**/signed-out");
  await page.goto(new URL("/account", base).href);
  assert.equal(new URL(page.url()).pathname, "/sign-in");
  console.log("signed out");

  // Somebody who is not verified by the device stays out
  await devtools.send("WebAuthn.setUserVerified", { authenticatorId, isUserVerified: false });
  await page.getByRole("button", { name: "Sign in with a passkey" }).click();
  await page.getByText("No passkey was used.").waitFor();
  assert.equal(new URL(page.url()).pathname, "/sign-in");
  await devtools.send("WebAuthn.setUserVerified", { authenticatorId, isUserVerified: true });

  // In again, back to the page that was asked for
  await page.getByRole("button", { name: "Sign in with a passkey" }).click();
  await page.waitForURL("**/account");
  assert.equal(await page.getByLabel("Your name").inputValue(), "Nela Brandt");
  console.log("signed in by passkey");

  // A second passkey, named; then the first one goes
  await page.goto(new URL("/account/passkeys", base).href);
  assert.equal(await page.locator("main tbody tr").count(), 1);
  await devtools.send("WebAuthn.addVirtualAuthenticator", {
    options: { protocol: "ctap2", transport: "usb", hasResidentKey: true, hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true },
  });
  await page.getByLabel("Name (may stay empty)").fill("Key on my desk");
  await page.getByRole("button", { name: "Add a passkey" }).click();
  await page.getByText("The passkey is added.").waitFor();
  assert.equal(await page.locator("main tbody tr").count(), 2);
  await page.getByRole("rowheader", { name: "Key on my desk" }).waitFor();
  console.log("second passkey added");

  assert.deepEqual(violations, [], "no violation of the content security policy");
  console.log("passkey journey: ok");
} finally {
  await browser.close();
}
