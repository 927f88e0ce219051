import { createLine } from '@/app/(app)/sprawy/[id]/koszyk/actions'
import { missingText } from '@/app/(app)/sprawy/[id]/koszyk/warnings'
import { ActionForm } from '@/components/ui/action-form'
import { AppLink } from '@/components/ui/app-link'
import {
  FormButton,
  FormChoices,
  FormDate,
  FormHidden,
  FormSelect,
  FormText,
  FormTextArea,
} from '@/components/ui/form-fields'
import { Disclosure } from '@/components/ui/lists'
import { Notice } from '@/components/ui/messages'
import { Sheet } from '@/components/ui/sheet'
import { frequencies, type ProposalPage } from '@/lib/baskets'
import { deadline } from '@/lib/calendar'
import { fundingSources } from '@/lib/catalogue'
import { basketMessages } from '@/lib/messages/pl/basket-page'
import { frequencyNames } from '@/lib/messages/pl/baskets'
import { paths } from '@/lib/web/paths'

const m = basketMessages.fresh

type Chosen = NonNullable<ProposalPage['chosen']>

/** How often such a thing usually takes place, by its unit. */
const usualFrequency = (unit: string): string => {
  if (unit === 'miesiąc') return 'monthly'
  return ['godzina', 'zajęcia', 'sesja', 'spotkanie', 'dzień', 'wizyta', 'posiłek'].includes(unit)
    ? 'weekly'
    : 'once'
}

/** Who is proposed for the line: the only one there is, or who plans it, where the own unit has nobody else to answer. */
const proposedPerson = ({ staff, nobodyAnswers, self }: Chosen): string => {
  if (staff.length === 1) return staff[0]?.value ?? ''
  return nobodyAnswers && staff.some((one) => one.value === self) ? self : ''
}

/** Everything of domain 5.2 that is not needed at once. */
const MoreFields = ({ chosen, page }: { chosen: Chosen; page: ProposalPage }) => (
  <Disclosure summary={m.moreFields}>
    <div className="form-fields">
      <FormSelect
        name="frequency"
        label={m.frequency}
        options={frequencies.map((value) => ({ value, label: frequencyNames[value] }))}
        defaultValue={usualFrequency(chosen.unit)}
        placeholder={null}
      />
      <FormText
        name="quantity"
        label={m.quantity(chosen.unit)}
        defaultValue="1"
        width="short"
        inputMode="decimal"
      />
      <FormDate name="endsOn" label={m.end} defaultValue={page.planEndsOn ?? ''} optional />
      <FormText name="place" label={m.place} maxLength={200} optional />
      {chosen.staff.length > 0 && (
        <FormSelect
          name="responsibleUserId"
          label={m.staff}
          options={chosen.staff}
          placeholder={m.staffNone}
          defaultValue={proposedPerson(chosen)}
        />
      )}
      <FormText name="title" label={m.titleField} maxLength={120} optional />
      <FormTextArea name="scope" label={m.scope} rows={2} maxLength={1000} optional />
      <FormText name="costPlanned" label={m.cost} width="short" inputMode="decimal" optional />
      <FormText name="coPayment" label={m.coPayment} width="short" inputMode="decimal" optional />
      <FormSelect
        name="fundingKey"
        label={m.funding}
        options={fundingSources().map((f) => ({ value: f.key, label: f.namePl }))}
      />
      <FormText
        name="legalBasis"
        label={m.legalBasis}
        defaultValue={chosen.legalBasis}
        maxLength={200}
        optional
      />
    </div>
  </Disclosure>
)

const Notices = ({ caseId, chosen, page }: { caseId: string; chosen: Chosen; page: ProposalPage }) => {
  const nameOf = (id: string) => page.people.find((p) => p.id === id)?.name ?? basketMessages.warnings.family
  return (
    <>
      {chosen.requiresDecision && <Notice>{m.decision}</Notice>}
      {chosen.nobodyAnswers && <Notice tone="warn">{m.nobodyAnswers}</Notice>}
      {chosen.lacks.length > 0 ? (
        <Notice tone="warn">
          {m.lacks(missingText(chosen.lacks, nameOf))}{' '}
          <AppLink href={paths.caseConsents(caseId)}>{basketMessages.warnings.toConsents}</AppLink>
        </Notice>
      ) : (
        <p className="muted">
          {m.sees(chosen.provider, deadline(page.today, { unit: 'calendar', count: 7 }))}
        </p>
      )}
    </>
  )
}

/** The short form: service, provider, persons, start; the rest on demand. Asks at once or keeps a draft. */
export const LineForm = ({
  caseId,
  page,
  chosen,
}: {
  caseId: string
  page: ProposalPage
  chosen: Chosen
}) => (
  <Sheet as="aside" className="pad sticky" labelledBy="formularz">
    <h2 id="formularz">{m.title}</h2>
    <dl className="pair">
      <dt>{m.service}</dt>
      <dd>{chosen.service}</dd>
      <dt>{m.provider}</dt>
      <dd>{chosen.provider}</dd>
    </dl>
    <ActionForm
      key={`${chosen.serviceKey}${chosen.providerId}`}
      action={createLine}
      label={m.title}
      noSubmit
      className="mt-4"
    >
      <FormHidden name="caseId" value={caseId} />
      <FormHidden name="needIds" value={page.need.id} />
      <FormHidden name="serviceKey" value={chosen.serviceKey} />
      <FormHidden name="providerId" value={chosen.providerId} />
      {page.subject !== 'environment' && (
        <FormChoices
          name="personIds"
          legend={m.persons}
          options={page.people.map((p) => ({ value: p.id, label: p.name }))}
          defaultValue={page.personIds}
          multiple
          chips
        />
      )}
      <FormDate name="startsOn" label={m.start} defaultValue={page.today} required />
      {!chosen.inTeam && (
        <FormText name="outsideAgreementReason" label={m.outsideReason} maxLength={300} required />
      )}
      <MoreFields chosen={chosen} page={page} />
      <Notices caseId={caseId} chosen={chosen} page={page} />
      <div className="stack">
        {chosen.lacks.length === 0 && (
          <FormButton name="send" value="on" variant={1}>
            {m.ask}
          </FormButton>
        )}
        <FormButton variant={chosen.lacks.length === 0 ? 3 : 1}>{m.draft}</FormButton>
      </div>
    </ActionForm>
  </Sheet>
)
