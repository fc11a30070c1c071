import { createPortal } from 'react-dom'
import { dayOf } from '../../shared/dates.ts'
import type { Kit } from '../../shared/recovery/recovery.contract.ts'
import { useWords } from '../i18n/words.tsx'
import type { KitPage } from './kit-page.ts'
import { KitSheet } from './kit-sheet.tsx'
import classes from './kit-sheets.module.css'

/**
 * The pages of a kit, twice: to look at on screen, and beside the app in the document, which is all that a printer gets.
 */
export function KitSheets({ kit }: { readonly kit: Kit }) {
  const t = useWords()
  const madeOn = dayOf(Date.now())
  const sheets = pagesOf(kit).map((page) => (
    <KitSheet key={page.number} kitId={kit.kitId} madeOn={madeOn} page={page} />
  ))
  return (
    <>
      <section aria-label={t('recovery.sheets')} className={classes.preview}>
        {sheets}
      </section>
      {createPortal(
        <div className={classes.printed} aria-hidden>
          {sheets}
        </div>,
        document.body,
      )}
    </>
  )
}

const pagesOf = (kit: Kit): readonly KitPage[] =>
  kit.form === 'code'
    ? [{ number: 1, code: kit.code, qr: kit.qr }]
    : kit.shares.map(({ index, words, qr }) => ({ number: index, words, qr }))
