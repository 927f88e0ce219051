import {
  FormChoices,
  FormDate,
  FormHidden,
  FormSelect,
  FormText,
  FormTextArea,
} from '@/components/ui/form-fields'
import { Disclosure } from '@/components/ui/lists'
import { goalMessages as m } from '@/lib/messages/pl/goals'
import type { PlanGoal, PlanPage } from '@/lib/plans'

type Props = { page: PlanPage; goal?: PlanGoal }

const named = <T extends { person: string | null }>(thing: T, text: string): string =>
  thing.person ? `${text}, ${thing.person}` : text

/** By what it is measured, from where, to where, until when: what the plan asks for before it is signed. */
const Measures = ({ goal }: Pick<Props, 'goal'>) => (
  <div className="form-fields">
    <FormText
      name="indicator"
      label={m.indicator}
      hint={m.indicatorHint}
      defaultValue={goal?.indicator ?? ''}
      maxLength={300}
    />
    <FormText
      name="baseline"
      label={m.baseline}
      hint={m.valueHint}
      defaultValue={goal?.baseline ?? ''}
      maxLength={300}
    />
    <FormText
      name="target"
      label={m.target}
      hint={m.valueHint}
      defaultValue={goal?.target ?? ''}
      maxLength={300}
    />
    <FormText
      name="unit"
      label={m.unit}
      hint={m.unitHint}
      defaultValue={goal?.unit ?? ''}
      maxLength={60}
      optional
    />
    <FormDate name="dueOn" label={m.due} defaultValue={goal?.dueOn ?? ''} />
  </div>
)

/** What the goal leans on: strengths that hold, and of this goal also those that were ended since. */
const Strengths = ({ page, goal }: Props) => {
  const ended = (goal?.strengths ?? []).filter((s) => s.endedOn !== null)
  const choices = [...page.strengths, ...ended]
  return choices.length === 0 ? null : (
    <FormChoices
      name="strengthIds"
      legend={m.strengths}
      hint={m.strengthsHint}
      options={choices.map((s) => ({ value: s.id, label: named(s, s.body) }))}
      defaultValue={[...(goal?.strengthIds ?? [])]}
      multiple
    />
  )
}

/** Short first: the goal and its need; family, measure and strengths when there is time for them. */
export const GoalFields = ({ page, goal }: Props) => (
  <>
    {goal && (
      <>
        <FormHidden name="goalId" value={goal.id} />
        <FormHidden name="version" value={goal.version} />
      </>
    )}
    <FormText
      name="title"
      label={m.name}
      hint={m.nameHint}
      defaultValue={goal?.title}
      maxLength={200}
      required
    />
    <FormChoices
      name="needIds"
      legend={m.needs}
      options={page.needs.map((n) => ({ value: n.id, label: named(n, n.name) }))}
      defaultValue={goal?.needIds ?? (page.needs.length === 1 ? [page.needs[0]?.id ?? ''] : [])}
      multiple
      chips
    />
    <FormTextArea
      name="familyWords"
      label={m.familyWords}
      hint={m.familyWordsHint}
      defaultValue={goal?.familyWords ?? ''}
      rows={2}
      maxLength={1000}
      optional
    />
    <Disclosure summary={m.more} open={goal !== undefined}>
      <p className="soft">{m.moreLead}</p>
      <Measures goal={goal} />
      <div className="form-fields mt-4">
        <FormSelect
          name="personId"
          label={m.whose}
          options={page.people.map((p) => ({ value: p.id, label: p.name }))}
          defaultValue={goal?.personId ?? ''}
          placeholder={m.everybody}
        />
        <Strengths page={page} goal={goal} />
      </div>
    </Disclosure>
  </>
)
