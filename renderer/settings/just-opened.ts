/** A lock makes the window anew, and this with it; unlocking goes nowhere by itself. */
let gone = false
window.addEventListener('hashchange', () => {
  gone = true
})

/** Whether the vault was opened right here: since then, one has gone to no other place. */
export const isJustOpened = (): boolean => !gone
