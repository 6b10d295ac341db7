// Measures Restate: its server as a process of its own on loopback ports, services and client in this process.
// Usage: node restate.mjs FIGURES.json [--large]; --large adds fan-outs of 10,000, which take over a minute.
import { spawn } from "node:child_process";
import { rm } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { performance } from "node:perf_hooks";
import { bind, cities, dataFolder, freePort, measure, payload, until } from "./measures.mjs";

// The SDK needs it, and Node 20 has it not.
Promise.withResolvers ??= () => {
  const made = {};
  made.promise = new Promise((resolve, reject) => Object.assign(made, { resolve, reject }));
  return made;
};
const restate = await import("@restatedev/restate-sdk");

let moments = [];

const activities = restate.service({
  name: "Activities",
  handlers: { work: async () => payload },
});

const flows = restate.service({
  name: "Flows",
  handlers: {
    helloCities: async (ctx) => {
      let length = 0;
      for (const city of cities) {
        length += (await ctx.run(`greet ${city}`, () => payload)).length;
      }
      return length;
    },
    fanOut: async (ctx, size) => {
      const results = await restate.RestatePromise.all(
        Array.from({ length: size }, (_, i) => ctx.run(`work ${i}`, () => payload)));
      return results.reduce((sum, result) => sum + result.length, 0);
    },
    fanOutToService: async (ctx, size) => {
      const client = ctx.serviceClient(activities);
      const results = await restate.RestatePromise.all(Array.from({ length: size }, () => client.work()));
      return results.reduce((sum, result) => sum + result.length, 0);
    },
    chain: async (ctx, steps) => {
      let length = 0;
      for (let step = 0; step < steps; step++) {
        length += (await ctx.run(`step ${step}`, () => {
          moments.push(performance.now());
          return payload;
        })).length;
      }
      return length;
    },
  },
});

function startServer(folder, ports) {
  const modules = createRequire(import.meta.url);
  const bin = path.join(path.dirname(modules.resolve(`@restatedev/restate-server-${process.platform}-${process.arch}/package.json`)), "bin", "restate-server");
  const server = spawn(bin, ["--no-logo", "--listen-mode", "tcp", "--bind-ip", "127.0.0.1", "--base-dir", folder, "--node-name", "bench"], {
    stdio: "ignore",
    env: {
      ...process.env,
      RESTATE_BIND_PORT: String(ports.node),
      RESTATE_ADMIN__BIND_PORT: String(ports.admin),
      RESTATE_INGRESS__BIND_PORT: String(ports.ingress),
      RESTATE_ADVERTISED_HOST: "127.0.0.1",
      RESTATE_DISABLE_TELEMETRY: "true",
    },
  });
  return { server, ended: new Promise((ended) => server.once("exit", ended)) };
}

async function ask(address, body) {
  const answer = await fetch(address, body === undefined
    ? {}
    : { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) });
  const text = await answer.text();
  if (!answer.ok) {
    throw new Error(`${address}: ${answer.status} ${text}`);
  }
}

const [target, ...options] = process.argv.slice(2);
const large = options.includes("--large");
const folder = await dataFolder("restate");
const ports = { node: await freePort(), admin: await freePort(), ingress: await freePort(), services: await freePort() };
const { server, ended } = startServer(folder, ports);
bind(server, large);
try {
  const admin = `http://127.0.0.1:${ports.admin}`;
  const ingress = `http://127.0.0.1:${ports.ingress}`;
  await restate.serve({ services: [flows, activities], port: ports.services });
  await until("Restate's admin interface", () => ask(`${admin}/health`));
  await until("The deployment", () => ask(`${admin}/deployments`, { uri: `http://127.0.0.1:${ports.services}` }));
  await until("Restate's ingress", () => ask(`${ingress}/restate/health`));
  await measure({
    helloCities: (instances) => Promise.all(Array.from({ length: instances }, (_, i) => ask(`${ingress}/Flows/helloCities`, i))),
    fanOuts: {
      "": (size) => ask(`${ingress}/Flows/fanOut`, size),
      ", each a call to a service": (size) => ask(`${ingress}/Flows/fanOutToService`, size),
    },
    chain: (steps, into) => {
      moments = into;
      return ask(`${ingress}/Flows/chain`, steps);
    },
  }, target, large);
} finally {
  server.kill("SIGKILL");
  await ended;
  await rm(folder, { recursive: true, force: true });
}
process.exit(0);
