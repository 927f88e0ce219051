import { columns, teamColumn } from '@/app/(app)/sprawy/columns'
import { CaseDesk } from '@/app/(app)/sprawy/desk'
import { type Choice, FilterChips, SaveFilter } from '@/app/(app)/sprawy/filters'
import { ownConsents } from '@/app/(app)/sprawy/own-consents'
import { CaseListTools } from '@/components/cases/case-list-tools'
import { ExpiringConsents } from '@/components/cases/expiring-consents'
import { AppLink } from '@/components/ui/app-link'
import { LinkButton } from '@/components/ui/button'
import { DataTable } from '@/components/ui/data-table'
import { Pager } from '@/components/ui/list-tools'
import { EmptyState, Notice } from '@/components/ui/messages'
import { PageHead } from '@/components/ui/page-head'
import { type CaseList, type CaseRow, type CaseWaits, caseOrders, listCases } from '@/lib/cases'
import { sortPolish } from '@/lib/format/collate'
import { filterMessages } from '@/lib/messages/pl/case-filters'
import { caseMessages } from '@/lib/messages/pl/cases'
import { handoverMessages } from '@/lib/messages/pl/handover'
import { taskMessages } from '@/lib/messages/pl/tasks'
import { type Actor, hasRole } from '@/lib/policy/actor'
import { couldEver } from '@/lib/policy/decide'
import type { Read } from '@/lib/policy/usecase'
import { definePage, type Search } from '@/lib/web/define-page'
import { withParams } from '@/lib/web/params'
import { paths } from '@/lib/web/paths'
import { readPage } from '@/lib/web/read-page'

const m = caseMessages.list
export const metadata = { title: m.title }

const isNarrowed = ({ q, stage, waits, teamId }: Choice): boolean =>
  Boolean(q || waits || teamId) || stage !== 'open'

/** Whose list this is: of the control, of who leads the work, or of who works with families. */
const viewOf = (actor: Actor): keyof typeof m.byView => {
  if (hasRole(actor, 'koordynator_rodziny', 'asystent_rodziny')) return 'own'
  if (hasRole(actor, 'koordynator_zespolu', 'lider_gminny')) return 'unit'
  if (hasRole(actor, 'lider_powiatowy')) return 'powiat'
  return hasRole(actor, 'audytor') ? 'control' : 'own'
}

/** Teams of these cases, by name. */
const teamsOf = (rows: readonly CaseRow[]): { id: string; name: string }[] =>
  sortPolish(
    [...new Map(rows.map((r) => [r.teamId, { id: r.teamId, name: r.teamName ?? '' }])).values()],
    ({ name }) => name,
  )

const chosenOf = ({ q, stage = 'open', order = 'changed', waits, team }: Search): Choice => ({
  ...(q ? { q } : {}),
  stage,
  order,
  ...(waits ? { waits: waits as CaseWaits } : {}),
  ...(team ? { teamId: team } : {}),
})

/** The list of the address; a bare address opens the default filter, which only who has one pays for. */
const listOf = async (read: Read, search: Search): Promise<{ list: CaseList; choice: Choice }> => {
  const choice = chosenOf(search)
  const list = await read(listCases, { ...choice, after: search.after } as never)
  const own = Object.keys(search).length === 0 ? list.filters.find((one) => one.isDefault) : undefined
  // a team that was left does not close the list
  const gone = own?.teamId && !list.all.some((row) => row.teamId === own.teamId)
  if (!own || gone) return { list, choice }
  const { stage, order, waits, teamId } = own
  const kept = { stage, order, ...(waits ? { waits } : {}), ...(teamId ? { teamId } : {}) }
  // who waits for whom stays: it is about all of them
  return { list: { ...(await read(listCases, kept as never)), all: list.all }, choice: kept }
}

const ListHead = ({ actor }: { actor: Actor }) => {
  const words = m.byView[viewOf(actor)]
  return (
    <PageHead
      title={words.title}
      lead={words.lead}
      actions={
        <>
          <AppLink href={paths.tasks()}>{taskMessages.link}</AppLink>
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
  )
}

export default definePage({
  permission: 'case.list',
  render: async ({ actor, search }) => {
    const bare = chosenOf(search)
    const { list, choice, expiring } = await readPage(async (read) => ({
      ...(await listOf(read, search)),
      expiring: isNarrowed(bare) || search.after ? [] : await ownConsents(read, actor),
    }))
    const filtered = isNarrowed(choice)
    const teams = teamsOf(list.all.length > 0 ? list.all : list.rows)
    const { teamId, ...kept } = choice
    const next = list.next
      ? withParams(paths.cases(), { ...kept, team: teamId, after: list.next })
      : undefined
    return (
      <>
        <ListHead actor={actor} />
        <ExpiringConsents rows={expiring} />
        {list.all.length > 0 && <CaseDesk rows={list.all} />}
        {list.cut && <Notice className="mt-4">{filterMessages.cut(300)}</Notice>}
        <div className="sec" id="lista">
          <CaseListTools {...choice} action={paths.cases()} orders={caseOrders} teams={teams} />
          <FilterChips filters={list.filters} choice={choice} />
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
              columns={teams.length > 1 ? [...columns, teamColumn] : columns}
            />
          </div>
          {list.rows.length > 0 && <Pager nextHref={next} shown={m.shown(list.rows.length)} />}
          {(filtered || choice.order !== 'changed') && <SaveFilter choice={choice} />}
        </div>
      </>
    )
  },
})
