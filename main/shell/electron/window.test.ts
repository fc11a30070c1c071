import { describe, expect, it } from 'vitest'
import { paperPreferences, partition, windowOptions } from './window.ts'

describe('the window', () => {
  const { webPreferences, ...frame } = windowOptions({ preload: '/p.cjs', devTools: false, dark: true })

  it('is sandboxed, isolated and without Node', () => {
    expect(webPreferences).toMatchObject({
      preload: '/p.cjs',
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
      plugins: false,
      navigateOnDragDrop: false,
      additionalArguments: [],
    })
  })

  it('keeps nothing on disk and looks nothing up', () => {
    expect(partition.startsWith('persist:')).toBe(false)
    expect(webPreferences).toMatchObject({ partition, spellcheck: false, v8CacheOptions: 'none' })
    expect(webPreferences).not.toHaveProperty('session')
  })

  it('has developer tools only from the sources', () => {
    expect(webPreferences?.devTools).toBe(false)
    expect(windowOptions({ preload: '', devTools: true, dark: false }).webPreferences?.devTools).toBe(true)
  })

  it('fits a small screen, and shows itself only when there is something to see', () => {
    expect(frame).toMatchObject({ minWidth: 640, minHeight: 480, show: false, backgroundColor: '#242424' })
  })
})

describe('the page that is only printed', () => {
  const preferences = paperPreferences('relais-paper')

  it('runs no script, has no preload, no Node and no developer tools', () => {
    expect(preferences).toMatchObject({
      javascript: false,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      devTools: false,
      webviewTag: false,
    })
    expect(preferences).not.toHaveProperty('preload')
  })

  it('shares no session with the window, and keeps nothing', () => {
    expect(preferences.partition).toBe('relais-paper')
    expect(preferences.partition).not.toBe(partition)
    expect(preferences.partition.startsWith('persist:')).toBe(false)
    expect(preferences.v8CacheOptions).toBe('none')
  })
})
