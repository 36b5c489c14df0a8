// One Chromium for everybody: the system's own, with a fresh profile and nothing it could phone home about.
import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';

const places = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/snap/bin/chromium'];

/** Starts the browser. It reaches this machine only: a page that asks for anything else gets nothing. */
export async function launch() {
  const executablePath = places.find(p => p && existsSync(p));
  if (!executablePath) throw new Error('Chromium is not here; set CHROMIUM to its path.');
  return chromium.launch({
    executablePath,
    args: [
      '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
      '--disable-component-update', '--disable-sync', '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost',
    ],
  });
}

export const desk = { width: 1280, height: 900 };
export const phone = { width: 375, height: 812 };
