import type { PlainDate } from '../../shared/dates.ts'
import { useDates, useWords } from '../i18n/words.tsx'
import { QrCode } from '../ui/qr-code.tsx'
import { spacedKitId } from './current-kit.ts'
import type { KitPage } from './kit-page.ts'
import classes from './kit-sheet.module.css'

interface KitSheetProps {
  readonly kitId: string
  readonly madeOn: PlainDate
  readonly page: KitPage
}

/**
 * One printed page. It names nobody and no organisation: whoever finds it learns that there is a vault somewhere, not
 * whose. Always black on white, on screen too.
 */
export function KitSheet({ kitId, madeOn, page }: KitSheetProps) {
  const t = useWords()
  const date = useDates()
  const form = 'code' in page ? 'code' : 'shares'
  return (
    <article
      className={classes.sheet}
      aria-label={t(`recovery.sheet.${form}.title`, { number: page.number })}
    >
      <p className={classes.app}>{t('recovery.sheet.app')}</p>
      <p className={classes.title}>{t(`recovery.sheet.${form}.title`, { number: page.number })}</p>
      <p className={classes.facts}>
        {t('recovery.sheet.facts', { kitId: spacedKitId(kitId), date: date(madeOn) })}
      </p>
      <p>{t(`recovery.sheet.${form}.what`)}</p>
      <div className={classes.secret}>
        <QrCode text={page.qr} alternative={t(`recovery.sheet.${form}.qr`)} size={168} />
        {'code' in page ? (
          <Numbered parts={page.code.split('-')} className={classes.code} />
        ) : (
          <Numbered parts={page.words} className={classes.words} />
        )}
      </div>
      <p className={classes.subtitle}>{t('recovery.sheet.keepTitle')}</p>
      <ul className={classes.list}>
        <li>{t(`recovery.sheet.${form}.keep`)}</li>
        <li>{t('recovery.sheet.noCopy')}</li>
        <li>{t('recovery.sheet.dead')}</li>
      </ul>
      <p className={classes.subtitle}>{t('recovery.sheet.useTitle')}</p>
      <p>{t(`recovery.sheet.${form}.use`)}</p>
    </article>
  )
}

interface NumberedProps {
  readonly parts: readonly string[]
  readonly className: string | undefined
}

/** Groups or words under their numbers: what is typed wrong is named by its number. */
function Numbered({ parts, className }: NumberedProps) {
  const numbered = parts.map((part, index) => ({ number: index + 1, part }))
  return (
    <ol className={className}>
      {numbered.map(({ number, part }) => (
        <li key={number}>
          <span className={classes.number}>{number}.</span> {part}
        </li>
      ))}
    </ol>
  )
}
