/**
 * The parts of Electron that Relais uses. They are handed in by `index.electron.ts`, so that everything else here runs
 * without Electron, and tests see exactly what is asked of it.
 */
export type Electron = Pick<
  typeof import('electron'),
  | 'app'
  | 'BrowserWindow'
  | 'clipboard'
  | 'dialog'
  | 'Menu'
  | 'nativeTheme'
  | 'powerMonitor'
  | 'protocol'
  | 'session'
  | 'utilityProcess'
>
