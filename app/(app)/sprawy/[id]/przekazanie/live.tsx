import { passTransfer, withdrawTransfer } from '@/app/(app)/sprawy/[id]/przekazanie/actions'
import { NoTalkReason } from '@/components/cases/no-talk'
import { ActionForm } from '@/components/ui/action-form'
import { AppLink } from '@/components/ui/app-link'
import { LinkButton } from '@/components/ui/button'
import { FormChoices, FormHidden, FormTextArea } from '@/components/ui/form-fields'
import { DefinitionList, Disclosure, Ledger } from '@/components/ui/lists'
import { Notice } from '@/components/ui/messages'
import { Section } from '@/components/ui/page-head'
import { Sheet } from '@/components/ui/sheet'
import { StatusBadge, ToneText } from '@/components/ui/status'
import { formatDate } from '@/lib/format/dates'
import { categoryWords } from '@/lib/messages/pl/consents'
import { transferMessages } from '@/lib/messages/pl/transfers'
import type { CaseOffer, TransferPage } from '@/lib/transfers'
import { paths } from '@/lib/web/paths'

const m = transferMessages
type Props = { caseId: string; page: TransferPage; live: CaseOffer }

const Subject = ({ live }: { live: CaseOffer }) => (
  <>
    <FormHidden name="transferId" value={live.id} />
    <FormHidden name="version" value={live.version} />
  </>
)

const Facts = ({ page, live }: Props) => {
  const state = m.status[live.status]
  const late = live.status === 'offered' && live.dueOn < page.today
  return (
    <DefinitionList
      items={[
        { term: m.live.to, value: [live.team, live.institution].filter(Boolean).join(', ') },
        { term: m.live.state, value: <StatusBadge tone={state.tone}>{state.name}</StatusBadge> },
        { term: m.live.movedOn, value: formatDate(live.movedOn) },
        {
          term: m.live.due,
          value: late ? <ToneText tone="late">{m.live.late(live.dueOn)}</ToneText> : formatDate(live.dueOn),
        },
        { term: m.live.asked, value: live.requestedBy },
        { term: m.live.note, value: <span className="pre">{live.note}</span> },
        { term: m.live.answered, value: live.answeredBy },
        { term: m.live.answer, value: live.answerNote },
      ]}
    />
  )
}

const passing = ({ categories }: TransferPage['people'][number]): string => {
  if (!categories.includes('PODSTAWOWE')) return m.people.nothing
  const others = categories.filter((c) => c !== 'PODSTAWOWE').map((c) => categoryWords[c].name)
  return `${m.people.basic}${others.length > 0 ? m.people.needs(others.join(', ')) : ''}`
}

/** Of each person what would pass today, as consents stand. */
const People = ({ caseId, page }: Props) => (
  <Section id="kto-przejdzie" title={m.people.title} lead={m.people.lead}>
    <Sheet pad className="stack-4">
      {page.missing.length > 0 && <Notice tone="warn">{m.people.missing(page.missing.join(', '))}</Notice>}
      <Ledger
        rows={page.people.map((person) => ({
          id: person.personId,
          content: (
            <>
              <b>{person.name}</b>
              <span className="block soft">{passing(person)}</span>
            </>
          ),
        }))}
      />
      <p className="muted">{m.people.never}</p>
      {page.may.consents && (
        <LinkButton href={paths.caseConsents(caseId)} icon="arrow">
          {m.people.consents}
        </LinkButton>
      )}
    </Sheet>
  </Section>
)

const Lines = ({ caseId, page }: Props) => {
  const stuck = page.lines.filter((line) => !line.mayHand)
  const free = page.lines.filter((line) => line.mayHand)
  return (
    <>
      {page.lines.length === 0 && <p>{m.pass.noLines}</p>}
      {stuck.length > 0 && (
        <>
          <p>{m.pass.unanswered}</p>
          <ul className="stack mb-4">
            {stuck.map((line) => (
              <li key={line.id}>
                <AppLink href={paths.caseLine(caseId, line.id)}>{line.name}</AppLink>
              </li>
            ))}
          </ul>
        </>
      )}
      {free.length > 0 && (
        <FormChoices
          name="handed"
          legend={m.pass.lines}
          hint={m.pass.linesHint}
          options={free.map((line) => ({
            value: line.id,
            label: line.name,
            hint: line.carried ? m.pass.carried : undefined,
          }))}
          defaultValue={free.filter((line) => line.carried).map((line) => line.id)}
          multiple
        />
      )}
    </>
  )
}

const waits = (page: TransferPage, live: CaseOffer): string | null => {
  if (live.status !== 'accepted') return m.pass.waitsAnswer
  if (page.missing.length > 0) return m.pass.waitsConsent
  return page.may.pass ? null : m.pass.waitsCoordinator
}

/** The last step: each service over or handed over, then the case passes. */
const Pass = (props: Props) => {
  const reason = waits(props.page, props.live)
  return (
    <Section id="przekaz" title={m.pass.title} lead={m.pass.lead}>
      <Sheet pad>
        {reason ? (
          <p className="muted">{reason}</p>
        ) : (
          <ActionForm action={passTransfer} submitLabel={m.pass.submit} label={m.pass.title}>
            <Subject live={props.live} />
            <Lines {...props} />
            <NoTalkReason />
          </ActionForm>
        )}
      </Sheet>
    </Section>
  )
}

/** An offer that is open: what was answered, who may pass, what is missing, and the way back. */
export const Live = (props: Props) => (
  <>
    <Section id="trwa" title={m.live.title}>
      <Sheet pad className="stack-4">
        <Facts {...props} />
        {props.page.may.withdraw && (
          <Disclosure summary={m.withdraw.title}>
            <ActionForm
              action={withdrawTransfer}
              submitLabel={m.withdraw.submit}
              submitVariant={2}
              label={m.withdraw.title}
            >
              <Subject live={props.live} />
              <FormTextArea name="reason" label={m.withdraw.reason} rows={2} maxLength={1000} required />
            </ActionForm>
          </Disclosure>
        )}
      </Sheet>
    </Section>
    <People {...props} />
    <Pass {...props} />
  </>
)
