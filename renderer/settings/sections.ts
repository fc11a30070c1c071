/** The sections of the settings in their order; each is gone to by its name. */
export const settingsSections = [
  'look',
  'lock',
  'passphrase',
  'recovery',
  'backup',
  'check',
  'about',
] as const
export type SettingsSection = (typeof settingsSections)[number]
