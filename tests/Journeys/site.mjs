// The built program with the made-up city in it, and the people one can be there.
import { spawn, spawnSync } from 'node:child_process';
import { appendFileSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { watch } from './watch.mjs';

const repository = fileURLToPath(new URL('../..', import.meta.url));
const patience = 240_000;

export class Site {
  #child;
  #database;
  #browser;
  #printed = [];

  /** Starts the program and waits until it says that it answers. */
  static async start(program, folder, connection, browser) {
    mkdirSync(folder, { recursive: true });
    const site = new Site();
    site.#browser = browser;
    site.folder = resolve(folder);
    site.samples = join(repository, 'samples');
    site.city = JSON.parse(readFileSync(join(site.samples, 'city.json'), 'utf8'));
    const port = await freePort();
    const environment = { ...process.env, PORT: String(port), CAUSEWAY_DATA: join(site.folder, 'data'), DOTNET_DbgEnableMiniDump: '0' };
    delete environment.CAUSEWAY_URL;
    delete environment.CAUSEWAY_DATABASE;
    if (connection) {
      site.#database = createDatabase(connection);
      environment.CAUSEWAY_DATABASE = site.#database.connection;
    }

    site.#child = spawn(resolve(program), ['demo', '--samples', site.samples], { env: environment, cwd: site.folder, stdio: ['ignore', 'pipe', 'pipe'] });
    site.base = await site.#ready();
    await site.#meetPeople();
    return site;
  }

  get onPostgres() {
    return this.#database !== undefined;
  }

  /** Everybody on the page of the made-up city: name, role (in words), organisation (key), link. */
  people = [];

  /** The first of a role; of the organisation, where one is named. */
  someone(role, organisation) {
    const found = this.people.find(p => p.posts.some(q => q.role === role && (!organisation || q.organisation === organisation)));
    if (!found) throw new Error(`Nobody in the made-up city is ${role}${organisation ? ' of ' + organisation : ''}.`);
    return found;
  }

  /** Links that the program printed on the terminal. */
  get printedLinks() {
    return [...new Set(this.#printed.flatMap(line => line.match(/https?:\/\/\S+\/demo\/enter\/\S+/g) ?? []))];
  }

  url(path) {
    return new URL(path, this.base).href;
  }

  /** A fresh browser profile, signed in as the person if one is given, reading in `language`. What goes wrong in its pages lands in `complaints`. */
  async open(person, { language, ...options } = {}) {
    const context = await this.#browser.newContext({ viewport: { width: 1280, height: 900 }, baseURL: this.base, ...options });
    context.setDefaultTimeout(15_000);
    if (language) await context.addCookies([{ name: 'cw-lang', value: language, url: this.base }]);
    const page = await context.newPage();
    const complaints = await watch(page, this.base);
    if (person) await page.goto(person.link);
    return { context, page, complaints };
  }

  async stop() {
    if (this.#child && this.#child.exitCode === null) {
      const ended = new Promise(done => this.#child.once('exit', done));
      this.#child.kill('SIGTERM');
      const late = setTimeout(() => this.#child.kill('SIGKILL'), 15_000);
      await ended;
      clearTimeout(late);
    }

    this.#database?.drop();
  }

  #ready() {
    return new Promise((ready, failed) => {
      const late = setTimeout(() => failed(new Error('The program did not say that it is ready.\n' + this.#printed.slice(-30).join('\n'))), patience);
      const hear = chunk => {
        appendFileSync(join(this.folder, 'program.log'), chunk);
        const lines = chunk.toString().split('\n');
        this.#printed.push(...lines);
        const url = lines.map(line => line.match(/Causeway is ready: (\S+)/)?.[1]).find(Boolean);
        if (url) {
          clearTimeout(late);
          // The links are printed around that line.
          setTimeout(() => ready(url), 1000);
        }
      };
      this.#child.stdout.on('data', hear);
      this.#child.stderr.on('data', hear);
      this.#child.on('error', failed);
      this.#child.on('exit', code => failed(new Error(`The program ended with ${code}.\n` + this.#printed.slice(-30).join('\n'))));
    });
  }

  async #meetPeople() {
    const { context, page } = await this.open();
    await page.goto('/demo');
    const links = await page.locator('a[href^="/demo/enter/"]').evaluateAll(all => all.map(a => [a.href, (a.closest('li, section, article, .cw-box, .cw-work') ?? a).textContent]));
    await context.close();
    for (const person of this.city.people) {
      const link = links.find(([, text]) => text.includes(person.name))?.[0];
      if (link) this.people.push({ ...person, link, posts: person.posts.filter(p => p.untilDay == null || p.untilDay >= 0) });
    }
  }
}

function freePort() {
  return new Promise((found, failed) => {
    const probe = createServer().on('error', failed).listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => found(port));
    });
  });
}

// A database of its own in the cluster that the connection string (as .NET writes it) leads to.
function createDatabase(connection) {
  const parts = Object.fromEntries(connection.split(';').filter(Boolean).map(p => p.split(/=(.*)/s).slice(0, 2)));
  const name = `causeway_journeys_${process.pid}`;
  const run = sql => {
    const told = spawnSync(psql(), ['-q', '-v', 'ON_ERROR_STOP=1', '-h', parts.Host, '-p', parts.Port, '-U', parts.Username, '-d', parts.Database, '-c', sql],
      { env: { ...process.env, PGPASSWORD: parts.Password ?? '' }, encoding: 'utf8' });
    if (told.error || told.status !== 0) throw new Error(`PostgreSQL refused: ${told.error?.message ?? told.stderr}`);
  };
  run(`CREATE DATABASE ${name}`);
  return { connection: connection.replace(/Database=[^;]*/, `Database=${name}`), drop: () => run(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`) };
}

function psql() {
  try {
    const versions = readdirSync('/usr/lib/postgresql').sort((a, b) => Number(b) - Number(a));
    return versions.length > 0 ? `/usr/lib/postgresql/${versions[0]}/bin/psql` : 'psql';
  } catch {
    return 'psql';
  }
}
