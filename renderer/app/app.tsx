import { MantineProvider } from '@mantine/core'
import { Notifications } from '@mantine/notifications'
import { QueryClientProvider } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { Router } from 'wouter'
import { useHashLocation } from 'wouter/use-hash-location'
import { call, createQueryClient, useAsk } from '../client.ts'
import { flushDrafts } from '../drafts/use-draft.ts'
import { WordsProvider } from '../i18n/words.tsx'
import { VaultGate } from '../vault/vault-gate.tsx'
import { styleNonce } from './nonce.ts'
import { Places } from './places.tsx'
import { theme } from './theme.ts'

const queries = createQueryClient()

export function App() {
  return (
    <QueryClientProvider client={queries}>
      <Themed />
    </QueryClientProvider>
  )
}

/** The shell says “flush” right before it locks: the screen goes blank, then the words are put away. */
function useFlush(): boolean {
  const [blank, setBlank] = useState(false)
  useEffect(
    () =>
      window.relaisEvents.flush(() => {
        setBlank(true)
        void flushDrafts().finally(() => void call('app.flushed', {}))
      }),
    [],
  )
  return blank
}

function Themed() {
  const { data: state } = useAsk('app.state', {})
  const blank = useFlush()
  if (!state || blank) return null
  const { locale, colorScheme } = state.preferences
  document.documentElement.lang = locale
  return (
    <MantineProvider
      theme={theme}
      getStyleNonce={styleNonce}
      key={colorScheme}
      defaultColorScheme={colorScheme}
      colorSchemeManager={undefined}
    >
      <WordsProvider locale={locale}>
        <Notifications position="bottom-right" />
        <Router hook={useHashLocation}>{state.unlocked ? <Places /> : <VaultGate state={state} />}</Router>
      </WordsProvider>
    </MantineProvider>
  )
}
