import type { BrowserWindowConstructorOptions, WebPreferences } from 'electron'

/** No `persist:` before it: the session lives in memory and dies with the app. */
export const partition = 'relais'

interface WindowChoices {
  /** Path of the one preload script. */
  readonly preload: string
  readonly devTools: boolean
  /** Of the system: what the window shows before its page does. */
  readonly dark: boolean
}

/** Mantine's own page colours, so that the first frame does not flash. */
const background = { light: '#ffffff', dark: '#242424' } as const

export function windowOptions({ preload, devTools, dark }: WindowChoices): BrowserWindowConstructorOptions {
  return {
    title: 'Relais',
    width: 1280,
    height: 800,
    // At 200 % zoom this is the 320 CSS pixels that WCAG 1.4.10 asks a page to fit.
    minWidth: 640,
    minHeight: 480,
    show: false,
    autoHideMenuBar: true,
    backgroundColor: dark ? background.dark : background.light,
    webPreferences: webPreferences(preload, devTools),
  }
}

/**
 * Every option there is, so that none rests on a default that a later Electron might change: a new one is a type error
 * here until somebody has chosen. `session` is left out because `partition` names it.
 */
function webPreferences(preload: string, devTools: boolean): Required<Omit<WebPreferences, 'session'>> {
  return { ...confined, preload, partition, devTools, javascript: true }
}

/** As the window, without a preload and without scripts: a page that is only to be printed. */
export function paperPreferences(
  paperPartition: string,
): Required<Omit<WebPreferences, 'session' | 'preload'>> {
  return { ...confined, partition: paperPartition, devTools: false, javascript: false }
}

type Chosen = 'session' | 'preload' | 'partition' | 'devTools' | 'javascript'

/** What every page of Relais has in common. */
const confined: Required<Omit<WebPreferences, Chosen>> = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInSubFrames: false,
  nodeIntegrationInWorker: false,
  webviewTag: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  enableBlinkFeatures: '',
  disableBlinkFeatures: '',
  plugins: false,
  webgl: false,
  enableWebSQL: false,
  enableDeprecatedPaste: false,
  navigateOnDragDrop: false,
  additionalArguments: [],

  // The spellchecker downloads dictionaries; the code cache would be written to disk.
  spellcheck: false,
  v8CacheOptions: 'none',
  // `alert` and its kin would stop the page, and with it the putting away of what is being typed.
  disableDialogs: true,
  safeDialogs: true,
  safeDialogsMessage: '',
  disableWakeLocks: true,
  autoplayPolicy: 'document-user-activation-required',

  accessibleTitle: 'Relais',
  backgroundThrottling: true,
  defaultEncoding: 'UTF-8',
  defaultFontFamily: {},
  defaultFontSize: 16,
  defaultMonospaceFontSize: 13,
  disableHtmlFullscreenWindowResize: false,
  enablePreferredSizeMode: false,
  focusOnNavigation: true,
  imageAnimationPolicy: 'noAnimation',
  images: true,
  minimumFontSize: 0,
  offscreen: false,
  scrollBounce: false,
  textAreasAreResizable: true,
  transparent: false,
  zoomFactor: 1,
  zoomMode: 'default',
}
