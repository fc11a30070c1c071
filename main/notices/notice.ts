import type { Out } from '../../shared/contract.ts'
import type { NoticeCode } from '../../shared/notices/notices.contract.ts'

export type Notice = Out<'notices.list'>['notices'][number]

export const notice = (code: NoticeCode, params: Notice['params'] = {}): Notice => ({ code, params })
