import { ActionForm } from '@/components/ui/action-form'
import { FormDate, FormSelect, FormText } from '@/components/ui/form-fields'
import { Disclosure } from '@/components/ui/lists'
import { Notice } from '@/components/ui/messages'
import { Section } from '@/components/ui/page-head'
import { Sheet } from '@/components/ui/sheet'
import type { FormAction } from '@/lib/format/form-state'
import { holdingWords, peopleMessages } from '@/lib/messages/pl/people'
import type { PersonView } from '@/lib/people'
import { today } from '@/lib/platform/clock'
import { IdFields, type PersonIds } from './ids'
import { LeavingTasks } from './leaving-tasks'

const m = peopleMessages.person

type Holding = PersonView['holdings'][number]

/** What becomes of it when nobody is chosen. */
const placeholderOf = ({ required, kind }: Holding): string | undefined => {
  if (required) return undefined
  return kind === 'task' ? m.tasksToHouse : m.nobody
}

type EndProps = { person: PersonView; ids: PersonIds; action: FormAction }

/** Ends an employment; whoever takes over is chosen for each thing that the person answers for. */
export const EndForm = ({ person, ids, action }: EndProps) => (
  <Section id="koniec" title={m.end} lead={m.endLead}>
    <Sheet pad>
      <Disclosure summary={m.endSubmit}>
        {person.colleagues.length === 0 && person.holdings.some((h) => h.required) && (
          <Notice tone="warn" className="mb-4">
            {m.nobodyHere}
          </Notice>
        )}
        <ActionForm action={action} label={m.end} submitLabel={m.endSubmit} submitVariant="bad">
          <IdFields {...ids} />
          {person.holdings.map((holding) => (
            <FormSelect
              key={holding.key}
              name={`successors.${holding.key}`}
              label={m.takesOver(holdingWords[holding.kind](holding.count), holding.team)}
              hint={m.takesOverHint}
              placeholder={placeholderOf(holding)}
              options={person.colleagues.map((c) => ({
                value: c.userId,
                label: `${c.name}, ${c.jobTitle}`,
              }))}
              width="medium"
              required={holding.required}
            />
          ))}
          <LeavingTasks tasks={person.tasks} colleagues={person.colleagues} />
          <FormDate name="endsOn" label={m.endsOn} defaultValue={today()} required />
          <FormText name="reason" label={m.reason} maxLength={500} required />
        </ActionForm>
      </Disclosure>
    </Sheet>
  </Section>
)
