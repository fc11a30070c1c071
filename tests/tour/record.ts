import { consentGivers, consentPurposes } from '../../shared/vocab/consent.ts'
import { majorities } from '../../shared/vocab/person.ts'
import { regions } from '../../shared/vocab/regions.ts'
import { services } from '../../shared/vocab/services.ts'
import { testPassphrase } from '../support/app.ts'
import { handsOn, term, word } from './hands.ts'
import type { TourStep } from './tour.ts'

export const wishes = 'Elle souhaite un endroit sûr pour l’hiver et garder ses cours.'
export const situation = 'Une personne sous la menace d’une dette, dans une ville de la région.'
export const question = 'Quel hébergement accepte une personne sans statut ?'

export const record: readonly TourStep[] = [
  {
    journey: 2,
    title: 'a new case begins with her wishes',
    run: async (tour) => {
      const { press, write, see } = handsOn(tour.show(tour.caseworker))
      await press(word('cases.new'))
      await write(word('cases.wishes.wishes'), wishes)
      await see(word('cases.draft.kept'))
    },
  },
  {
    journey: 2,
    title: 'locking loses no word that was kept',
    run: async ({ caseworker }) => {
      const { press, write, see } = handsOn(caseworker)
      const locked = caseworker.nextPage()
      await press('Verrouiller')
      await locked
      await write(word('vault.passphrase'), testPassphrase)
      await press(word('vault.unlock.open'))
      await see(word('cases.form.found'))
      const kept = await caseworker
        .page()
        .getByRole('textbox', { name: word('cases.wishes.wishes'), exact: true })
        .inputValue()
      if (kept !== wishes) throw new Error('the draft came back changed')
      await press(word('cases.form.save'))
      await see(word('cases.form.savedNow'))
    },
  },
  {
    journey: 2,
    title: 'the profile stays coarse, the summary free of names',
    run: async ({ caseworker }) => {
      const { press, pick, write, see } = handsOn(caseworker)
      await press(word('cases.section.profile'))
      await pick(word('cases.profile.majority'), term(majorities, 'adult'))
      await pick(word('cases.profile.region'), term(regions, '04'))
      await press(word('cases.form.save'))
      await see(word('cases.form.savedNow'))
      await press(word('cases.section.summary'))
      await write(word('cases.summary.situation'), situation)
      await press(word('cases.form.save'))
      await see(word('cases.form.savedNow'))
      await press(word('cases.section.question'))
      await write(word('cases.question.question'), question)
      await press(word('cases.form.save'))
      await see(word('cases.form.savedNow'))
    },
  },
  {
    journey: 2,
    title: 'what she agrees to is recorded, one purpose at a time',
    run: async ({ caseworker }) => {
      const { press, tick, see } = handsOn(caseworker)
      await press(word('cases.section.consents'))
      for (const purpose of ['committee_review', 'service_referral'] as const) {
        await press(word('consent.add'))
        await caseworker
          .page()
          .getByRole('menuitem', { name: term(consentPurposes, purpose) })
          .click()
        if (purpose === 'service_referral') await tick(term(services, 'safe_housing'))
        await tick(term(consentGivers, 'person'))
        await press(word('consent.close'))
      }
      await press(word('cases.form.save'))
      await see(word('cases.form.savedNow'))
    },
  },
  {
    journey: 2,
    title: 'the case is found by a word without its accent',
    run: async ({ caseworker }) => {
      const { press, see } = handsOn(caseworker)
      await press(word('cases.title'))
      await caseworker
        .page()
        .getByRole('searchbox')
        .or(caseworker.page().getByLabel(word('cases.search.label')))
        .first()
        .fill('HEBERGEMENT')
      await see(/1 situation/)
    },
  },
]
