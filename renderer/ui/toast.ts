import { notifications } from '@mantine/notifications'

/** Long enough to read twelve words twice; it also waits while the pointer is on it. */
const shownMilliseconds = 5000

/** Says that something was done, when no answer is needed. */
export function toast(text: string): void {
  notifications.show({
    message: text,
    autoClose: shownMilliseconds,
    withBorder: true,
    withCloseButton: false,
    role: 'status',
  })
}
