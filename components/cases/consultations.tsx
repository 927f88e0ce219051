import { ActionForm } from '@/components/ui/action-form'
import { AppLink } from '@/components/ui/app-link'
import { FormDate, FormHidden, FormSelect, FormTextArea } from '@/components/ui/form-fields'
import { Disclosure } from '@/components/ui/lists'
import { Section } from '@/components/ui/page-head'
import { Sheet } from '@/components/ui/sheet'
import { StatusBadge, ToneText } from '@/components/ui/status'
import { formatDate, formatInstant, type IsoDate } from '@/lib/format/dates'
import type { FormAction } from '@/lib/format/form-state'
import { consultationMessages } from '@/lib/messages/pl/consultations'

const m = consultationMessages.case

type One = {
  id: string
  expert: string
  institution: string
  question: string
  openedAt: Date
  endsOn: IsoDate
  live: boolean
  agreed: boolean
  opinions: readonly { id: string; at: Date; body: string }[]
  version: number
}
type View = {
  caseId: string
  consultations: readonly One[]
  experts: readonly { userId: string; institutionId: string; name: string; institution: string }[]
  proposedEnd: IsoDate
  may: Record<'consultation.open' | 'consultation.end', boolean>
}
type ConsultationActions = { openConsultation: FormAction; endConsultation: FormAction }

const Agreement = ({ one, consentsHref }: { one: One; consentsHref: string | null }) =>
  one.agreed ? (
    <ToneText tone="done">{m.agreed}</ToneText>
  ) : (
    <>
      <ToneText tone="wait">{m.notAgreed}</ToneText>{' '}
      {consentsHref && <AppLink href={consentsHref}>{m.consents}</AppLink>}
    </>
  )

const End = ({ caseId, one, action }: { caseId: string; one: One; action: FormAction }) => (
  <ActionForm action={action} submitLabel={m.end} label={m.endOf(one.expert)} submitVariant={3} inline small>
    <FormHidden name="caseId" value={caseId} />
    <FormHidden name="consultationId" value={one.id} />
    <FormHidden name="version" value={one.version} />
  </ActionForm>
)

const Item = ({ one, children }: { one: One; children: React.ReactNode }) => (
  <li className="stack-4">
    <div className="row between">
      <span>
        <b>{one.expert}</b>{' '}
        <span className="soft">
          {one.institution}, {formatInstant(one.openedAt)}
        </span>
      </span>
      <StatusBadge tone={one.live ? 'going' : 'off'}>{one.live ? m.until(one.endsOn) : m.over}</StatusBadge>
    </div>
    <p>
      <b>{m.question}:</b> {one.question}
    </p>
    {one.opinions.map((opinion) => (
      <div key={opinion.id}>
        <b>
          {m.opinion}, {formatInstant(opinion.at)}
        </b>
        <p className="said">{opinion.body}</p>
      </div>
    ))}
    {one.live && one.opinions.length === 0 && <p className="muted">{m.waiting}</p>}
    {children}
  </li>
)

const Open = ({ view, action }: { view: View; action: FormAction }) =>
  view.experts.length === 0 ? (
    <p className="muted">{m.nobody}</p>
  ) : (
    <Disclosure summary={m.open}>
      <ActionForm action={action} submitLabel={m.submit} label={m.open} submitVariant={2}>
        <FormHidden name="caseId" value={view.caseId} />
        <FormSelect
          name="expert"
          label={m.expert}
          required
          options={view.experts.map((e) => ({
            value: `${e.userId}:${e.institutionId}`,
            label: `${e.name}, ${e.institution}`,
          }))}
        />
        <FormTextArea name="question" label={m.questionLabel} hint={m.hint} rows={4} required />
        <FormDate
          name="endsOn"
          label={m.endsOn}
          hint={m.endsHint}
          defaultValue={formatDate(view.proposedEnd)}
          required
        />
      </ActionForm>
    </Disclosure>
  )

/** Whom the coordinators asked about this family, what came back, and the form that asks. */
export const Consultations = ({
  view,
  consentsHref,
  actions,
}: {
  view: View
  /** null where this person may not read the consents */
  consentsHref: string | null
  actions: ConsultationActions
}) => {
  if (view.consultations.length === 0 && !view.may['consultation.open']) return null
  return (
    <Section id="konsultacje" title={m.title} lead={m.lead}>
      <Sheet pad className="stack-4">
        {view.consultations.length === 0 ? (
          <p className="soft">{m.none}</p>
        ) : (
          <ul className="ledger">
            {view.consultations.map((one) => (
              <Item key={one.id} one={one}>
                {one.live && (
                  <div>
                    <Agreement one={one} consentsHref={consentsHref} />
                  </div>
                )}
                {one.live && view.may['consultation.end'] && (
                  <End caseId={view.caseId} one={one} action={actions.endConsultation} />
                )}
              </Item>
            ))}
          </ul>
        )}
        {view.may['consultation.open'] && <Open view={view} action={actions.openConsultation} />}
      </Sheet>
    </Section>
  )
}
