import { AppLink } from '@/components/ui/app-link'
import { DataTable } from '@/components/ui/data-table'
import { Disclosure } from '@/components/ui/lists'
import { EmptyState, Notice } from '@/components/ui/messages'
import { Crumbs, PageHead, Section } from '@/components/ui/page-head'
import { formatDate } from '@/lib/format/dates'
import { programmeMessages } from '@/lib/messages/pl/programme'
import { declineReasonNames, recruitmentMessages } from '@/lib/messages/pl/recruitment'
import { type Barriers, listBarriers, type Refusal } from '@/lib/programme'
import { definePage, type Search } from '@/lib/web/define-page'
import { paths } from '@/lib/web/paths'

const m = recruitmentMessages.barriers
export const metadata = { title: m.title }

type CountRow = { readonly key: string; readonly name: string; readonly count: number }

/** Counts of refusals; each opens the refusals behind it. */
const Counts = ({
  id,
  title,
  head,
  rows,
  param,
}: {
  id: string
  title: string
  head: string
  rows: readonly CountRow[]
  param: 'powod' | 'rodzaj' | 'powiat'
}) => (
  <Section id={id} title={title} level={3}>
    <DataTable
      caption={title}
      captionHidden
      tight
      keepTable
      rows={rows}
      rowId={({ key }) => key}
      columns={[
        {
          key: 'name',
          label: head,
          cell: (row) =>
            row.count > 0 ? (
              <AppLink href={`${paths.barriers({ [param]: row.key })}#odmowy`}>{row.name}</AppLink>
            ) : (
              row.name
            ),
        },
        { key: 'count', label: m.count, numeric: true, cell: (row) => row.count },
      ]}
    />
  </Section>
)

/** What the list below was narrowed to, in words. */
const narrowed = (list: Barriers, { powod, rodzaj, powiat }: Search): string | null => {
  if (powod && powod in declineReasonNames)
    return declineReasonNames[powod as keyof typeof declineReasonNames]
  return (
    list.kinds.find(({ key }) => key === rodzaj)?.name ??
    list.powiats.find(({ key }) => key === powiat)?.name ??
    null
  )
}

const Refusals = ({ rows }: { rows: readonly Refusal[] }) => (
  <DataTable
    caption={m.refusals}
    captionHidden
    rows={rows}
    rowId={({ id }) => id}
    columns={[
      {
        key: 'who',
        label: m.columns.who,
        cell: (row) => (
          <>
            <AppLink href={paths.institution(row.institutionId)}>{row.name}</AppLink>
            <span className="block font-normal muted">{row.kind}</span>
          </>
        ),
      },
      {
        key: 'gmina',
        label: m.columns.gmina,
        cell: (row) => <AppLink href={paths.recruitment(row.gminaCode)}>{row.gmina}</AppLink>,
      },
      { key: 'when', label: m.columns.when, cell: (row) => formatDate(row.on) },
      {
        key: 'why',
        label: m.columns.why,
        cell: (row) => (
          <>
            {declineReasonNames[row.reason]}
            {row.words && <span className="block soft">{row.words}</span>}
          </>
        ),
      },
    ]}
  />
)

/** Why institutions of the region declined: the list of barriers. */
export default definePage({
  permission: 'recruit.barriers',
  render: async ({ actor, search }) => {
    const { powod, rodzaj, powiat } = search
    const list = await listBarriers.execute(actor, { reason: powod, kind: rodzaj, powiat })
    const only = narrowed(list, search)
    const reasons = list.reasons.map(({ key, count }) => ({ key, name: declineReasonNames[key], count }))
    return (
      <>
        <Crumbs items={[{ label: programmeMessages.title, href: paths.programme() }, { label: m.title }]} />
        <PageHead title={m.title} lead={m.lead(list.all, list.invited, list.agreed)} />
        <Disclosure summary={m.definition}>
          <p className="soft">{m.how}</p>
        </Disclosure>
        {list.all === 0 ? (
          <EmptyState level={2} title={m.empty}>
            {m.emptyText}
          </EmptyState>
        ) : (
          <>
            <Section id="liczby" title={m.counts} className="mt-4">
              <div className="split split-2">
                <Counts id="powody" title={m.byReason} head={m.reason} rows={reasons} param="powod" />
                <Counts id="rodzaje" title={m.byKind} head={m.kind} rows={list.kinds} param="rodzaj" />
                <Counts id="powiaty" title={m.byPowiat} head={m.powiat} rows={list.powiats} param="powiat" />
              </div>
            </Section>
            <Section id="odmowy" title={only ? m.refusalsOf(only) : m.refusals}>
              {only && (
                <Notice className="mb-4">
                  <AppLink href={paths.barriers()}>{m.all}</AppLink>
                </Notice>
              )}
              <Refusals rows={list.refusals} />
            </Section>
          </>
        )}
      </>
    )
  },
})
