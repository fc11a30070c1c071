import { fileURLToPath } from 'node:url'
import {
  app,
  BrowserWindow,
  clipboard,
  dialog,
  Menu,
  nativeTheme,
  powerMonitor,
  protocol,
  session,
  utilityProcess,
} from 'electron'
import { startDesktop } from './shell/electron/start.ts'

/** The product's entry. Bundled as `out/main/index.electron.js`: the other parts are found beside it. */
const built = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

// An error's own words may hold a path or more: Relais ends without the dialog in which Electron would show them.
process.on('uncaughtException', () => app.exit(1))
process.on('unhandledRejection', () => app.exit(1))

startDesktop(
  {
    app,
    BrowserWindow,
    clipboard,
    dialog,
    Menu,
    nativeTheme,
    powerMonitor,
    protocol,
    session,
    utilityProcess,
  },
  {
    preload: built('../preload/preload.electron.cjs'),
    rendererFolder: built('../renderer'),
    vaultEntry: built('vault-process.js'),
  },
)
