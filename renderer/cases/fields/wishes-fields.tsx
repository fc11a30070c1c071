import { useWords } from '../../i18n/words.tsx'
import { LongText } from '../../ui/long-text.tsx'
import { type FieldsProps, isShown } from './fields.ts'

export function WishesFields({ body, onChange }: FieldsProps<'wishes'>) {
  const t = useWords()
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
