import { cancelVisit, correctVisit, noteVisit } from '@/app/(app)/program/actions'
import { VisitList } from '@/components/programme/visit-list'
import { ActionForm } from '@/components/ui/action-form'
import {
  FormCheckbox,
  FormChoices,
  FormDate,
  FormHidden,
  FormText,
  FormTextArea,
} from '@/components/ui/form-fields'
import { Disclosure } from '@/components/ui/lists'
import { Section } from '@/components/ui/page-head'
import { Sheet } from '@/components/ui/sheet'
import type { IsoDate } from '@/lib/format/dates'
import { programmeMessages } from '@/lib/messages/pl/programme'
import type { PlanView, VisitView } from '@/lib/programme'

const m = programmeMessages.visits

const Fields = ({ visit, today, team }: { visit?: VisitView; today: IsoDate; team: boolean }) => (
  <>
    <FormChoices
      name="kind"
      legend={m.kind}
      chips
      required
      defaultValue={visit?.kind ?? 'visit'}
      options={Object.entries(m.kinds).map(([value, label]) => ({ value, label }))}
    />
    <FormDate
      name="heldOn"
      label={m.heldOn}
      hint={m.heldOnHint}
      defaultValue={visit?.heldOn ?? today}
      required
    />
    <FormText
      name="whomWith"
      label={m.whomWith}
      hint={m.whomWithHint}
      defaultValue={visit?.whomWith}
      maxLength={200}
      required
    />
    <FormTextArea
      name="body"
      label={m.body}
      hint={m.bodyHint}
      defaultValue={visit?.body ?? undefined}
      maxLength={4000}
    />
    {team && <FormCheckbox name="shared" label={m.shared} defaultChecked={Boolean(visit?.sharedOn)} />}
  </>
)

const Mend = ({ visit, today, team }: { visit: VisitView; today: IsoDate; team: boolean }) => {
  const label = visit.body === null ? m.write : m.correct
  return (
    <Disclosure summary={label}>
      <ActionForm
        action={correctVisit}
        submitLabel={label}
        submitVariant={2}
        label={`${label} ${visit.heldOn}`}
      >
        <FormHidden name="visitId" value={visit.id} />
        <FormHidden name="version" value={visit.version} />
        <Fields visit={visit} today={today} team={team} />
      </ActionForm>
      {visit.body === null && (
        <ActionForm
          action={cancelVisit}
          submitLabel={m.cancel}
          submitVariant={3}
          label={`${m.cancel} ${visit.heldOn}`}
          inline
          small
        >
          <FormHidden name="visitId" value={visit.id} />
          <FormHidden name="version" value={visit.version} />
        </ActionForm>
      )}
    </Disclosure>
  )
}

/** Visits, coaching and supervision in a gmina: read by the ROPS, written by who animates it. */
export const Visits = ({ view, today }: { view: PlanView; today: IsoDate }) => {
  const { visits, plan, known } = view
  const team = known.teamId !== null
  const mend = (id: string) => {
    const visit = visits.find((one) => one.id === id)
    return visit?.mine ? <Mend visit={visit} today={today} team={team} /> : null
  }
  return (
    <Section id="wizyty" title={m.title} lead={m.lead}>
      <Sheet pad className="stack-4">
        {visits.length === 0 ? (
          <p className="muted">{m.none}</p>
        ) : (
          <VisitList visits={visits} today={today} after={mend} />
        )}
        {plan && view.may['programme.note'] && (
          <Disclosure summary={m.addOpen}>
            <ActionForm action={noteVisit} submitLabel={m.add} label={m.addOpen}>
              <FormHidden name="planId" value={plan.id} />
              <Fields today={today} team={team} />
            </ActionForm>
          </Disclosure>
        )}
      </Sheet>
    </Section>
  )
}
