import type { ContextMenuParams, MenuItemConstructorOptions } from 'electron'
import type { Locale } from '../../../shared/app/app.contract.ts'
import { desktopWords } from './words.ts'

interface MenuChoices {
  readonly locale: Locale
  readonly platform: NodeJS.Platform
  readonly devTools: boolean
  readonly onLock: () => void
}

/**
 * The whole menu. It has no reload and no developer tools unless Relais runs from its sources, and no “about”, “help” or
 * “services” that would open something else.
 */
export function menuTemplate({
  locale,
  platform,
  devTools,
  onLock,
}: MenuChoices): MenuItemConstructorOptions[] {
  const words = desktopWords[locale]
  const lock: MenuItemConstructorOptions = { label: words.lock, click: onLock }
  const quit: MenuItemConstructorOptions = { role: 'quit', label: words.quit }
  const first: MenuItemConstructorOptions =
    platform === 'darwin'
      ? {
          label: 'Relais',
          submenu: [
            lock,
            { type: 'separator' },
            { role: 'hide', label: words.hide },
            { role: 'hideOthers', label: words.hideOthers },
            { role: 'unhide', label: words.showAll },
            { type: 'separator' },
            quit,
          ],
        }
      : { label: words.file, submenu: [lock, { type: 'separator' }, quit] }
  return [
    first,
    { label: words.edit, submenu: editItems(locale) },
    {
      label: words.view,
      submenu: [
        { role: 'zoomIn', label: words.zoomIn },
        { role: 'zoomOut', label: words.zoomOut },
        { role: 'resetZoom', label: words.resetZoom },
        { type: 'separator' },
        { role: 'togglefullscreen', label: words.fullScreen },
        ...(devTools ? [{ role: 'toggleDevTools' } as const] : []),
      ],
    },
    { label: words.window, submenu: [{ role: 'minimize', label: words.minimize }] },
  ]
}

/** What a right click offers: the same edit commands, where there is something to edit or to copy. */
export function contextMenuTemplate(
  { isEditable, selectionText }: Pick<ContextMenuParams, 'isEditable' | 'selectionText'>,
  locale: Locale,
): MenuItemConstructorOptions[] {
  if (isEditable) return editItems(locale)
  return selectionText === '' ? [] : [{ role: 'copy', label: desktopWords[locale].copy }]
}

function editItems(locale: Locale): MenuItemConstructorOptions[] {
  const words = desktopWords[locale]
  return [
    { role: 'undo', label: words.undo },
    { role: 'redo', label: words.redo },
    { type: 'separator' },
    { role: 'cut', label: words.cut },
    { role: 'copy', label: words.copy },
    { role: 'paste', label: words.paste },
    { role: 'selectAll', label: words.selectAll },
  ]
}
