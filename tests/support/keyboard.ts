import type { TestApp } from './app.ts'

type Role = 'button' | 'checkbox' | 'combobox' | 'link' | 'radio' | 'textbox'

interface Keyboard {
  /** Tabs until the thing that is wanted has the focus. */
  focusOn(role: Role, name: string): Promise<void>
  press(key: string): Promise<void>
}

/** Hands that have no mouse. */
export function keyboard(app: TestApp): Keyboard {
  const page = app.page()
  const press = (key: string): Promise<void> => page.keyboard.press(key)
  const focusOn = async (role: Role, name: string): Promise<void> => {
    const target = page.getByRole(role, { name, exact: true }).filter({ visible: true }).first()
    await target.waitFor()
    for (let steps = 0; steps < 150; steps += 1) {
      if (await target.evaluate((element) => element === document.activeElement)) return
      await press('Tab')
    }
    throw new Error(`the keyboard does not reach ${name}`)
  }
  return { focusOn, press }
}
