import { Text } from '@mantine/core'
import { IconTransferOut } from '@tabler/icons-react'
import { useWords } from '../i18n/words.tsx'
import classes from './handover.module.css'

interface HandoverMeaningProps {
  readonly side: 'giving' | 'taking'
  /** The other person. */
  readonly name: string
}

const sentences = ['responsible', 'whole', 'copy', 'until'] as const

/** A sign of its own, never that of a copy. */
export const HandoverIcon = ({ size }: { readonly size: number }) => (
  <IconTransferOut size={size} aria-hidden />
)

/** What handing a case over does, said to both in the same place and in plain words before either of them does it. */
export function HandoverMeaning({ side, name }: HandoverMeaningProps) {
  const t = useWords()
  return (
    <div className={classes.meaning} data-side={side}>
      <span className={classes.icon}>
        <HandoverIcon size={28} />
      </span>
      <div>
        <Text fw={600}>{t(`exchange.handover.${side}`, { name })}</Text>
        <ul className={classes.list}>
          {sentences.map((sentence) => (
            <li key={sentence}>{t(`exchange.handover.${side}.${sentence}`, { name })}</li>
          ))}
        </ul>
      </div>
    </div>
  )
}
