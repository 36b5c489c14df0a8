// A campaign through a real mail server that misbehaves: it refuses, takes a mail and hangs up before saying so, hands on late,
// hands on twice, and answers slowly. Professionals answer from whatever reaches them, some twice at once.
//   node bench/Campaign/smtp.mjs PROGRAM DATAFOLDER [ENTRIES] [MINUTES] [CONNECTION]
// PROGRAM is the published causeway; DATAFOLDER is made new. Ends with 1 when anything was counted twice or anybody was mailed too late.
import { spawn } from 'node:child_process';
import { createWriteStream, mkdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { SMTPServer } from 'smtp-server';
import { Visitor } from './visitor.mjs';

const [program, folder, entries = '1000', minutes = '6', connection] = process.argv.slice(2);
if (!program || !folder) {
  console.error('usage: node smtp.mjs PROGRAM DATAFOLDER [ENTRIES] [MINUTES] [CONNECTION]');
  process.exit(2);
}

const samples = fileURLToPath(new URL('../../samples', import.meta.url));
const wait = seconds => new Promise(done => setTimeout(done, seconds * 1000));
const freePort = () => new Promise(found => {
  const probe = createServer().listen(0, '127.0.0.1', () => {
    const { port } = probe.address();
    probe.close(() => found(port));
  });
});
let state = 20261122;
const dice = () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 2 ** 32;

const count = { sessions: 0, refused: 0, hungUp: 0, late: 0, twice: 0, slow: 0, kept: 0, repeated: 0, crossed: 0, odd: 0 };
const answered = new Map();
const links = new Map();
const tooLate = [];
let over = Infinity;
let base;
const pending = new Set();

const textOf = raw => {
  const [head, ...rest] = raw.split('\r\n\r\n');
  const body = rest.join('\r\n\r\n');
  if (/transfer-encoding: base64/i.test(head)) return Buffer.from(body, 'base64').toString('utf8');
  return /quoted-printable/i.test(head) ? body.replace(/=\r\n/g, '').replace(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(parseInt(hex, 16))) : body;
};

async function answer(to, link, twice) {
  const visitors = Array.from({ length: twice ? 2 : 1 }, () => new Visitor(base));
  const pages = [];
  for (const visitor of visitors) pages.push(await visitor.open(link));
  if (pages.some(p => p.status !== 200)) return;
  const answers = await Promise.all(visitors.map((v, i) => v.post(pages[i], 'value="right"', {}, 'right')));
  answered.set(to, Date.now());
  const kept = answers.filter(a => a.first === 303).length;
  count.kept += kept;
  count.repeated += answers.length - kept;
  if (kept !== 1) count.odd++;
}

function deliver(to, text) {
  const link = /\/check\/[0-9a-f-]{36}\/[0-9a-f-]{36}\/[\w-]{43}/.exec(text)?.[0];
  if (!link) return;
  links.set(to, [...(links.get(to) ?? []), link]);
  // An address with several entries answers one of them only: it is left out of the counting.
  if (answered.has(to) || pending.has(to) || !to.startsWith('pro-') || dice() > 0.7) return;
  pending.add(to);
  setTimeout(() => answer(to, link, dice() < 0.3).catch(e => { count.odd++; console.error(to, e.message); }).finally(() => pending.delete(to)), 500 + dice() * 20_000);
}

const mail = new SMTPServer({
  disabledCommands: ['AUTH', 'STARTTLS'],
  onConnect(session, done) {
    session.began = Date.now();
    done();
  },
  onData(stream, session, done) {
    let raw = '';
    stream.setEncoding('utf8').on('data', part => { raw += part; }).on('end', async () => {
      count.sessions++;
      const to = session.envelope.rcptTo[0].address.toLowerCase();
      if (session.began > over) tooLate.push(`${to} after the end`);
      if (answered.get(to) < session.began) tooLate.push(`${to} after answering`);
      else if (answered.has(to)) count.crossed++;
      const text = textOf(raw);
      const luck = dice();
      if (luck < 0.15) {
        count.refused++;
        return done(Object.assign(new Error('Try later'), { responseCode: 451 }));
      }
      if (luck < 0.25) {
        count.hungUp++;
        deliver(to, text);
        return mail.connections.forEach(c => c.session === session && c._socket.destroy());
      }
      if (luck < 0.35) {
        count.twice++;
        deliver(to, text);
      } else if (luck < 0.45) {
        count.late++;
        setTimeout(deliver, 60_000, to, text);
        return done();
      } else if (luck < 0.47) {
        count.slow++;
        await wait(2);
      }
      deliver(to, text);
      done();
    });
  },
});
mail.on('error', () => {});

mkdirSync(folder, { recursive: true });
const smtpPort = await freePort();
mail.listen(smtpPort, '127.0.0.1');
const port = await freePort();
const site = spawn(resolve(program), ['demo', '--samples', samples], {
  cwd: folder, stdio: ['ignore', 'pipe', 'pipe'],
  env: { ...process.env, PORT: String(port), CAUSEWAY_DATA: join(resolve(folder), 'data'), CAUSEWAY_SMTP: `127.0.0.1:${smtpPort}`, DOTNET_DbgEnableMiniDump: '0', ...(connection ? { CAUSEWAY_DATABASE: connection } : {}) },
});
const log = createWriteStream(join(folder, 'program.log'));
site.stderr.pipe(log);
const began = Date.now();
const seconds = () => Math.round((Date.now() - began) / 1000);
try {
  let printed = '';
  await new Promise((ready, failed) => {
    site.stdout.on('data', part => {
      log.write(part);
      printed += part;
      if (/^\s*SafeguardingLead .*enter/m.test(printed)) ready();
    });
    site.on('exit', code => failed(new Error(`The program ended with ${code}`)));
  });
  base = /Causeway is ready: (\S+)/.exec(printed)[1];
  const enter = async role => {
    const visitor = new Visitor(base);
    await visitor.open(new RegExp(`^\\s*${role} .*?(http\\S+)`, 'm').exec(printed)[1]);
    return visitor;
  };
  const coordinator = await enter('NetworkCoordinator');
  const lead = await enter('SafeguardingLead');
  const checks = await coordinator.open('/directory/check');
  for (const [board] of checks.html.matchAll(/\/directory\/check\/[0-9a-f-]{36}/g)) {
    const page = await coordinator.open(board);
    if (page.html.includes('handler=End')) await coordinator.post(page, 'handler=End');
  }

  const rows = Array.from({ length: Number(entries) }, (_, i) => `Pro${(i * 7919 + 13).toString(36)} Number${(i * 104729 + 7).toString(36)},Youth coach,House ${(i * 31 + 5).toString(36)},pro-${i}@p${i}.example,English\n`);
  const upload = await lead.post(await lead.open('/directory/import'), 'type="file"', {}, null, { Lists: ['crowd.csv', 'Name,Profession,Organisation,Email,Languages\n' + rows.join('')] });
  await lead.post(upload, 'value="start"', { Place: 'Outside', Sharing: 'Network' }, 'start');
  let start;
  do {
    await wait(3);
    start = await coordinator.open('/directory/check/start?kind=Year');
  } while (Number(/<strong>(\d+)<\/strong>\s*entries are asked/.exec(start.html)?.[1] ?? 0) < Number(entries) && seconds() < 240);
  console.log(`${/<strong>(\d+)<\/strong>\s*entries are asked/.exec(start.html)?.[1]} entries, check started after ${seconds()} s`);
  const board = await coordinator.post(start, 'name="Days"', { Name: 'Bad mail' });
  const until = Date.now() + Number(minutes) * 60_000;
  while (Date.now() < until) {
    await wait(15);
    console.log(`${seconds()} s`, JSON.stringify(count), `${links.size} addresses reached`);
  }

  while (pending.size > 0) await wait(1);
  const page = await coordinator.open(board.url.href);
  const [, told, total] = /(\d+) of (\d+) answered/.exec(page.html) ?? [];
  await coordinator.post(page, 'handler=End');
  over = Date.now() + 2000;
  const crowd = [...links].filter(([to]) => to.startsWith('pro-'));
  let open = 0;
  for (const [, all] of crowd) for (const link of new Set(all)) open += (await new Visitor(base).open(link)).status === 410 ? 0 : 1;
  await wait(150);
  console.log(`${total} entries; ${JSON.stringify(count)}; ${links.size} addresses reached, ${answered.size} answered, the board counts ${told}; ${open} links of ${crowd.length} addresses still open; ${tooLate.length} mails too late`);
  if (tooLate.length) console.log(tooLate.slice(0, 20).join('\n'));
  process.exitCode = tooLate.length === 0 && open === 0 && count.odd === 0 && count.kept === answered.size && Number(told) === answered.size && answered.size > 0 ? 0 : 1;
} finally {
  site.kill('SIGTERM');
  mail.close(() => {});
  setTimeout(() => process.exit(), 3000);
}
