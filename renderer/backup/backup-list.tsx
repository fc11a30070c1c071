import { Button, Text } from '@mantine/core'
import { fromWire } from '../../shared/errors.ts'
import { useInstants, useSizes, useWords } from '../i18n/words.tsx'
import { StateBadge } from '../ui/state-badge.tsx'
import classes from './backup-list.module.css'
import type { ListedBackup } from './chosen-backup.ts'

interface BackupListProps {
  /** Newest first. */
  readonly backups: readonly ListedBackup[]
  readonly onChoose: (backup: ListedBackup) => void
}

/**
 * Backups by their age, each with its name: a copy is of the same day as what it was copied from. The newest whole one is
 * the one that is mostly wanted; what can't be restored says why.
 */
export function BackupList({ backups, onChoose }: BackupListProps) {
  const best = backups.find(({ problem }) => problem === null)
  return (
    <ul className={classes.list}>
      {backups.map((backup) => (
        <li key={backup.name} className={classes.line}>
          <Listed backup={backup} />
          {backup.problem === null && (
            <Choose backup={backup} primary={backup === best} onChoose={() => onChoose(backup)} />
          )}
        </li>
      ))}
    </ul>
  )
}

function Listed({ backup: { name, madeAt, kind, bytes, problem } }: { readonly backup: ListedBackup }) {
  const t = useWords()
  const { at, ago } = useInstants()
  const size = useSizes()
  const { code } = fromWire({ code: problem ?? 'app.unexpected', params: {} })
  return (
    <div className={classes.what}>
      <Text fw={600}>{at(madeAt)}</Text>
      <Text size="sm" c="dimmed">
        {t('backup.line', { age: ago(madeAt), kind: t(`backup.kind.${kind}`), size: size(bytes) })}
      </Text>
      <Text size="sm" c="dimmed">
        {name}
      </Text>
      {problem !== null && (
        <div className={classes.why}>
          <StateBadge tone="bad">{t('backup.unusable')}</StateBadge>
          <Text size="sm" mt={4}>
            {t(`error.${code}`)}
            {code === 'backup.newer_version' && ` ${t('error.backup.newer_version.next')}`}
          </Text>
        </div>
      )}
    </div>
  )
}

interface ChooseProps {
  readonly backup: ListedBackup
  readonly primary: boolean
  readonly onChoose: () => void
}

function Choose({ backup, primary, onChoose }: ChooseProps) {
  const t = useWords()
  const { at } = useInstants()
  return (
    <Button
      variant={primary ? 'filled' : 'default'}
      aria-label={t('backup.choose.which', { date: at(backup.madeAt), name: backup.name })}
      onClick={onChoose}
    >
      {t('backup.choose')}
    </Button>
  )
}
