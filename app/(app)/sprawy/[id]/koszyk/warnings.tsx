import { justifyLine, settleWarning, unsettleWarning } from '@/app/(app)/sprawy/[id]/koszyk/actions'
import { byLine, onceEach, warningName, warningWords } from '@/app/(app)/sprawy/[id]/koszyk/warning-words'
import { ActionForm } from '@/components/ui/action-form'
import { AppLink } from '@/components/ui/app-link'
import { FormHidden, FormText } from '@/components/ui/form-fields'
import { Disclosure } from '@/components/ui/lists'
import { Section } from '@/components/ui/page-head'
import { Sheet } from '@/components/ui/sheet'
import { ToneText } from '@/components/ui/status'
import { answerOf, type LineView, type WarningView } from '@/lib/baskets'
import { formatInstant } from '@/lib/format/dates'
import { warningMessages as m } from '@/lib/messages/pl/warnings'
import { paths } from '@/lib/web/paths'

type Props = {
  caseId: string
  warnings: readonly WarningView[]
  lines: readonly LineView[]
  /** what this person may write: a reason on a line, a reason beside a warning */
  may: { readonly justify: boolean; readonly settle: boolean }
}

/** Where the reason is kept: on the line (twins, institutions from outside) or beside the warning. */
const Target = ({ caseId, warning, line }: { caseId: string; warning: WarningView; line?: LineView }) =>
  answerOf[warning.kind] === 'justify' ? (
    <>
      <FormHidden name="lineId" value={warning.lineId} />
      <FormHidden name="version" value={line?.version ?? 0} />
      <FormHidden name="kind" value={warning.kind} />
    </>
  ) : (
    <>
      <FormHidden name="caseId" value={caseId} />
      <FormHidden name="warning" value={warning.key} />
    </>
  )

const Settle = ({ caseId, warning, line, title }: Parameters<typeof Target>[0] & { title: string }) => (
  <Disclosure
    summary={
      <>
        {m.settle}
        <span className="vh">: {title}</span>
      </>
    }
  >
    <ActionForm
      action={answerOf[warning.kind] === 'justify' ? justifyLine : settleWarning}
      submitLabel={m.settle}
      submitVariant={2}
      label={`${m.settle}: ${title}`}
    >
      <Target caseId={caseId} warning={warning} line={line} />
      <FormText
        name="reason"
        label={m.reason}
        hint={answerOf[warning.kind] === 'settle' ? m.reasonHint : undefined}
        maxLength={300}
        required
      />
    </ActionForm>
  </Disclosure>
)

type ItemProps = Props & { warning: WarningView; title: string }

const Open = ({ warning, title, caseId, lines, may }: ItemProps) => {
  const answer = answerOf[warning.kind]
  const line = lines.find((l) => l.id === warning.lineId)
  return (
    <li>
      <ToneText tone={warning.blocking ? 'late' : 'mine'}>{warningWords(warning, lines)}</ToneText>
      {warning.earlier && <p className="muted">{m.earlier(warning.earlier)}</p>}
      {(answer === 'settle' ? may.settle : answer === 'justify' && may.justify) && (
        <Settle caseId={caseId} warning={warning} line={line} title={warningName(warning, title, lines)} />
      )}
      {warning.kind === 'noConsent' && (
        <div>
          <AppLink href={paths.caseConsents(caseId)}>{m.toConsents}</AppLink>
        </div>
      )}
    </li>
  )
}

const Settled = ({ warning, title, caseId, lines, may }: ItemProps) => {
  const { settlement } = warning
  return (
    <li>
      <ToneText tone="done">
        {title}: {warningWords(warning, lines)}
      </ToneText>
      <p className="muted">
        {settlement
          ? m.settledBy(
              settlement.reason,
              settlement.who,
              settlement.at ? formatInstant(settlement.at) : null,
            )
          : m.settledHidden}
      </p>
      {settlement?.id && may.settle && (
        <ActionForm
          action={unsettleWarning}
          submitLabel={m.undo}
          submitVariant={3}
          small
          label={`${m.undo}: ${warningName(warning, title, lines)}`}
          inline
        >
          <FormHidden name="caseId" value={caseId} />
          <FormHidden name="settlementId" value={settlement.id} />
        </ActionForm>
      )}
    </li>
  )
}

const isSettled = (w: WarningView): boolean => w.settled || w.settlement !== null

/** What must be settled before questions go out or the plan is signed, what is worth knowing, and what was settled. */
export const Warnings = (props: Props) => {
  const { warnings, lines } = props
  const shown = onceEach(warnings)
  if (shown.length === 0) return null
  const waiting = shown.filter((w) => !isSettled(w))
  const groups = byLine(waiting, lines)
  const past = byLine(shown.filter(isSettled), lines)
  return (
    <Section
      id="ostrzezenia"
      title={m.title}
      lead={m.lead(waiting.length, waiting.filter((w) => w.blocking).length)}
    >
      <Sheet pad>
        {groups.map((group) => (
          <div key={group.id} className="mb-4">
            <h3>{group.title}</h3>
            <ul className="ledger">
              {group.warnings.map((warning) => (
                <Open key={warning.key} {...props} warning={warning} title={group.title} />
              ))}
            </ul>
          </div>
        ))}
        {past.length > 0 && (
          <Disclosure summary={m.settledTitle(shown.length - waiting.length)}>
            <ul className="ledger">
              {past.flatMap((group) =>
                group.warnings.map((warning) => (
                  <Settled key={warning.key} {...props} warning={warning} title={group.title} />
                )),
              )}
            </ul>
          </Disclosure>
        )}
      </Sheet>
    </Section>
  )
}
