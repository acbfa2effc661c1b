import { builtinModules } from 'node:module';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { channelNames, eventNames } from './preload/contract/index.ts';

const external = ['electron', /^node:/, ...builtinModules];
const out = (dir: string) => ({
  outDir: `${import.meta.dirname}/out/${dir}`,
  emptyOutDir: true,
  minify: false,
  sourcemap: true,
  copyPublicDir: dir === 'renderer',
});

/**
 * Schemas are main's and the bridge's. In the page zod would try to compile code, which its policy refuses, and it
 * comes with the first import that is no type: such a build has to fail.
 */
const noSchemasInPage: Plugin = {
  name: 'no-schemas-in-page',
  enforce: 'pre',
  applyToEnvironment: ({ name }) => name === 'client',
  resolveId(source, importer) {
    if (source === 'zod') throw new Error(`The page must not need zod, but ${importer} imports it`);
  },
};

/**
 * One config, four environments: the page (client), the main process (ESM), the thread of its search index and the
 * preload. The last two are one CJS file each, so that a thread needs no module loader inside the packaged archive.
 */
export default defineConfig({
  root: 'renderer',
  base: './',
  plugins: [react(), noSchemasInPage],
  // The preload exposes exactly the calls of the contract without bundling zod: only their names reach it.
  define: { __CHANNELS__: JSON.stringify(channelNames), __EVENTS__: JSON.stringify(eventNames) },
  builder: {},
  environments: {
    client: {
      build: {
        ...out('renderer'),
        target: 'chrome150',
        assetsInlineLimit: 0,
        modulePreload: { polyfill: false },
      },
    },
    main: {
      consumer: 'server',
      define: { __SEARCH_WORKER__: JSON.stringify('../worker/search.cjs') },
      resolve: { noExternal: true, external: ['electron'] },
      build: {
        ...out('main'),
        target: 'node24',
        rolldownOptions: {
          input: `${import.meta.dirname}/main/index.ts`,
          external,
          output: { format: 'es', entryFileNames: 'index.js' },
        },
      },
    },
    searchWorker: {
      consumer: 'server',
      resolve: { noExternal: true },
      build: {
        ...out('worker'),
        target: 'node24',
        rolldownOptions: {
          input: `${import.meta.dirname}/main/search/worker.ts`,
          external,
          output: { format: 'cjs', entryFileNames: 'search.cjs', codeSplitting: false },
        },
      },
    },
    preload: {
      consumer: 'server',
      resolve: { noExternal: true, external: ['electron'] },
      build: {
        ...out('preload'),
        target: 'chrome150',
        rolldownOptions: {
          input: `${import.meta.dirname}/preload/index.ts`,
          external: ['electron'],
          output: { format: 'cjs', entryFileNames: 'index.cjs', codeSplitting: false },
        },
      },
    },
  },
});
