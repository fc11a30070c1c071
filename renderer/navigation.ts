import {
  type Icon,
  IconAddressBook,
  IconCalendarCheck,
  IconFolders,
  IconListDetails,
  IconMail,
  IconSettings,
  IconUsers,
} from '@tabler/icons-react'
import type { MessageId } from './i18n/catalogue.ts'

/** The places of the app, in the order of the side bar. One line a feature. */
export const places = [
  { path: '/today', label: 'app.nav.today', icon: IconCalendarCheck },
  { path: '/cases', label: 'app.nav.cases', icon: IconFolders },
  { path: '/directory', label: 'app.nav.directory', icon: IconAddressBook },
  { path: '/packets', label: 'app.nav.packets', icon: IconMail },
  { path: '/members', label: 'app.nav.members', icon: IconUsers },
  { path: '/journal', label: 'app.nav.journal', icon: IconListDetails },
  { path: '/settings', label: 'app.nav.settings', icon: IconSettings },
] as const satisfies readonly { path: string; label: MessageId; icon: Icon }[]

/** Pages that are not in the side bar, and the place from which one comes to them. */
const homeOf: Readonly<Record<string, string>> = {
  '': places[0].path,
  recovery: '/settings',
  meetings: '/today',
}

/** Whether `location` is that place, under it, or reached from it. The app opens on today. */
export const isAt = (path: string, location: string): boolean => {
  const first = location.split('/')[1] ?? ''
  return path === (homeOf[first] ?? `/${first}`)
}
