// Builds the page into a folder of its own and compares it with what is committed: the page that the host serves must be that of these sources.
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const here = dirname(fileURLToPath(import.meta.url));
const committed = join(here, '..', 'wwwroot');
const built = await mkdtemp(join(tmpdir(), 'workflows-monitor-'));
try {
  await build({ root: here, logLevel: 'warn', build: { outDir: built, emptyOutDir: true } });
  const names = new Set([...(await readdir(committed)), ...(await readdir(built))]);
  const different = [];
  for (const name of names) {
    const [one, other] = await Promise.all([committed, built].map((folder) => readFile(join(folder, name)).catch(() => undefined)));
    if (!one || !other || !one.equals(other)) different.push(name);
  }
  if (different.length > 0) {
    console.error(`wwwroot is not the build of these sources (${different.sort().join(', ')}). Run "npm run build" in Runtime/Host/Monitor/web and commit wwwroot.`);
    process.exitCode = 1;
  }
} finally {
  await rm(built, { recursive: true, force: true });
}
