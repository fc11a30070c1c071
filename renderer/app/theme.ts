import { createTheme } from '@mantine/core'

/** Calm and sober: one quiet green-blue, generous type and targets, no colour that alarms unless something is wrong. */
export const theme = createTheme({
  primaryColor: 'teal',
  fontFamily: "system-ui, 'Segoe UI', Roboto, 'Noto Sans', sans-serif",
  defaultRadius: 'md',
})
