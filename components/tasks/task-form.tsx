import { ActionForm } from '@/components/ui/action-form'
import { FormDate, FormHidden, FormSelect, FormText, FormTextArea } from '@/components/ui/form-fields'
import type { FormAction } from '@/lib/format/form-state'
import { categoryWords } from '@/lib/messages/pl/consents'
import { taskMessages as m } from '@/lib/messages/pl/tasks'

export type Holder = { value: string; label: string; group: string }

/** Institutions first, then people by their institution. */
const optionsOf = (holders: readonly Holder[]) => {
  const groups = [...new Set(holders.map((h) => h.group))]
  return groups.map((group) => ({
    group: group === '' ? m.toInstitutions : group,
    options: holders.filter((h) => h.group === group).map(({ value, label }) => ({ value, label })),
  }))
}

/** Who, and until when: a day, or so many working days. */
export const WhoAndWhen = ({ holders, self }: { holders: readonly Holder[]; self?: boolean }) => (
  <>
    {holders.length > 0 && (
      <FormSelect
        name="to"
        label={m.to}
        options={optionsOf(holders)}
        placeholder={self ? m.toSelf : undefined}
        required={!self}
      />
    )}
    <div className="row">
      <FormDate name="dueOn" label={m.dueOnLabel} hint={m.dueHint} />
      <FormText name="days" label={m.days} numeric width="short" />
    </div>
  </>
)

/** One exact category: the words of a task of a case belong to it. */
export const CategoryField = ({ value = 'PODSTAWOWE' }: { value?: string }) => (
  <FormSelect
    name="category"
    label={m.category}
    hint={m.categoryHint}
    defaultValue={value}
    placeholder={null}
    options={Object.entries(categoryWords).map(([key, words]) => ({ value: key, label: words.name }))}
  />
)

type Props = {
  action: FormAction
  label: string
  /** what it is about: the id of the team or the case */
  about?: { name: 'teamId' | 'caseId'; id: string }
  holders: readonly Holder[]
}

/** A new task. */
export const TaskForm = ({ action, label, about, holders }: Props) => (
  <ActionForm action={action} label={label} submitLabel={label}>
    {about && <FormHidden name={about.name} value={about.id} />}
    <FormText
      name="title"
      label={m.what}
      hint={about?.name === 'caseId' ? m.whatCaseHint : m.whatHint}
      maxLength={200}
      required
    />
    {about?.name === 'caseId' && <CategoryField />}
    <WhoAndWhen holders={holders} self={!about} />
    <FormTextArea name="note" label={m.note} rows={2} optional />
  </ActionForm>
)
