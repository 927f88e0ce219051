import { FormChoices, FormDate, FormSelect, FormText, FormTextArea } from '@/components/ui/form-fields'
import { Disclosure } from '@/components/ui/lists'
import { frequencies, type ProposalPage } from '@/lib/baskets'
import { fundingSources } from '@/lib/catalogue'
import { basketMessages } from '@/lib/messages/pl/basket-page'
import { frequencyNames } from '@/lib/messages/pl/baskets'
import { lineFormMessages as f, priorityNames, weekdayNames } from '@/lib/messages/pl/line-form'

const m = basketMessages.fresh

export type Chosen = NonNullable<ProposalPage['chosen']>

/** What the fields start from: texts as people would type them. */
export type LineValues = {
  readonly personIds: readonly string[]
  readonly startsOn: string
  readonly endsOn: string
  readonly frequency: string
  readonly weekday: string
  readonly atTime: string
  readonly quantity: string
  readonly place: string
  readonly responsibleUserId: string
  readonly needIds: readonly string[]
  readonly goalIds: readonly string[]
  readonly title: string
  readonly scope: string
  readonly priority: string
  readonly dependsOnId: string
  readonly coProviderIds: readonly string[]
  readonly costPlanned: string
  readonly coPayment: string
  readonly fundingKey: string
  readonly legalBasis: string
  readonly outsideAgreementReason: string
}

type Props = { chosen: Chosen; page: ProposalPage; values: LineValues }

const choices = (names: Readonly<Record<string, string>>) =>
  Object.entries(names).map(([value, label]) => ({ value, label }))

/** How often, on which day, at what hour. */
export const Rhythm = ({ weekday, atTime }: { weekday: string; atTime: string }) => (
  <div className="row top">
    <FormSelect
      name="weekday"
      label={f.weekday}
      options={choices(weekdayNames)}
      placeholder={f.anyDay}
      defaultValue={weekday}
      width="short"
    />
    <FormText name="atTime" label={f.time} hint={f.timeHint} defaultValue={atTime} width="short" optional />
  </div>
)

/** How much, when, where and who: what is agreed sooner or later for every service. */
export const WhenFields = ({ chosen, page, values }: Props) => (
  <Disclosure summary={f.when}>
    <div className="form-fields">
      <FormSelect
        name="frequency"
        label={m.frequency}
        options={choices(Object.fromEntries(frequencies.map((key) => [key, frequencyNames[key]])))}
        defaultValue={values.frequency}
        placeholder={null}
      />
      <Rhythm weekday={values.weekday} atTime={values.atTime} />
      <FormText
        name="quantity"
        label={m.quantity(chosen.unit)}
        defaultValue={values.quantity}
        width="short"
        inputMode="decimal"
      />
      <FormDate name="endsOn" label={m.end} defaultValue={values.endsOn} optional />
      <FormText name="place" label={m.place} defaultValue={values.place} maxLength={200} optional />
      {chosen.staff.length > 0 && (
        <FormSelect
          name="responsibleUserId"
          label={m.staff}
          options={chosen.staff}
          placeholder={m.staffNone}
          defaultValue={values.responsibleUserId}
        />
      )}
      <Disclosure summary={f.coProvidersOf(values.coProviderIds.length)}>
        <FormChoices
          name="coProviderIds"
          legend={f.coProviders}
          hint={f.coProvidersHint}
          options={page.choices.institutions.filter((i) => i.value !== chosen.providerId)}
          defaultValue={values.coProviderIds}
          multiple
          chips
        />
      </Disclosure>
    </div>
  </Disclosure>
)

const Reasons = ({ page, values }: Omit<Props, 'chosen'>) => (
  <>
    {page.choices.needs.length > 0 && (
      <FormChoices
        name="needIds"
        legend={f.needs}
        options={page.choices.needs}
        defaultValue={values.needIds}
        multiple
      />
    )}
    {page.choices.goals.length > 0 && (
      <FormChoices
        name="goalIds"
        legend={f.goals}
        hint={f.goalsHint}
        options={page.choices.goals}
        defaultValue={values.goalIds}
        multiple
      />
    )}
    <FormSelect
      name="priority"
      label={f.priority}
      options={choices(priorityNames)}
      placeholder={f.noPriority}
      defaultValue={values.priority}
    />
    {page.choices.lines.length > 0 && (
      <FormSelect
        name="dependsOnId"
        label={f.dependsOn}
        options={page.choices.lines}
        placeholder={f.noDependence}
        defaultValue={values.dependsOnId}
      />
    )}
  </>
)

/** Which needs and goals it serves, in what order, paid by whom. */
export const WhyFields = ({ page, values }: Omit<Props, 'chosen'>) => (
  <Disclosure summary={f.why}>
    <div className="form-fields">
      <Reasons page={page} values={values} />
      <FormText name="title" label={m.titleField} defaultValue={values.title} maxLength={120} optional />
      <FormTextArea
        name="scope"
        label={m.scope}
        rows={2}
        defaultValue={values.scope}
        maxLength={1000}
        optional
      />
      <FormText
        name="costPlanned"
        label={m.cost}
        defaultValue={values.costPlanned}
        width="short"
        inputMode="decimal"
        optional
      />
      <FormText
        name="coPayment"
        label={m.coPayment}
        defaultValue={values.coPayment}
        width="short"
        inputMode="decimal"
        optional
      />
      <FormSelect
        name="fundingKey"
        label={m.funding}
        options={fundingSources().map((s) => ({ value: s.key, label: s.namePl }))}
        defaultValue={values.fundingKey}
      />
      <FormText
        name="legalBasis"
        label={m.legalBasis}
        defaultValue={values.legalBasis}
        maxLength={200}
        optional
      />
    </div>
  </Disclosure>
)
