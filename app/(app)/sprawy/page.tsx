import { CaseListTools } from '@/components/cases/case-list-tools'
import { AppLink } from '@/components/ui/app-link'
import { LinkButton } from '@/components/ui/button'
import { type Column, DataTable } from '@/components/ui/data-table'
import { Pager } from '@/components/ui/list-tools'
import { EmptyState } from '@/components/ui/messages'
import { PageHead } from '@/components/ui/page-head'
import { StatusBadge, ToneText } from '@/components/ui/status'
import { Desk } from '@/components/ui/work'
import { type CaseRow, caseOrders, listCases } from '@/lib/cases'
import { formatDate } from '@/lib/format/dates'
import { caseMessages, stageNames } from '@/lib/messages/pl/cases'
import { couldEver } from '@/lib/policy/decide'
import { definePage } from '@/lib/web/define-page'
import { paths } from '@/lib/web/paths'

const m = caseMessages.list
export const metadata = { title: m.title }

const link = (row: CaseRow) => <AppLink href={paths.case(row.id)}>{row.label ?? row.number}</AppLink>

const isLate = (r: CaseRow): boolean => r.late || r.lateAnswers > 0 || r.monitorDue !== null

/** Why a case is late, the most pressing first. */
const lateNote = (r: CaseRow): string => {
  if (r.late && r.dueOn) return `${stageNames[r.status].name}, ${m.dueOn(formatDate(r.dueOn))}`
  if (r.lateAnswers > 0) return m.lateAnswers(r.lateAnswers)
  return r.monitorDue ? m.monitorDue(formatDate(r.monitorDue)) : ''
}

const mineNote = (r: CaseRow): string => {
  if (r.renewBy) return m.renewBy(formatDate(r.renewBy))
  const stage = stageNames[r.status].name
  return r.dueOn ? `${stage}, ${m.dueOn(formatDate(r.dueOn))}` : stage
}

const deskOf = (rows: readonly CaseRow[]) => {
  const late = rows.filter(isLate)
  const mine = rows.filter((r) => r.waitsForMe && !r.late)
  const others = rows.filter((r) => r.waitingAnswers > 0)
  const item = (row: CaseRow, note: string) => ({ id: row.id, text: link(row), note })
  return [
    {
      id: 'late',
      tone: 'late' as const,
      count: late.length,
      title: m.late,
      empty: m.emptyLate,
      items: late.slice(0, 4).map((r) => item(r, lateNote(r))),
    },
    {
      id: 'mine',
      tone: 'mine' as const,
      count: mine.length,
      title: m.mine,
      empty: m.emptyMine,
      items: mine.slice(0, 4).map((r) => item(r, mineNote(r))),
    },
    {
      id: 'others',
      tone: 'wait' as const,
      count: others.length,
      title: m.others,
      empty: m.emptyOthers,
      items: others.slice(0, 4).map((r) => item(r, answersNote(r))),
    },
  ]
}

/** Answers that are waited for, and of them those past their date. */
const answersNote = (r: CaseRow): string =>
  r.lateAnswers > 0
    ? `${m.waiting(r.waitingAnswers)}, ${m.overdue(r.lateAnswers)}`
    : m.waiting(r.waitingAnswers)

const Answers = ({ row }: { row: CaseRow }) => {
  if (row.waitingAnswers === 0) return '–'
  return row.lateAnswers > 0 ? <ToneText tone="late">{answersNote(row)}</ToneText> : answersNote(row)
}

const Due = ({ row }: { row: CaseRow }) => {
  if (!row.dueOn) return '–'
  const on = formatDate(row.dueOn)
  if (row.late) return <ToneText tone="late">{on}</ToneText>
  return row.renewBy ? <ToneText tone="mine">{m.planEnds(on)}</ToneText> : on
}

const columns: Column<CaseRow>[] = [
  { key: 'family', label: m.family, cell: link },
  { key: 'number', label: m.number, cell: (r) => <span className="num nowrap">{r.number}</span> },
  {
    key: 'stage',
    label: m.stageColumn,
    cell: (r) => <StatusBadge tone={stageNames[r.status].tone}>{stageNames[r.status].name}</StatusBadge>,
  },
  { key: 'due', label: m.due, cell: (r) => <Due row={r} /> },
  { key: 'coordinator', label: m.coordinator, cell: (r) => r.coordinator ?? '–' },
  { key: 'answers', label: m.answers, cell: (r) => <Answers row={r} /> },
]

export default definePage({
  permission: 'case.list',
  render: async ({ actor, search }) => {
    const { q, stage = 'open', order = 'changed', after } = search
    const list = await listCases.execute(actor, { q, stage, order, after } as never)
    const filtered = Boolean(q) || stage !== 'open'
    const next = list.next
      ? `${paths.cases()}?${new URLSearchParams({ ...(q ? { q } : {}), stage, order, after: list.next })}`
      : undefined
    return (
      <>
        <PageHead
          title={m.title}
          lead={m.lead}
          actions={
            couldEver(actor, 'referral.create') && (
              <LinkButton href={paths.referralNew()} variant={1} icon="plus">
                {m.refer}
              </LinkButton>
            )
          }
        />
        {!filtered && !after && list.rows.length > 0 && <Desk columns={deskOf(list.rows)} />}
        <div className="sec">
          <CaseListTools action={paths.cases()} q={q} stage={stage} order={order} orders={caseOrders} />
          <div className="mt-6">
            <DataTable
              caption={m.caption}
              captionHidden
              rows={list.rows}
              rowId={({ id }) => id}
              empty={
                <EmptyState title={filtered ? m.nothing : m.empty} level={2}>
                  {filtered ? m.nothingText : m.emptyText}
                </EmptyState>
              }
              columns={columns}
            />
          </div>
          {list.rows.length > 0 && <Pager nextHref={next} shown={m.shown(list.rows.length)} />}
        </div>
      </>
    )
  },
})
