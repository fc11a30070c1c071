import type { NoticeCode } from '../../shared/notices/notices.contract.ts'
import type { MessageId } from '../i18n/catalogue.ts'

interface Way {
  readonly to: `/${string}`
  readonly label: MessageId
}

/** Where each notice is settled; null when that is not in Relais. */
export const ways: Readonly<Record<NoticeCode, Way | null>> = {
  key_file_repaired: { to: '/settings/backup', label: 'notices.go.backUp' },
  last_change_uncertain: { to: '/cases', label: 'notices.go.cases' },
  clock_set_back: null,
  vault_updated: { to: '/settings/backup', label: 'notices.go.backups' },
  failed_attempts: { to: '/settings/lock', label: 'notices.go.protection' },
  recovery_missing: { to: '/recovery', label: 'notices.go.makeKit' },
  recovery_due: { to: '/recovery/check', label: 'notices.go.checkKit' },
  backup_failed: { to: '/settings/backup', label: 'notices.go.why' },
  backup_overdue: { to: '/settings/backup', label: 'notices.go.backUp' },
}
