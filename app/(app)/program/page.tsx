import { planGminas } from '@/app/(app)/program/actions'
import { PlanFields } from '@/app/(app)/program/fields'
import { chipsOf, href, narrowed, rungsOf } from '@/app/(app)/program/filters'
import { ProgrammeRows } from '@/app/(app)/program/rows'
import { StageLadder } from '@/components/programme/stage-ladder'
import { ActionForm } from '@/components/ui/action-form'
import { AppLink } from '@/components/ui/app-link'
import { LinkButton } from '@/components/ui/button'
import { ChipLinks } from '@/components/ui/choices'
import { Pager, SearchForm } from '@/components/ui/list-tools'
import { Disclosure } from '@/components/ui/lists'
import { DoneNotice, EmptyState, Notice } from '@/components/ui/messages'
import { PageHead, Section } from '@/components/ui/page-head'
import { programmeMessages as m } from '@/lib/messages/pl/programme'
import { recruitmentMessages } from '@/lib/messages/pl/recruitment'
import { letterMessages } from '@/lib/messages/pl/team-letters'
import { listProgramme, type ProgrammeList } from '@/lib/programme'
import { definePage, type Search } from '@/lib/web/define-page'
import { paths } from '@/lib/web/paths'

export const metadata = { title: m.title }

const Rows = ({ list, search }: { list: ProgrammeList; search: Search }) => {
  const sort = (key?: string) => ({
    href: href(search, { sort: key }),
    now: search.sort === key ? ('ascending' as const) : undefined,
  })
  const choosing = list.mayPlan && search.stan === 'poza-planem'
  if (!choosing) return <ProgrammeRows rows={list.rows} sort={sort} />
  return (
    <ActionForm action={planGminas} label={m.add.title} submitLabel={m.add.submit}>
      <p className="soft">{m.add.lead}</p>
      <ProgrammeRows rows={list.rows} sort={sort} choosing />
      <PlanFields animators={list.animators} />
    </ActionForm>
  )
}

const Nothing = ({ list }: { list: ProgrammeList }) => {
  const empty = list.counts.plan === 0
  return (
    <EmptyState
      level={2}
      title={empty ? m.empty : m.nothing}
      actions={
        empty && list.mayPlan ? (
          <LinkButton href={paths.programme({ stan: 'poza-planem' })}>{m.emptyAction}</LinkButton>
        ) : undefined
      }
    >
      {empty ? m.emptyText : m.nothingText}
    </EmptyState>
  )
}

/** The plan of the region: where each gmina stands, what is late, who animates. */
export default definePage({
  permission: 'programme.list',
  render: async ({ actor, search }) => {
    const { q = '', stan, zespol, etap, sort, strona } = search
    const list = await listProgramme.execute(actor, {
      text: q,
      filter: stan ?? (zespol ? 'wszystkie' : undefined),
      team: zespol,
      stage: etap,
      sort,
      page: strona,
    })
    const only = narrowed(search)
    const page = (n: number) => href(search, { strona: String(n) })
    return (
      <>
        <PageHead
          title={m.title}
          lead={m.lead}
          actions={
            <>
              <LinkButton href={paths.letters()}>{letterMessages.sentTitle}</LinkButton>
              <LinkButton href={paths.barriers()}>{recruitmentMessages.barriers.link}</LinkButton>
              {list.mayPlan && (
                <LinkButton href={paths.programme({ stan: 'poza-planem' })} variant={1} icon="plus">
                  {m.emptyAction}
                </LinkButton>
              )}
            </>
          }
        />
        <DoneNotice>{search.zrobione === 'dodano' ? m.add.done : undefined}</DoneNotice>
        <Section id="etapy" title={m.ladder.title}>
          <StageLadder rungs={rungsOf(list, search)} label={m.ladder.title} />
          <div className="mt-2">
            <Disclosure summary={m.ladder.definition}>
              <p className="soft">{m.ladder.how}</p>
            </Disclosure>
          </div>
        </Section>
        <Section id="gminy" title={m.caption}>
          <div className="stack-4 mb-4">
            <SearchForm
              action={paths.programme()}
              label={m.search}
              defaultValue={q}
              keep={{ stan, zespol, etap, sort }}
              clearHref={q ? href(search, { q: undefined }) : undefined}
            />
            <ChipLinks label={m.filterLabel} items={chipsOf(list, search)} />
            {only && (
              <Notice>
                {m.narrowed(only)} <AppLink href={paths.programme()}>{m.wholeList}</AppLink>
              </Notice>
            )}
          </div>
          {list.rows.length === 0 ? (
            <Nothing list={list} />
          ) : (
            <>
              <Rows list={list} search={search} />
              <Pager
                shown={m.shown(list.found, list.first, list.pages)}
                previousHref={list.first > 1 ? page(list.first - 1) : undefined}
                nextHref={list.first < list.pages ? page(list.first + 1) : undefined}
              />
            </>
          )}
        </Section>
      </>
    )
  },
})
