import {
  correctLook,
  finishGoal,
  noteLook,
  resumeGoal,
} from '@/app/(app)/sprawy/[id]/plan/cel/[goalId]/actions'
import { ActionForm } from '@/components/ui/action-form'
import { AnchorScale } from '@/components/ui/anchor-scale'
import { FormDate, FormHidden, FormText, FormTextArea } from '@/components/ui/form-fields'
import { Disclosure } from '@/components/ui/lists'
import { Section } from '@/components/ui/page-head'
import { Sheet } from '@/components/ui/sheet'
import { goalLevelWords, goalMessages } from '@/lib/messages/pl/goals'
import { type GoalLook, type GoalPage, goalLevels } from '@/lib/plans'

const m = goalMessages.look

const levels = [
  ...goalLevels.map((level) => ({
    value: String(level),
    words: goalLevelWords[String(level) as keyof typeof goalLevelWords],
  })),
  { value: '', words: m.none, none: true },
]

const chosen = (level: number | null | undefined): string =>
  level === null || level === undefined ? '' : String(level)

type FieldsProps = { goal: GoalPage; look?: GoalLook; demanded?: boolean }

/** When, how it is by the agreed measure, and on the same scale in words the team and the family, each for itself. */
const Fields = ({ goal, look, demanded }: FieldsProps) => (
  <>
    <FormDate name="lookedOn" label={m.on} defaultValue={look?.lookedOn ?? goal.today} required />
    <FormText
      name="value"
      label={goal.indicator ? m.valueOf(goal.indicator, goal.unit) : m.value}
      defaultValue={look?.value ?? ''}
      maxLength={120}
      optional
    />
    <AnchorScale
      caption={m.caption}
      question={m.question}
      levels={levels}
      voices={[
        { name: 'level', label: m.team, defaultValue: demanded ? undefined : chosen(look?.level) },
        { name: 'familyLevel', label: m.family, defaultValue: chosen(look?.familyLevel), family: true },
      ]}
      wordsOnly
    />
    <FormTextArea
      name="note"
      label={m.note}
      defaultValue={look?.note ?? ''}
      rows={2}
      maxLength={1000}
      optional
    />
  </>
)

/** What was noted by mistake. */
export const MendLook = ({ goal, look }: { goal: GoalPage; look: GoalLook }) => (
  <Disclosure summary={m.mend}>
    <ActionForm
      action={correctLook}
      submitLabel={m.saveMend}
      submitVariant={2}
      label={m.mendOf(look.lookedOn)}
    >
      <FormHidden name="lookId" value={look.id} />
      <FormHidden name="version" value={look.version} />
      <Fields goal={goal} look={look} />
    </ActionForm>
  </Disclosure>
)

/** The form for the next look. */
export const NoteLook = ({ goal }: { goal: GoalPage }) => (
  <Sheet pad className="mt-4">
    <h3>{m.title}</h3>
    <ActionForm action={noteLook} submitLabel={m.save} label={m.title}>
      <FormHidden name="goalId" value={goal.id} />
      <Fields goal={goal} />
    </ActionForm>
  </Sheet>
)

/** The end of a goal, or the way back. */
export const EndGoal = ({ goal }: { goal: GoalPage }) => {
  const { finish, resume } = goalMessages
  if (goal.may.resume)
    return (
      <Section id="wznow" title={resume.title} lead={resume.lead}>
        <ActionForm
          action={resumeGoal}
          submitLabel={resume.button}
          submitVariant={2}
          label={resume.title}
          inline
        >
          <FormHidden name="goalId" value={goal.id} />
          <FormHidden name="version" value={goal.version} />
        </ActionForm>
      </Section>
    )
  return goal.may.finish ? (
    <Section id="zakoncz" title={finish.title} lead={finish.lead}>
      <Sheet pad>
        <Disclosure summary={finish.title}>
          <ActionForm action={finishGoal} submitLabel={finish.button} submitVariant={2} label={finish.title}>
            <FormHidden name="goalId" value={goal.id} />
            <FormHidden name="version" value={goal.version} />
            <Fields goal={goal} demanded />
          </ActionForm>
        </Disclosure>
      </Sheet>
    </Section>
  ) : null
}
