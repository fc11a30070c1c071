import { MantineProvider } from '@mantine/core'
import { Notifications } from '@mantine/notifications'
import { QueryClientProvider } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { Router } from 'wouter'
import { useHashLocation } from 'wouter/use-hash-location'
import { call, createQueryClient, useAsk } from '../client.ts'
import { flushDrafts } from '../drafts/use-draft.ts'
import { WordsProvider } from '../i18n/words.tsx'
import { ConfirmProvider } from '../ui/confirm.tsx'
import { VaultGate } from '../vault/vault-gate.tsx'
import { preferredOnly } from './color-scheme.ts'
import { Frame } from './frame.tsx'
import { styleNonce } from './nonce.ts'
import { Places } from './places.tsx'
import { resolveVariables, theme } from './theme.ts'
import { useCopied } from './use-copied.ts'

const queries = createQueryClient()

export function App() {
  return (
    <QueryClientProvider client={queries}>
      <Themed />
    </QueryClientProvider>
  )
}

/** The shell says “flush” right before it locks: the words are put away while the screen goes blank. */
function useFlush(): boolean {
  const [blank, setBlank] = useState(false)
  useEffect(
    () =>
      window.relaisEvents.flush(() => {
        // First, so that what is typed is on its way before the forms go.
        const kept = flushDrafts()
        setBlank(true)
        void kept.finally(() => void call('app.flushed', {}))
      }),
    [],
  )
  return blank
}

/** A file dropped beside a drop area would otherwise replace the app by that file. */
function useNoStrayDrop(): void {
  useEffect(() => {
    const refuse = (event: DragEvent) => event.preventDefault()
    window.addEventListener('dragover', refuse)
    window.addEventListener('drop', refuse)
    return () => {
      window.removeEventListener('dragover', refuse)
      window.removeEventListener('drop', refuse)
    }
  }, [])
}

function Themed() {
  const { data: state } = useAsk('app.state', {})
  const blank = useFlush()
  useNoStrayDrop()
  useCopied()
  const { locale = 'fr', colorScheme = 'auto' } = state?.preferences ?? {}
  useEffect(() => {
    document.documentElement.lang = locale
  }, [locale])
  if (!state || blank) return null
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={resolveVariables}
      getStyleNonce={styleNonce}
      colorSchemeManager={preferredOnly}
      defaultColorScheme="auto"
      {...(colorScheme !== 'auto' && { forceColorScheme: colorScheme })}
    >
      <WordsProvider locale={locale}>
        <Notifications position="bottom-right" limit={3} />
        <ConfirmProvider>
          <Router hook={useHashLocation}>
            {state.unlocked ? (
              <Frame state={state}>
                <Places />
              </Frame>
            ) : (
              <VaultGate state={state} />
            )}
          </Router>
        </ConfirmProvider>
      </WordsProvider>
    </MantineProvider>
  )
}
