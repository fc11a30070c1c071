import type { SafeContact } from '../../../shared/cases/sections.ts'
import { contactMeans, contactPeople, contactSafety } from '../../../shared/vocab/contacts.ts'
import { useWords } from '../../i18n/words.tsx'
import { CodeChecks } from '../../ui/code-checks.tsx'
import { CodeSelect } from '../../ui/code-select.tsx'
import { useTerms } from '../../ui/code-terms.ts'
import { ItemList } from '../../ui/item-list.tsx'
import { LongText } from '../../ui/long-text.tsx'
import { ShortText } from '../../ui/short-text.tsx'
import { type FieldsProps, isShown } from './fields.ts'
import { SafeContacts, SafetyMark } from './safe-contacts.tsx'

/** As many as the section takes. */
const contactsLimit = 50

export function WishesFields({ body, onChange }: FieldsProps<'wishes'>) {
  const t = useWords()
  const words = useTerms()
  return (
    <>
      {isShown(!onChange, body.wishes) && (
        <LongText
          label={t('cases.wishes.wishes')}
          description={t('cases.wishes.wishes.hint')}
          value={body.wishes}
          onChange={(wishes) => onChange?.({ ...body, wishes })}
          readOnly={!onChange}
          minRows={5}
        />
      )}
      {onChange ? (
        <ItemList<SafeContact>
          label={t('cases.wishes.contacts')}
          description={t('cases.wishes.contacts.hint')}
          items={body.contacts}
          onChange={(contacts) => onChange({ ...body, contacts })}
          nameOf={({ who }, position) =>
            who === null ? t('cases.wishes.contact', { position }) : words(contactPeople, who)
          }
          markOf={({ safety }) => safety !== null && <SafetyMark safety={safety} />}
          add={{ label: t('cases.wishes.contacts.add'), create: newContact }}
          max={contactsLimit}
        >
          {(contact, set) => <Contact contact={contact} set={(part) => set?.(part)} />}
        </ItemList>
      ) : (
        <SafeContacts contacts={body.contacts} />
      )}
      {isShown(!onChange, body.safeContacts) && (
        <LongText
          label={t('cases.wishes.safeContacts')}
          description={t('cases.wishes.safeContacts.hint')}
          value={body.safeContacts}
          onChange={(safeContacts) => onChange?.({ ...body, safeContacts })}
          readOnly={!onChange}
          minRows={3}
        />
      )}
    </>
  )
}

const newContact = (): SafeContact => ({
  id: crypto.randomUUID(),
  who: null,
  means: [],
  safety: null,
  when: '',
  note: '',
})

interface ContactProps {
  readonly contact: SafeContact
  readonly set: (part: Partial<SafeContact>) => void
}

function Contact({ contact, set }: ContactProps) {
  const t = useWords()
  return (
    <>
      <CodeSelect
        label={t('cases.wishes.contact.who')}
        description={t('cases.wishes.contact.who.hint')}
        list={contactPeople}
        value={contact.who}
        onChange={(who) => set({ who })}
      />
      <CodeSelect
        label={t('cases.wishes.contact.safety')}
        description={t('cases.wishes.contact.safety.hint')}
        list={contactSafety}
        value={contact.safety}
        onChange={(safety) => set({ safety })}
      />
      <CodeChecks
        label={t('cases.wishes.contact.means')}
        description={t('cases.wishes.contact.means.hint')}
        list={contactMeans}
        value={contact.means}
        onChange={(means) => set({ means })}
      />
      {(contact.safety === 'only_at_times' || contact.when !== '') && (
        <ShortText
          label={t('cases.wishes.contact.when')}
          description={t('cases.wishes.contact.when.hint')}
          value={contact.when}
          onChange={(when) => set({ when })}
        />
      )}
      <ShortText
        label={t('cases.wishes.contact.note')}
        description={t('cases.wishes.contact.note.hint')}
        value={contact.note}
        onChange={(note) => set({ note })}
      />
    </>
  )
}
