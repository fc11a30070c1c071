import type { Locale } from '../../shared/app/app.contract.ts'
import appEn from '../app/messages.en.json' with { type: 'json' }
import appFr from '../app/messages.fr.json' with { type: 'json' }
import backupEn from '../backup/messages.en.json' with { type: 'json' }
import backupFr from '../backup/messages.fr.json' with { type: 'json' }
import casesEn from '../cases/messages.en.json' with { type: 'json' }
import casesFr from '../cases/messages.fr.json' with { type: 'json' }
import committeeEn from '../committee/messages.en.json' with { type: 'json' }
import committeeFr from '../committee/messages.fr.json' with { type: 'json' }
import consentEn from '../consent/messages.en.json' with { type: 'json' }
import consentFr from '../consent/messages.fr.json' with { type: 'json' }
import damageEn from '../damage/messages.en.json' with { type: 'json' }
import damageFr from '../damage/messages.fr.json' with { type: 'json' }
import directoryEn from '../directory/messages.en.json' with { type: 'json' }
import directoryFr from '../directory/messages.fr.json' with { type: 'json' }
import documentsEn from '../documents/messages.en.json' with { type: 'json' }
import documentsFr from '../documents/messages.fr.json' with { type: 'json' }
import exchangeEn from '../exchange/messages.en.json' with { type: 'json' }
import exchangeFr from '../exchange/messages.fr.json' with { type: 'json' }
import journalEn from '../journal/messages.en.json' with { type: 'json' }
import journalFr from '../journal/messages.fr.json' with { type: 'json' }
import membersEn from '../members/messages.en.json' with { type: 'json' }
import membersFr from '../members/messages.fr.json' with { type: 'json' }
import noticesEn from '../notices/messages.en.json' with { type: 'json' }
import noticesFr from '../notices/messages.fr.json' with { type: 'json' }
import practiceEn from '../practice/messages.en.json' with { type: 'json' }
import practiceFr from '../practice/messages.fr.json' with { type: 'json' }
import recoveryEn from '../recovery/messages.en.json' with { type: 'json' }
import recoveryFr from '../recovery/messages.fr.json' with { type: 'json' }
import referralsEn from '../referrals/messages.en.json' with { type: 'json' }
import referralsFr from '../referrals/messages.fr.json' with { type: 'json' }
import settingsEn from '../settings/messages.en.json' with { type: 'json' }
import settingsFr from '../settings/messages.fr.json' with { type: 'json' }
import todayEn from '../today/messages.en.json' with { type: 'json' }
import todayFr from '../today/messages.fr.json' with { type: 'json' }
import uiEn from '../ui/messages.en.json' with { type: 'json' }
import uiFr from '../ui/messages.fr.json' with { type: 'json' }
import vaultEn from '../vault/messages.en.json' with { type: 'json' }
import vaultFr from '../vault/messages.fr.json' with { type: 'json' }
import errorsEn from './errors.en.json' with { type: 'json' }
import errorsFr from './errors.fr.json' with { type: 'json' }

const fr = {
  ...appFr,
  ...backupFr,
  ...casesFr,
  ...committeeFr,
  ...consentFr,
  ...damageFr,
  ...documentsFr,
  ...errorsFr,
  ...directoryFr,
  ...exchangeFr,
  ...journalFr,
  ...membersFr,
  ...noticesFr,
  ...practiceFr,
  ...recoveryFr,
  ...referralsFr,
  ...settingsFr,
  ...todayFr,
  ...uiFr,
  ...vaultFr,
}

/** Every sentence of the interface has a name; French is the first language, English must have the same names. */
export type MessageId = keyof typeof fr

const en: Record<MessageId, string> = {
  ...appEn,
  ...backupEn,
  ...casesEn,
  ...committeeEn,
  ...consentEn,
  ...damageEn,
  ...documentsEn,
  ...errorsEn,
  ...directoryEn,
  ...exchangeEn,
  ...journalEn,
  ...membersEn,
  ...noticesEn,
  ...practiceEn,
  ...recoveryEn,
  ...referralsEn,
  ...settingsEn,
  ...todayEn,
  ...uiEn,
  ...vaultEn,
}

export const catalogue: Readonly<Record<Locale, Readonly<Record<MessageId, string>>>> = { fr, en }
