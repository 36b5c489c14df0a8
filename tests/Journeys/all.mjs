// Journeys through the made-up city in a real browser.
//   node all.mjs PROGRAM DATAFOLDER [CONNECTION] [journey ...]
// PROGRAM is the built causeway; DATAFOLDER is made new; CONNECTION leads to a PostgreSQL server (as .NET writes it).
// Names of journeys (such as `passkey`) run only those. Last line: the figures. Exit 0: all passed.
import { readdirSync } from 'node:fs';
import { launch } from './browser.mjs';
import { Checks, JourneyEnds } from './checks.mjs';
import { Site } from './site.mjs';

const [program, folder, connection, ...only] = process.argv.slice(2);
if (!program || !folder) {
  console.error('usage: node all.mjs PROGRAM DATAFOLDER [CONNECTION] [journey ...]');
  process.exit(2);
}

const began = performance.now();
const checks = new Checks(folder);
const browser = await launch();
let site;
try {
  checks.journey = 'start';
  await checks.step('The made-up city opens', async () => { site = await Site.start(program, folder, connection, browser); });
  for (const file of readdirSync(new URL('journeys', import.meta.url)).filter(f => f.endsWith('.mjs')).sort()) {
    const name = file.replace(/^\d+-|\.mjs$/g, '');
    if (only.length > 0 && !only.includes(name)) continue;
    checks.journey = name;
    const started = performance.now();
    await travel(file);
    console.log(`         ${name}: ${((performance.now() - started) / 1000).toFixed(1)} s\n`);
  }
} catch (error) {
  if (!(error instanceof JourneyEnds)) throw error;
} finally {
  await within(20_000, browser.close(), 'closing the browser').catch(late => console.log(late.message));
  await site?.stop();
}

console.log(checks.summary((performance.now() - began) / 1000));
process.exit(checks.failed === 0 ? 0 : 1);

async function travel(file) {
  const { default: journey } = await import(`./journeys/${file}`);
  try {
    await within(900_000, journey({ site, checks, check: checks.check.bind(checks), step: checks.step.bind(checks) }), 'the journey');
  } catch (error) {
    if (error instanceof JourneyEnds) {
      console.log('         The rest of this journey was not run.');
    } else {
      await checks.check('The journey goes to its end', () => { throw error; });
    }
  } finally {
    // A browser that does not let go of a page must not hold up everything after it.
    await within(20_000, Promise.all(browser.contexts().map(c => c.close())), 'closing pages').catch(late => console.log(`         ${late.message}`));
  }
}

function within(milliseconds, work, name) {
  let bell;
  const late = new Promise((_, failed) => { bell = setTimeout(() => failed(new Error(`${name} took more than ${milliseconds / 1000} s`)), milliseconds); });
  return Promise.race([work, late]).finally(() => clearTimeout(bell));
}
