// Measures DBOS on a PostgreSQL of its own: the server as a process on a loopback port, workflows and client in this process.
// Usage: node dbos.mjs FIGURES.json [--large]. Ends with 77 where there is no PostgreSQL to start.
import { execFileSync, spawn } from "node:child_process";
import { chown, readdir, rm } from "node:fs/promises";
import path from "node:path";
import { performance } from "node:perf_hooks";
import { DBOS } from "@dbos-inc/dbos-sdk";
import { bind, cities, dataFolder, freePort, measure, payload, until } from "./measures.mjs";

const skipped = 77;
let moments = [];

const step = (name) => DBOS.runStep(async () => payload, { name });

const helloCities = DBOS.registerWorkflow(async () => {
  let length = 0;
  for (const city of cities) {
    length += (await step(`greet ${city}`)).length;
  }
  return length;
}, { name: "helloCities" });

const fanOut = DBOS.registerWorkflow(async (size) => {
  const results = await Promise.all(Array.from({ length: size }, (_, i) => step(`work ${i}`)));
  return results.reduce((sum, result) => sum + result.length, 0);
}, { name: "fanOut" });

const chain = DBOS.registerWorkflow(async (steps) => {
  let length = 0;
  for (let i = 0; i < steps; i++) {
    length += (await DBOS.runStep(async () => {
      moments.push(performance.now());
      return payload;
    }, { name: `step ${i}` })).length;
  }
  return length;
}, { name: "chain" });

async function binaries() {
  const roots = await readdir("/usr/lib/postgresql").catch(() => []);
  return [...roots.map((version) => `/usr/lib/postgresql/${version}/bin`), ...(process.env.PATH ?? "").split(path.delimiter)].join(path.delimiter);
}

/** PostgreSQL does not run as root: then as its own user, where there is one. */
function user() {
  return process.getuid() === 0
    ? { uid: Number(execFileSync("id", ["-u", "postgres"], { stdio: "pipe" })), gid: Number(execFileSync("id", ["-g", "postgres"], { stdio: "pipe" })) }
    : {};
}

async function startServer(folder, port) {
  const as = { ...user(), cwd: folder, env: { ...process.env, PATH: await binaries() } };
  if (as.uid !== undefined) {
    await chown(folder, as.uid, as.gid);
  }
  const data = path.join(folder, "data");
  execFileSync("initdb", ["-D", data, "-U", "bench", "--auth=trust", "--no-sync"], { ...as, stdio: "pipe" });
  const server = spawn("postgres", ["-D", data, "-h", "127.0.0.1", "-p", String(port), "-k", ""], { ...as, stdio: "ignore" });
  return { server, ended: new Promise((ended) => server.once("exit", ended)) };
}

const [target, ...options] = process.argv.slice(2);
const large = options.includes("--large");
const folder = await dataFolder("dbos");
const port = await freePort();
let started;
try {
  started = await startServer(folder, port);
} catch (e) {
  console.error(`DBOS is left out: PostgreSQL could not be started (${String(e.message).split("\n")[0]}).`);
  await rm(folder, { recursive: true, force: true });
  process.exit(skipped);
}

const { server, ended } = started;
bind(server, large);
try {
  DBOS.setConfig({ name: "bench", systemDatabaseUrl: `postgresql://bench@127.0.0.1:${port}/bench`, runAdminServer: false, logLevel: "error" });
  await until("PostgreSQL", () => DBOS.launch());
  await measure({
    helloCities: async (instances) => {
      const handles = await Promise.all(Array.from({ length: instances }, () => DBOS.startWorkflow(helloCities)()));
      await Promise.all(handles.map((handle) => handle.getResult()));
    },
    fanOuts: { "": async (size) => (await DBOS.startWorkflow(fanOut)(size)).getResult() },
    chain: async (steps, into) => {
      moments = into;
      await (await DBOS.startWorkflow(chain)(steps)).getResult();
    },
  }, target, large);
  await DBOS.shutdown();
} finally {
  // SIGINT: PostgreSQL ends its own processes and is not left with any.
  server.kill("SIGINT");
  await ended;
  await rm(folder, { recursive: true, force: true });
}
process.exit(0);
