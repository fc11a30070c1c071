import { Button, type ButtonProps } from '@mantine/core'
import type { ComponentPropsWithoutRef, MouseEvent } from 'react'

interface SaveButtonProps
  extends Omit<ButtonProps, 'loading' | 'disabled'>,
    Omit<ComponentPropsWithoutRef<'button'>, keyof ButtonProps> {
  /** While it lasts a press does nothing. */
  readonly busy: boolean
  /** Whether there is anything to do; without it there always is. */
  readonly ready?: boolean
}

/**
 * For what takes a moment and leaves one where one is. It is never disabled, as a button that is `loading` would be: a
 * disabled button loses the focus, and whoever works from the keyboard is back at the top of the page.
 */
export function SaveButton({ busy, ready = true, onClick, ...rest }: SaveButtonProps) {
  const idle = busy || !ready
  const press = (event: MouseEvent<HTMLButtonElement>): void => {
    // A form is not sent either.
    if (idle) event.preventDefault()
    else onClick?.(event)
  }
  return (
    <Button
      {...rest}
      onClick={press}
      aria-disabled={idle || undefined}
      data-disabled={idle || undefined}
      aria-busy={busy || undefined}
    />
  )
}
