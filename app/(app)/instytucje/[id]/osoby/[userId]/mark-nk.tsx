import { ActionForm } from '@/components/ui/action-form'
import { FormDate, FormHidden, FormText } from '@/components/ui/form-fields'
import { Section } from '@/components/ui/page-head'
import { Sheet } from '@/components/ui/sheet'
import type { FormAction } from '@/lib/format/form-state'
import { peopleMessages } from '@/lib/messages/pl/people'
import type { PersonView } from '@/lib/people'
import { IdFields, type PersonIds } from './ids'

const m = peopleMessages.person

type MarkProps = { person: PersonView; ids: PersonIds; give: FormAction; take: FormAction }

const GiveForm = ({ ids, give }: Pick<MarkProps, 'ids' | 'give'>) => (
  <ActionForm action={give} label={m.give} submitLabel={m.give} submitVariant={2}>
    <IdFields {...ids} />
    <FormText name="appointmentNumber" label={m.number} width="medium" maxLength={60} required />
    <div className="cols-2">
      <FormDate name="startsOn" label={m.from} required />
      <FormDate name="endsOn" label={m.to} />
    </div>
  </ActionForm>
)

/** The mark `nk` (domain 3.6, 8.2): shown to who may give it, and to others only where it is. */
export const MarkNk = ({ person, ids, give, take }: MarkProps) => {
  const { mark, may } = person
  if (!mark && !may.mark) return null
  return (
    <Section id="nk" title={m.mark} lead={m.markLead}>
      <Sheet pad className="stack-4">
        {mark && (
          <p>
            {m.markNow(mark.number)}, {m.period(mark.from, mark.to)}
          </p>
        )}
        {mark && may.mark && (
          <ActionForm action={take} label={m.take} submitLabel={m.take} submitVariant={2} inline small>
            <IdFields {...ids} />
            <FormHidden name="markId" value={mark.id} />
          </ActionForm>
        )}
        {!mark && <GiveForm ids={ids} give={give} />}
      </Sheet>
    </Section>
  )
}
