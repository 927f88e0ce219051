import { FormDate, FormSelect } from '@/components/ui/form-fields'
import { programmeMessages as m } from '@/lib/messages/pl/programme'
import type { Animator } from '@/lib/programme'

/** Who animates: the people of the own ROPS. */
export const AnimatorField = ({
  animators,
  now,
}: {
  animators: readonly Animator[]
  now?: string | null
}) => (
  <FormSelect
    name="animatorId"
    label={m.animator}
    defaultValue={now ?? ''}
    placeholder={m.animatorNone}
    options={animators.map(({ userId, name }) => ({ value: userId, label: name }))}
  />
)

/** What a gmina is put into the plan with. */
export const PlanFields = ({ animators }: { animators: readonly Animator[] }) => (
  <>
    <AnimatorField animators={animators} />
    <FormDate name="agreementPlannedOn" label={m.agreementBy} />
  </>
)
