import { LineState } from '@/app/(app)/sprawy/[id]/koszyk/line-state'
import { AppLink } from '@/components/ui/app-link'
import { type Column, DataTable } from '@/components/ui/data-table'
import { SectorMark } from '@/components/ui/status'
import type { Basket, LineView } from '@/lib/baskets'
import { basketMessages } from '@/lib/messages/pl/basket-page'
import { progressText, serviceMessages } from '@/lib/messages/pl/baskets'
import { sectorOf } from '@/lib/messages/pl/sectors'
import { warningMessages } from '@/lib/messages/pl/warnings'
import { paths } from '@/lib/web/paths'

const m = basketMessages.lines

export const whoFor = (line: LineView, subject: Basket['subject']): string =>
  line.beneficiaries.length > 0
    ? line.beneficiaries.map((p) => p.name).join(', ')
    : (line.family ?? basketMessages.whole(subject))

const progress = (line: LineView): string => {
  if (line.status === 'proposed' && line.answerDueOn)
    return line.answerLate ? m.answerLate(line.answerDueOn) : m.answerBy(line.answerDueOn)
  if (line.late && line.nextExpectedOn) return serviceMessages.expectedOn(line.nextExpectedOn)
  if (line.delivered === 0) return line.answerNote ?? line.endReason ?? ''
  return progressText(line.delivered, line.planned, line.unit)
}

/** The state, and how many warnings of this line nobody settled yet. */
const State = ({ line, waiting }: { line: LineView; waiting: number }) => (
  <>
    <LineState line={line} />
    {waiting > 0 && (
      <small className="block">
        <AppLink href="#ostrzezenia">
          {warningMessages.mark(waiting)}
          <span className="vh">, {line.title ?? line.service}</span>
        </AppLink>
      </small>
    )}
  </>
)

const columns = (
  { subject, institutions }: Basket,
  waitingOf: (line: LineView) => number,
): Column<LineView>[] => [
  {
    key: 'service',
    label: m.service,
    cell: (line) => (
      <>
        <AppLink href={paths.caseLine(line.caseId, line.id)}>{line.title ?? line.service}</AppLink>
        <small className="block">{whoFor(line, subject)}</small>
      </>
    ),
  },
  {
    key: 'provider',
    label: m.provider,
    cell: (line) => {
      const sector = institutions.find((i) => i.id === line.provider.id)?.sector
      return (
        <>
          {sector && <SectorMark sector={sectorOf(sector)} />} {line.provider.name}
        </>
      )
    },
  },
  { key: 'state', label: m.state, cell: (line) => <State line={line} waiting={waitingOf(line)} /> },
  { key: 'done', label: m.done, cell: progress },
  {
    key: 'when',
    label: m.when,
    cell: (line) => (line.endsOn ? m.period(line.startsOn, line.endsOn) : m.from(line.startsOn)),
  },
]

/** Lines of the basket with their states; each is a target of the picture above. */
export const LinesTable = ({ lines, basket }: { lines: readonly LineView[]; basket: Basket }) => (
  <DataTable
    caption={m.caption}
    captionHidden
    columns={columns(
      basket,
      (line) => basket.warnings.filter((w) => w.lineId === line.id && !w.settled && !w.settlement).length,
    )}
    rows={lines}
    rowId={(line) => line.id}
    anchor={(line) => `poz-${line.id}`}
    empty={<p className="muted">{m.empty}</p>}
  />
)
