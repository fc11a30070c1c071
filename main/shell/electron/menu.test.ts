import type { MenuItemConstructorOptions } from 'electron'
import { describe, expect, it, vi } from 'vitest'
import { contextMenuTemplate, menuTemplate } from './menu.ts'

const flat = (items: readonly MenuItemConstructorOptions[]): MenuItemConstructorOptions[] =>
  items.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? flat(item.submenu) : [])])

const rolesOf = (items: readonly MenuItemConstructorOptions[]) =>
  flat(items).flatMap(({ role }) => (role ? [role] : []))

describe.each(['fr', 'en'] as const)('the menu in %s', (locale) => {
  it.each(['linux', 'darwin', 'win32'] as const)(
    'on %s has nothing that reloads, inspects or opens',
    (os) => {
      const roles = rolesOf(menuTemplate({ locale, platform: os, devTools: false, onLock: vi.fn() }))
      for (const role of ['reload', 'forceReload', 'toggleDevTools', 'about', 'help', 'services'] as const) {
        expect(roles).not.toContain(role)
      }
      expect(roles).toEqual(expect.arrayContaining(['undo', 'cut', 'copy', 'paste', 'selectAll', 'quit']))
    },
  )

  it('names every entry in its own language', () => {
    const items = flat(menuTemplate({ locale, platform: 'darwin', devTools: false, onLock: vi.fn() }))
    for (const { type, label } of items) if (type !== 'separator') expect(label).toBeTruthy()
  })

  it('locks', () => {
    const onLock = vi.fn()
    const items = flat(menuTemplate({ locale, platform: 'linux', devTools: false, onLock }))
    const lock = items.find(({ label }) => label === (locale === 'fr' ? 'Verrouiller' : 'Lock'))
    lock?.click?.({} as never, undefined, {} as never)
    expect(onLock).toHaveBeenCalledOnce()
  })
})

describe('a right click', () => {
  it('edits a field, copies a selection, and is silent elsewhere', () => {
    expect(rolesOf(contextMenuTemplate({ isEditable: true, selectionText: '' }, 'fr'))).toContain('paste')
    expect(rolesOf(contextMenuTemplate({ isEditable: false, selectionText: 'a' }, 'fr'))).toEqual(['copy'])
    expect(contextMenuTemplate({ isEditable: false, selectionText: '' }, 'fr')).toEqual([])
  })

  it('has developer tools from the sources only', () => {
    const menu = menuTemplate({ locale: 'fr', platform: 'linux', devTools: true, onLock: vi.fn() })
    expect(rolesOf(menu)).toContain('toggleDevTools')
  })
})
