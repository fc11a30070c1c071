import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from '@mantine/core'

/** One quiet blue-green. Shade 7 carries white words at 6.6:1. */
const relais: MantineColorsTuple = [
  '#eef5f6',
  '#dbe8ea',
  '#b9d2d7',
  '#97bdc5',
  '#7cabb5',
  '#508a96',
  '#3b7480',
  '#2b626e',
  '#1f4d57',
  '#143a43',
]

/** For what is wrong or can't be undone, and nothing else. */
const red: MantineColorsTuple = [
  '#fdf2f1',
  '#fae0de',
  '#f2b8b5',
  '#e98f8a',
  '#dc6a63',
  '#c94a43',
  '#b3362f',
  '#9f2720',
  '#82190f',
  '#5f0f0a',
]

/** Slates of the dark scheme: softer than black, words at 11:1, dimmed words at 6:1. */
const dark: MantineColorsTuple = [
  '#dde3e6',
  '#c3ccd0',
  '#a9b4ba',
  '#8c989f',
  '#4f5b62',
  '#3a444a',
  '#2a3237',
  '#1e2529',
  '#181e21',
  '#12171a',
]

/** Controls stand 42 px high with 16 px words: for tired eyes and unsteady hands. */
const large = { defaultProps: { size: 'md' } }

/** Calm and sober: generous type and targets, no colour that alarms unless something is wrong. */
export const theme = createTheme({
  colors: { relais, red, dark },
  primaryColor: 'relais',
  primaryShade: 7,
  black: '#1b2529',
  fontFamily: "system-ui, 'Segoe UI', Roboto, 'Noto Sans', sans-serif",
  fontFamilyMonospace: "ui-monospace, 'Cascadia Mono', Consolas, 'DejaVu Sans Mono', monospace",
  defaultRadius: 'md',
  respectReducedMotion: true,
  cursorType: 'pointer',
  headings: {
    fontWeight: '600',
    sizes: {
      h1: { fontSize: '1.75rem', lineHeight: '1.3' },
      h2: { fontSize: '1.3125rem', lineHeight: '1.35' },
      h3: { fontSize: '1.125rem', lineHeight: '1.4' },
      h4: { fontSize: '1rem', lineHeight: '1.5' },
    },
  },
  components: {
    Button: large,
    Checkbox: large,
    NumberInput: large,
    PasswordInput: large,
    Radio: large,
    SegmentedControl: large,
    // The list stays beside its field in the document too, where landmarks and the reading order hold it.
    Select: { defaultProps: { size: 'md', comboboxProps: { withinPortal: false, shadow: 'md' } } },
    Textarea: large,
    TextInput: large,
    InputWrapper: large,
    ActionIcon: { defaultProps: { size: 42, variant: 'subtle' } },
    Modal: {
      defaultProps: {
        radius: 'lg',
        padding: 'lg',
        overlayProps: { backgroundOpacity: 0.4 },
        // The head of a dialog is a `header`, which would pass for a second banner of the page.
        styles: { title: { fontSize: '1.125rem', fontWeight: 600 } },
        attributes: { header: { role: 'presentation' } },
      },
    },
  },
})

/** Where Mantine's own colours fall short of 4.5:1 on their ground. */
export const resolveVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-dimmed': '#55626a',
    '--mantine-color-placeholder': '#66737a',
    '--mantine-color-error': '#9f2720',
    '--mantine-color-success': '#55626a',
    '--mantine-color-anchor': '#1f5a66',
    '--mantine-color-relais-light': '#dbe8ea',
    '--mantine-color-relais-light-hover': '#cbdee1',
    '--mantine-color-relais-light-color': '#143a43',
  },
  dark: {
    '--mantine-color-placeholder': '#93a0a7',
    '--mantine-color-error': '#f5b5b0',
    '--mantine-color-success': '#a9b4ba',
    '--mantine-color-anchor': '#9ccbd5',
    '--mantine-color-relais-light': '#26434a',
    '--mantine-color-relais-light-hover': '#2e515a',
    '--mantine-color-relais-light-color': '#dbe8ea',
  },
})
