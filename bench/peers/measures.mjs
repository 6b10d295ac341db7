// What the measurements of all peers have in common.
import { createServer } from "node:net";
import { mkdir, mkdtemp, writeFile } from "node:fs/promises";
import path from "node:path";
import { performance } from "node:perf_hooks";
import { setTimeout as pause } from "node:timers/promises";

/** What every step returns: 1 KB. */
export const payload = "x".repeat(1022);

export const cities = ["Lisbon", "Nairobi", "Osaka", "Quito", "Tartu"];

const chainSteps = 200;
const warmings = 4;

/**
 * Warms a peer up, measures it once and writes the figures.
 * peer: helloCities(instances), fanOuts (a function of the size, by what is to be noted of it), chain(steps, moments).
 */
export async function measure(peer, target, large) {
  for (let warming = 0; warming < warmings; warming++) {
    await goOnce(peer, 500, []);
  }
  await writeFile(target, JSON.stringify(await goOnce(peer, 1000, large ? [10_000] : []), null, 2));
}

async function goOnce(peer, most, more) {
  const figures = [];
  for (const instances of [200, most]) {
    const took = await seconds(() => peer.helloCities(instances));
    figures.push({ measure: "hello-cities", name: `${instances.toLocaleString("en")} at once`, value: instances * cities.length / took, unit: "activities/s" });
  }
  for (const [note, fanOut] of Object.entries(peer.fanOuts)) {
    for (const size of [most, ...more]) {
      const took = await seconds(() => fanOut(size));
      figures.push({ measure: "fan-out", name: `${size.toLocaleString("en")}${note}`, value: size / took, unit: "activities/s" });
    }
  }
  const moments = [];
  await peer.chain(chainSteps, moments);
  const gaps = moments.slice(1).map((moment, i) => moment - moments[i]).sort((a, b) => a - b);
  for (const percent of [50, 99]) {
    figures.push({ measure: "chain", name: `step alone, p${percent}`, value: gaps[Math.max(0, Math.ceil(percent / 100 * gaps.length) - 1)], unit: "ms" });
  }
  return figures;
}

async function seconds(work) {
  const from = performance.now();
  await work();
  return (performance.now() - from) / 1000;
}

export async function freePort() {
  const server = createServer();
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  const { port } = server.address();
  await new Promise((closed) => server.close(closed));
  return port;
}

/** A folder for a peer's data, on the file system of this one. */
export async function dataFolder(peer) {
  await mkdir(".workflows", { recursive: true });
  return mkdtemp(path.resolve(".workflows", `${peer}-`));
}

/** Tries until it succeeds, for half a minute. */
export async function until(what, attempt) {
  for (let tries = 0; tries < 300; tries++) {
    try {
      return await attempt();
    } catch {
      await pause(100);
    }
  }
  throw new Error(`${what} was not ready within 30 s.`);
}

/** Ends a server when this process ends, however it does, and this process when it takes too long. */
export function bind(server, large) {
  process.once("exit", () => server.kill("SIGKILL"));
  for (const signal of ["SIGINT", "SIGTERM"]) {
    process.once(signal, () => process.exit(1));
  }
  setTimeout(() => process.exit(1), large ? 600_000 : 180_000).unref();
}
