import { electronProgram } from '../../build/electron-runtime.ts'

const hasDisplay =
  process.platform !== 'linux' || Boolean(process.env.DISPLAY) || Boolean(process.env.WAYLAND_DISPLAY)

/** Why the product itself can't be opened on this machine, or null. `npx install-electron` fetches the runtime. */
export function missing(): string | null {
  if (!electronProgram()) return 'no Electron runtime'
  return hasDisplay ? null : 'no display'
}
