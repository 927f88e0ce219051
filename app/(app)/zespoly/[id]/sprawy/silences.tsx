import { DaysWaited } from '@/components/charts/days-waited'
import { AppLink } from '@/components/ui/app-link'
import { DataTable } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/messages'
import { Section } from '@/components/ui/page-head'
import { SectorMark, ToneText } from '@/components/ui/status'
import type { Silence, TeamBoard } from '@/lib/board'
import { formatPhone } from '@/lib/format/phone'
import { boardMessages } from '@/lib/messages/pl/board'
import { sectorOf } from '@/lib/messages/pl/sectors'
import { paths } from '@/lib/web/paths'

const m = boardMessages.silence

const Waited = ({ row }: { row: Silence }) => (
  <DaysWaited days={row.days} limit={row.limit}>
    {row.over > 0 ? (
      <ToneText tone="late">{m.over(row.days, row.over)}</ToneText>
    ) : (
      <span className="soft">{m.within(row.days, row.limit - row.days)}</span>
    )}
  </DaysWaited>
)

const Questions = ({ row }: { row: Silence }) => (
  <ul className="space-y-2">
    {row.questions.map((question) => (
      <li key={question.lineId}>
        <AppLink href={paths.caseLine(question.caseId, question.lineId)}>{question.service}</AppLink>
        <span className="muted block">{question.family}</span>
      </li>
    ))}
  </ul>
)

/** Which institution owes an answer, about what and since when. */
export const Silences = ({ board }: { board: TeamBoard }) => (
  <Section id="kto" title={m.title} lead={m.lead}>
    <DataTable
      caption={m.caption}
      captionHidden
      rows={board.silences}
      rowId={({ id }) => id}
      empty={
        <EmptyState title={m.empty} level={3}>
          {m.emptyText}
        </EmptyState>
      }
      columns={[
        {
          key: 'institution',
          label: m.institution,
          cell: (row) => (
            <span className="inline-flex items-start gap-2">
              <SectorMark sector={sectorOf(row.sector)} />
              <span>
                <AppLink href={paths.institution(row.id)}>{row.name}</AppLink>
                {row.phone && (
                  <a className="nowrap mt-1 block" href={`tel:${row.phone}`}>
                    {formatPhone(row.phone)}
                  </a>
                )}
              </span>
            </span>
          ),
        },
        { key: 'count', label: m.count, numeric: true, cell: (row) => row.questions.length },
        { key: 'about', label: m.about, cell: (row) => <Questions row={row} /> },
        { key: 'how', label: m.how, cell: (row) => <Waited row={row} /> },
      ]}
    />
    {board.silences.length > 0 && <p className="muted mt-3">{m.rule}</p>}
  </Section>
)
