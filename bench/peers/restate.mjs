// Measures Restate: its server as a process of its own on loopback ports, services and client in this process.
// Usage: node restate.mjs FIGURES.json [--large]; --large adds a fan-out of 10,000, which takes over a minute.
import { spawn } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { createRequire } from "node:module";
import path from "node:path";
import { performance } from "node:perf_hooks";
import { setTimeout as pause } from "node:timers/promises";

// The SDK needs it, and Node 20 has it not.
Promise.withResolvers ??= () => {
  const made = {};
  made.promise = new Promise((resolve, reject) => Object.assign(made, { resolve, reject }));
  return made;
};
const restate = await import("@restatedev/restate-sdk");

const payload = "x".repeat(1022);
const cities = ["Lisbon", "Nairobi", "Osaka", "Quito", "Tartu"];
const moments = [];

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

async function freePort() {
  const server = createServer();
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  const { port } = server.address();
  await new Promise((closed) => server.close(closed));
  return port;
}

function startServer(folder, ports) {
  const modules = createRequire(import.meta.url);
  const bin = path.join(path.dirname(modules.resolve(`@restatedev/restate-server-${process.platform}-${process.arch}/package.json`)), "bin", "restate-server");
  const server = spawn(bin, ["--no-logo", "--listen-mode", "tcp", "--bind-ip", "127.0.0.1", "--base-dir", folder, "--node-name", "bench"], {
    stdio: ["ignore", "ignore", "ignore"],
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

async function untilOk(what, attempt) {
  for (let tries = 0; tries < 300; tries++) {
    try {
      if ((await attempt()).ok) {
        return;
      }
    } catch {
      // It does not listen yet.
    }
    await pause(100);
  }
  throw new Error(`${what} was not ready within 30 s.`);
}

async function call(ingress, handler, input) {
  const answer = await fetch(`${ingress}/Flows/${handler}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(input),
  });
  if (!answer.ok) {
    throw new Error(`${handler}: ${answer.status} ${await answer.text()}`);
  }
  await answer.text();
}

async function seconds(work) {
  const from = performance.now();
  await work();
  return (performance.now() - from) / 1000;
}

function percentile(values, percent) {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(percent / 100 * sorted.length) - 1))];
}

/** Warms everything up, then measures once. */
async function measure(ingress, large) {
  for (let warming = 0; warming < 4; warming++) {
    await goOnce(ingress, false, 500);
  }
  return goOnce(ingress, large, 1000);
}

async function goOnce(ingress, large, most) {
  const figures = [];
  const many = (instances) => Promise.all(Array.from({ length: instances }, (_, i) => call(ingress, "helloCities", i)));
  for (const instances of [200, most]) {
    const took = await seconds(() => many(instances));
    figures.push({ measure: "hello-cities", name: `${instances.toLocaleString("en")} at once`, value: instances * cities.length / took, unit: "activities/s" });
  }
  for (const [handler, note] of [["fanOut", ""], ["fanOutToService", ", each a call to a service"]]) {
    for (const size of large ? [most, 10000] : [most]) {
      const took = await seconds(() => call(ingress, handler, size));
      figures.push({ measure: "fan-out", name: `${size.toLocaleString("en")}${note}`, value: size / took, unit: "activities/s" });
    }
  }
  moments.length = 0;
  await call(ingress, "chain", 200);
  const gaps = moments.slice(1).map((moment, i) => moment - moments[i]);
  for (const percent of [50, 99]) {
    figures.push({ measure: "chain", name: `step alone, p${percent}`, value: percentile(gaps, percent), unit: "ms" });
  }
  return figures;
}

const [target, ...options] = process.argv.slice(2);
await mkdir(".workflows", { recursive: true });
const folder = await mkdtemp(path.resolve(".workflows", "restate-"));
const ports = { node: await freePort(), admin: await freePort(), ingress: await freePort(), services: await freePort() };
const { server, ended } = startServer(folder, ports);
process.once("exit", () => server.kill("SIGKILL"));
for (const signal of ["SIGINT", "SIGTERM"]) {
  process.once(signal, () => process.exit(1));
}
setTimeout(() => process.exit(1), options.includes("--large") ? 600_000 : 180_000).unref();
try {
  const admin = `http://127.0.0.1:${ports.admin}`;
  const ingress = `http://127.0.0.1:${ports.ingress}`;
  await restate.serve({ services: [flows, activities], port: ports.services });
  await untilOk("Restate's admin interface", () => fetch(`${admin}/health`));
  await untilOk("The deployment", () => fetch(`${admin}/deployments`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ uri: `http://127.0.0.1:${ports.services}` }),
  }));
  await untilOk("Restate's ingress", () => fetch(`${ingress}/restate/health`));
  await writeFile(target, JSON.stringify(await measure(ingress, options.includes("--large")), null, 2));
} finally {
  server.kill("SIGKILL");
  await ended;
  await rm(folder, { recursive: true, force: true });
}
process.exit(0);
