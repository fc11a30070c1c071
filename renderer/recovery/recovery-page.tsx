import { useAsk } from '../client.ts'
import { useWords } from '../i18n/words.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { Page } from '../ui/page.tsx'
import { CheckKit } from './check-kit.tsx'
import { KitWizard } from './kit-wizard.tsx'
import type { Occasion } from './occasion.ts'

const occasionOf = (what: string | undefined): Occasion =>
  what === 'first' || what === 'after' ? what : 'wish'

/** Makes a recovery kit, or proves once a year that it is still at hand. */
export function RecoveryPage({ what }: { readonly what: string | undefined }) {
  const t = useWords()
  const { data, error } = useAsk('recovery.state', {})
  const occasion = occasionOf(what)
  const checking = what === 'check'
  const back = { to: '/settings/recovery', label: t('recovery.toSettings') }
  return (
    <Page
      title={t(checking ? 'recovery.check.title' : `recovery.title.${occasion}`)}
      narrow
      {...(occasion === 'wish' && { back })}
    >
      <ErrorNotice error={error} />
      {data && !checking && <KitWizard occasion={occasion} current={data.kit} />}
      {data && checking && <CheckKit kit={data.kit} />}
    </Page>
  )
}
