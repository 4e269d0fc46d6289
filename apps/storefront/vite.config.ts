/** One `vite build` makes both halves: what browsers load (dist/client) and the pages as the server runs them (dist/server). */
import { defineConfig } from 'vite';

export default defineConfig({
  builder: {},
  publicDir: false,
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  environments: {
    client: {
      build: {
        outDir: 'dist/client',
        manifest: 'manifest.json',
        modulePreload: false,
        assetsInlineLimit: 0,
        rolldownOptions: { input: { store: 'src/islands/store.ts', style: 'src/styles/store.css' } },
      },
    },
    ssr: {
      resolve: { noExternal: true },
      build: {
        outDir: 'dist/server',
        ssr: true,
        copyPublicDir: false,
        rolldownOptions: { input: { entry: 'src/server-entry.tsx' } },
      },
    },
  },
});
