import { CaseDesk, CaseLink } from '@/app/(app)/sprawy/desk'
import { ownConsents } from '@/app/(app)/sprawy/own-consents'
import { CaseListTools } from '@/components/cases/case-list-tools'
import { ExpiringConsents } from '@/components/cases/expiring-consents'
import { AppLink } from '@/components/ui/app-link'
import { LinkButton } from '@/components/ui/button'
import { type Column, DataTable } from '@/components/ui/data-table'
import { Pager } from '@/components/ui/list-tools'
import { EmptyState } from '@/components/ui/messages'
import { PageHead } from '@/components/ui/page-head'
import { StatusBadge, ToneText } from '@/components/ui/status'
import { type CaseRow, caseOrders, listCases } from '@/lib/cases'
import { formatDate } from '@/lib/format/dates'
import { caseMessages, stageNames } from '@/lib/messages/pl/cases'
import { handoverMessages } from '@/lib/messages/pl/handover'
import { type Actor, hasRole } from '@/lib/policy/actor'
import { couldEver } from '@/lib/policy/decide'
import { definePage } from '@/lib/web/define-page'
import { paths } from '@/lib/web/paths'
import { readPage } from '@/lib/web/read-page'

const m = caseMessages.list
export const metadata = { title: m.title }

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
  { key: 'family', label: m.family, cell: (r) => <CaseLink row={r} /> },
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

/** Whose list this is: of the control, of who leads the work, or of who works with families. */
const viewOf = (actor: Actor): keyof typeof m.byView => {
  if (hasRole(actor, 'koordynator_rodziny', 'asystent_rodziny')) return 'own'
  if (hasRole(actor, 'koordynator_zespolu', 'lider_gminny')) return 'unit'
  if (hasRole(actor, 'lider_powiatowy')) return 'powiat'
  return hasRole(actor, 'audytor') ? 'control' : 'own'
}

export default definePage({
  permission: 'case.list',
  render: async ({ actor, search }) => {
    const { q, stage = 'open', order = 'changed', after } = search
    const words = m.byView[viewOf(actor)]
    const filtered = Boolean(q) || stage !== 'open'
    const first = !filtered && !after
    const { list, expiring } = await readPage(async (read) => ({
      list: await read(listCases, { q, stage, order, after } as never),
      expiring: first ? await ownConsents(read, actor) : [],
    }))
    const next = list.next
      ? `${paths.cases()}?${new URLSearchParams({ ...(q ? { q } : {}), stage, order, after: list.next })}`
      : undefined
    return (
      <>
        <PageHead
          title={words.title}
          lead={words.lead}
          actions={
            <>
              {couldEver(actor, 'handover.prepare') && (
                <AppLink href={paths.handover()}>{handoverMessages.open}</AppLink>
              )}
              {couldEver(actor, 'referral.create') && (
                <LinkButton href={paths.referralNew()} variant={1} icon="plus">
                  {m.refer}
                </LinkButton>
              )}
            </>
          }
        />
        <ExpiringConsents rows={expiring} />
        {first && list.rows.length > 0 && <CaseDesk rows={list.rows} />}
        <div className="sec" id="lista">
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
