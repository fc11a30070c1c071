import { Button, Group, List, Stack, Text } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import { useState } from 'react'
import type { Kit } from '../../shared/recovery/recovery.contract.ts'
import { useWords } from '../i18n/words.tsx'
import { FocusedTitle } from '../ui/focused-title.tsx'
import { KitSheets } from './kit-sheets.tsx'

interface PrintKitProps {
  readonly kit: Kit
  readonly onPrinted: () => void
}

/** The pages as they will be printed, and how to handle them. Printing is the one action until it was asked for. */
export function PrintKit({ kit, onPrinted }: PrintKitProps) {
  const t = useWords()
  const [asked, setAsked] = useState(false)
  const pages = kit.form === 'code' ? 1 : kit.shares.length
  const print = () => {
    setAsked(true)
    window.print()
  }
  return (
    <Stack gap="lg">
      <FocusedTitle>{t('recovery.print.title', { pages })}</FocusedTitle>
      <List spacing="xs">
        <List.Item>{t('recovery.print.printer')}</List.Item>
        <List.Item>{t('recovery.print.noPhoto')}</List.Item>
        <List.Item>{t(`recovery.print.keep.${kit.form}`)}</List.Item>
      </List>
      <Group gap="sm">
        <Button
          size="lg"
          variant={asked ? 'default' : 'filled'}
          leftSection={<IconPrinter size={20} aria-hidden />}
          onClick={print}
        >
          {t('recovery.print.print', { pages })}
        </Button>
        <Button size="lg" variant={asked ? 'filled' : 'default'} onClick={onPrinted}>
          {t('recovery.print.done')}
        </Button>
      </Group>
      <Text size="sm" c="dimmed">
        {t('recovery.print.byHand', { pages })}
      </Text>
      <KitSheets kit={kit} />
    </Stack>
  )
}
