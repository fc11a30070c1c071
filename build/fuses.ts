import { type FuseConfig, FuseV1Options, FuseVersion } from '@electron/fuses'

/**
 * What Electron can be told to do from outside, burnt into the packaged program: all nine, so that none rests on a default.
 * A tenth in a later Electron stops the packaging until somebody has chosen (`strictlyRequireAllFuses`).
 */
export const releaseFuses = {
  version: FuseVersion.V1,
  strictlyRequireAllFuses: true,
  // Relais is never a Node that runs another script, takes no NODE_OPTIONS and lets no debugger in.
  [FuseV1Options.RunAsNode]: false,
  [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
  [FuseV1Options.EnableNodeCliInspectArguments]: false,
  // There are no cookies; should Chromium ever write one, then not in clear.
  [FuseV1Options.EnableCookieEncryption]: true,
  // The code is in the archive and is the code that was packaged (checked on Windows and macOS).
  [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: true,
  [FuseV1Options.OnlyLoadAppFromAsar]: true,
  [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  // `file:` is not a scheme of ours.
  [FuseV1Options.GrantFileProtocolExtraPrivileges]: false,
  // As Electron ships it: nothing of ours runs WebAssembly, and without it V8 only checks bounds another way.
  [FuseV1Options.WasmTrapHandlers]: true,
} as const satisfies FuseConfig
