import { defineConfig, mergeConfig } from 'electron-vite'
import { recordPackages } from './build/notices.ts'
import renderer from './renderer/vite.config.ts'
import { appEvents } from './shared/app/app.contract.ts'
import { channelNames } from './shared/contract.ts'

/** Native code can't be bundled; everything else is, so that the package holds what is used and no more. */
const native = ['better-sqlite3-multiple-ciphers', '@node-rs/argon2']

export default defineConfig({
  main: {
    plugins: [recordPackages('main')],
    build: {
      externalizeDeps: false,
      rolldownOptions: {
        input: { 'index.electron': 'main/index.electron.ts', 'vault-process': 'main/vault/process.ts' },
        external: native,
        output: {
          entryFileNames: '[name].js',
          // Beside the entries: the migrations are found two folders up from whichever file holds their reader.
          chunkFileNames: '[name]-[hash].js',
        },
      },
    },
  },
  preload: {
    plugins: [recordPackages('preload')],
    define: {
      CHANNELS: JSON.stringify(channelNames),
      EVENTS: JSON.stringify(Object.keys(appEvents)),
    },
    build: {
      externalizeDeps: false,
      rolldownOptions: {
        input: { 'preload.electron': 'main/preload.electron.ts' },
        // A sandboxed preload can be neither an ES module nor in several files.
        output: { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false },
      },
    },
  },
  // As `npm run build:renderer` makes it: what the browser tests saw is what is packaged.
  renderer: mergeConfig(renderer, {
    plugins: [recordPackages('renderer')],
    build: { minify: 'oxc', rolldownOptions: { input: 'renderer/index.html' } },
  }),
})
