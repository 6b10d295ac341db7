// Prints ours ÷ theirs, of the medians over all rounds.
// Usage: node compare.mjs FOLDER, which holds ours-*.json, restate-*.json and dbos-*.json.
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";

const folder = process.argv[2];

async function read(prefix) {
  const values = new Map();
  for (const file of (await readdir(folder)).filter((name) => name.startsWith(prefix)).sort()) {
    for (const { measure, name, value, unit } of JSON.parse(await readFile(path.join(folder, file), "utf8"))) {
      const perSecond = unit === "µs/activity";
      const key = `${measure} ${name}`;
      const entry = values.get(key) ?? { unit: perSecond ? "activities/s" : unit, all: [] };
      entry.all.push(perSecond ? 1e6 / value : value);
      values.set(key, entry);
    }
  }
  return values;
}

function median({ all }) {
  const sorted = all.toSorted((a, b) => a - b);
  return sorted[Math.ceil(sorted.length / 2) - 1];
}

function number(value) {
  return value >= 100 ? Math.round(value).toLocaleString("en") : value.toFixed(3);
}

const peers = { "restate-": "Restate", "dbos-": "DBOS on PostgreSQL" };
const ours = await read("ours-");
const rows = [["peer", "figure", "ours", "theirs", "unit", "ours ÷ theirs", "better is"]];
for (const [prefix, peer] of Object.entries(peers)) {
  for (const [key, their] of await read(prefix)) {
    const own = ours.get(key.replace(/, each .*/, ""));
    if (own) {
      rows.push([peer, key, number(median(own)), number(median(their)), their.unit, (median(own) / median(their)).toFixed(2), their.unit === "ms" ? "less" : "more"]);
    }
  }
}
const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
for (const row of rows) {
  console.log(row.map((cell, column) => [2, 3, 5].includes(column) ? cell.padStart(widths[column]) : cell.padEnd(widths[column])).join("  ").trimEnd());
}
