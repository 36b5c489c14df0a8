// Starts one program, asks it for /sign-in every 5 ms until it answers 200, prints the milliseconds from the start of the
// process to the end of that answer, and ends the process it started.
//   node first-answer.mjs LOG PROGRAM [ARGUMENT...]
import { spawn } from "node:child_process";
import { openSync } from "node:fs";
import { get } from "node:http";
import { createServer } from "node:net";

const [log, program, ...args] = process.argv.slice(2);
const port = await new Promise((found) => {
  const server = createServer().listen(0, "127.0.0.1", () => {
    const { port } = server.address();
    server.close(() => found(port));
  });
});
const out = openSync(log, "a");
const before = process.hrtime.bigint();
const child = spawn(program, args, {
  stdio: ["ignore", out, out],
  env: { ...process.env, PORT: String(port), ASPNETCORE_URLS: `http://localhost:${port}` },
});
let ended = false;
child.on("error", (error) => {
  console.error(error.message);
  process.exit(1);
});
child.on("exit", () => (ended = true));

const ask = () =>
  new Promise((answered) => {
    const request = get({ host: "127.0.0.1", port, path: "/sign-in", agent: false, headers: { host: `localhost:${port}` } }, (response) => {
      response.resume();
      response.on("end", () => answered(response.statusCode));
    });
    request.on("error", () => answered(0));
  });

while ((await ask()) !== 200) {
  if (ended) {
    console.error(`${program} ended before it answered; see ${log}`);
    process.exit(1);
  }

  await new Promise((later) => setTimeout(later, 5));
}

console.log(Number((process.hrtime.bigint() - before) / 1000000n));
child.kill("SIGTERM");
await new Promise((gone) => (ended ? gone() : child.on("exit", gone)));
