import type { PlainDate } from '../../shared/dates.ts'
import { useDates, useWords } from '../i18n/words.tsx'
import { QrCode } from '../ui/qr-code.tsx'
import { spacedKitId } from './current-kit.ts'
import classes from './kit-sheet.module.css'
import type { KitPage } from './kit-sheets.tsx'

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
        {'code' in page ? <p className={classes.code}>{page.code}</p> : <Words words={page.words} />}
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

function Words({ words }: { readonly words: readonly string[] }) {
  const numbered = words.map((word, index) => ({ number: index + 1, word }))
  return (
    <ol className={classes.words}>
      {numbered.map(({ number, word }) => (
        <li key={number}>
          <span className={classes.number}>{number}.</span> {word}
        </li>
      ))}
    </ol>
  )
}
