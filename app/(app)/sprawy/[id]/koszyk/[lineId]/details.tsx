import { Phone } from '@/app/(app)/moje-uslugi/service-card'
import { takeOver } from '@/app/(app)/sprawy/[id]/koszyk/actions'
import { whoFor } from '@/app/(app)/sprawy/[id]/koszyk/lines-table'
import { categoryName } from '@/app/(app)/sprawy/[id]/koszyk/warning-words'
import { ActionForm } from '@/components/ui/action-form'
import { AppLink } from '@/components/ui/app-link'
import { FormHidden } from '@/components/ui/form-fields'
import { DefinitionList, Timeline } from '@/components/ui/lists'
import { Section } from '@/components/ui/page-head'
import { Sheet } from '@/components/ui/sheet'
import { ToneText } from '@/components/ui/status'
import type { LinePage, LineStatus, LineView } from '@/lib/baskets'
import { declineReasons, fundingSources } from '@/lib/catalogue'
import { formatDate, formatInstant } from '@/lib/format/dates'
import { formatMoney } from '@/lib/format/money'
import { alternativeMessages } from '@/lib/messages/pl/alternatives'
import { basketMessages } from '@/lib/messages/pl/basket-page'
import {
  lineStatusNames,
  progressText,
  quantityText,
  scheduleText,
  serviceMessages,
} from '@/lib/messages/pl/baskets'
import {
  lineFormMessages as f,
  outcomeNames,
  priorityName,
  satisfactionNames,
} from '@/lib/messages/pl/line-form'
import { lineLinkMessages } from '@/lib/messages/pl/line-link'
import { paths } from '@/lib/web/paths'

const m = basketMessages.line

const money = (grosze: number | null): string | null => (grosze === null ? null : formatMoney(grosze))
const funding = (key: string | null): string | null =>
  fundingSources().find((f) => f.key === key)?.namePl ?? null
export const reason = (key: string | null): string | null =>
  declineReasons().find((r) => r.key === key)?.namePl ?? null

/** All of domain 5.2 that was filled in; what is empty stays out. */
const stateRows = ({ line, details }: LinePage) => [
  { term: f.status, value: f.since(lineStatusNames[line.status], line.statusSince) },
  {
    term: f.answerDue,
    value:
      line.status === 'proposed' && line.answerDueOn ? (
        <ToneText tone={line.answerLate ? 'late' : 'wait'}>{formatDate(line.answerDueOn)}</ToneText>
      ) : null,
  },
  {
    term: f.queue,
    value: line.status === 'waitingList' && line.waitingSince ? f.queueSince(line.waitingSince) : null,
  },
  { term: f.outcome, value: details.outcome ? outcomeNames[details.outcome] : null },
  {
    term: f.satisfaction,
    value: details.satisfaction
      ? satisfactionNames[details.satisfaction as keyof typeof satisfactionNames]
      : null,
  },
]

const Other = ({ caseId, line }: { caseId: string; line: LinePage['replacedBy'][number] }) => (
  <div>
    <AppLink href={paths.caseLine(caseId, line.id)}>{line.provider}</AppLink>, {lineStatusNames[line.status]}
  </div>
)

/** The refused line and the one asked instead of it lead to each other. */
const insteadRows = ({ line, replaces, replacedBy }: LinePage) => [
  { term: alternativeMessages.replaces, value: replaces && <Other caseId={line.caseId} line={replaces} /> },
  {
    term: alternativeMessages.replacedBy,
    value:
      replacedBy.length > 0
        ? replacedBy.map((other) => <Other key={other.id} caseId={line.caseId} line={other} />)
        : null,
  },
]

const orderRows = (page: LinePage) => {
  const { line, details } = page
  return [
    { term: f.priority, value: priorityName(details.priority) },
    {
      term: f.dependsOn,
      value: details.dependsOn && (
        <AppLink href={paths.caseLine(line.caseId, details.dependsOn.id)}>{details.dependsOn.name}</AppLink>
      ),
    },
    { term: f.category, value: categoryName(details.category) },
    ...insteadRows(page),
  ]
}

export const Facts = ({ page }: { page: LinePage }) => {
  const { line, costs } = page
  return (
    <Sheet pad>
      <DefinitionList
        items={[
          ...stateRows(page),
          { term: m.need, value: page.needs.map((n) => n.name).join(', ') },
          { term: m.goal, value: page.goals.map((g) => g.title).join(', ') },
          {
            term: serviceMessages.forWhom,
            value: whoFor(line, page.subject),
          },
          { term: serviceMessages.howMuch, value: scheduleText(line) },
          { term: serviceMessages.where, value: line.place },
          { term: serviceMessages.what, value: line.scope },
          {
            term: serviceMessages.responsible,
            value: [line.provider.name, line.responsible].filter(Boolean).join(', '),
          },
          { term: f.phone, value: line.provider.phone && <Phone number={line.provider.phone} /> },
          { term: f.coProviders, value: page.details.coProviders.join(', ') },
          ...orderRows(page),
          {
            term: serviceMessages.done,
            value: line.delivered > 0 ? progressText(line.delivered, line.planned, line.unit) : null,
          },
          { term: m.costPlanned, value: money(costs.planned) },
          { term: m.costActual, value: money(costs.actual) },
          { term: basketMessages.fresh.coPayment, value: money(costs.coPayment) },
          { term: basketMessages.fresh.funding, value: funding(costs.fundingKey) },
          {
            term: serviceMessages.decision,
            value:
              line.decisionNumber && line.decisionOn
                ? serviceMessages.decisionOf(line.decisionNumber, formatDate(line.decisionOn))
                : null,
          },
          { term: basketMessages.fresh.legalBasis, value: costs.legalBasis },
          { term: m.duplicateReason, value: page.duplicateReason },
          { term: m.outsideReason, value: page.outsideAgreementReason },
          { term: m.endReason, value: line.endReason },
        ]}
      />
    </Sheet>
  )
}

/** The provider proposed another way: both side by side, one button takes it over. */
export const Counter = ({ line }: { line: LineView }) =>
  line.status !== 'counterProposed' ? null : (
    <Section id="inna-propozycja" title={m.counterTitle}>
      <Sheet pad>
        <DefinitionList
          items={[
            {
              term: m.counterWhen,
              value: line.counterStartsOn && (
                <>
                  <span className="was">{formatDate(line.startsOn)}</span> {formatDate(line.counterStartsOn)}
                </>
              ),
            },
            {
              term: m.counterMuch,
              value: line.counterQuantity !== null && (
                <>
                  {line.quantity !== null && (
                    <span className="was">{quantityText(line.quantity, line.unit)}</span>
                  )}{' '}
                  {quantityText(line.counterQuantity, line.unit)}
                </>
              ),
            },
            { term: m.counterNote, value: line.answerNote },
          ].filter((item) => item.value !== false)}
        />
        {line.can.includes('takeOver') && (
          <ActionForm action={takeOver} submitLabel={m.takeOver} label={m.takeOver} className="mt-4">
            <FormHidden name="lineId" value={line.id} />
            <FormHidden name="version" value={line.version} />
          </ActionForm>
        )}
      </Sheet>
    </Section>
  )

const statusName = (status: LineStatus | null): string => (status ? `${lineStatusNames[status]} → ` : '')

/** Every step with who, when and why. */
export const History = ({ page }: { page: LinePage }) => (
  <Section id="historia-pozycji" title={m.history}>
    <Sheet pad>
      <Timeline
        events={page.history.map((h) => ({
          id: h.id,
          when: formatInstant(h.at),
          dateTime: h.at.toISOString(),
          text: [
            `${statusName(h.from)}${lineStatusNames[h.to]}`,
            h.byLink ? lineLinkMessages.answeredBy(h.byLink) : h.who,
            reason(h.reasonKey),
            h.note,
          ]
            .filter(Boolean)
            .join(', '),
        }))}
      />
    </Sheet>
  </Section>
)
