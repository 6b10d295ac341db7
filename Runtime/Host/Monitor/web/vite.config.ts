import { defineConfig } from 'vitest/config';

const host = process.env.MONITOR_HOST ?? 'http://127.0.0.1:7071';

/**
 * Built into the folder that the host embeds. Names carry no hashes and there is one script and one style sheet, so that a change
 * of the sources changes two files and no more. `MONITOR_HOST` is the host that a page under development asks.
 */
export default defineConfig({
  base: '/monitor/',
  build: {
    outDir: '../wwwroot',
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: false,
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    rollupOptions: {
      output: { entryFileNames: 'monitor.js', assetFileNames: 'monitor[extname]', codeSplitting: false },
    },
  },
  server: {
    // The host takes changes from its own page alone: they are sent as if they came from it.
    proxy: { '/monitor/api': { target: host, changeOrigin: true, headers: { origin: host } } },
  },
  test: { include: ['test/**/*.test.ts'] },
});
