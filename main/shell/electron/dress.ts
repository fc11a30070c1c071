import type { BrowserWindow } from 'electron'
import type { Locale, Preferences } from '../../../shared/app/app.contract.ts'
import type { Electron } from './electron.ts'
import { contextMenuTemplate, menuTemplate } from './menu.ts'

/** The menus in the person's language, the frame in her colours. */
export function dressApp(
  { app, Menu, nativeTheme }: Pick<Electron, 'app' | 'Menu' | 'nativeTheme'>,
  { locale, colorScheme }: Pick<Preferences, 'locale' | 'colorScheme'>,
  onLock: () => void,
): void {
  const template = menuTemplate({ locale, platform: process.platform, devTools: !app.isPackaged, onLock })
  Menu.setApplicationMenu(Menu.buildFromTemplate(template))
  nativeTheme.themeSource = colorScheme === 'auto' ? 'system' : colorScheme
}

/** Electron has no right-click menu of its own. */
export function offerEditing(
  { Menu }: Pick<Electron, 'Menu'>,
  window: BrowserWindow,
  locale: () => Locale,
): void {
  window.webContents.on('context-menu', (_event, place) => {
    const items = contextMenuTemplate(place, locale())
    if (items.length > 0) Menu.buildFromTemplate(items).popup({ window })
  })
}
