import { AppLink } from '@/components/ui/app-link'
import { type Column, DataTable } from '@/components/ui/data-table'
import { Crumbs, PageHead } from '@/components/ui/page-head'
import { StatusBadge } from '@/components/ui/status'
import { teamMessages } from '@/lib/messages/pl/teams'
import { variantMessages as m } from '@/lib/messages/pl/variant-pages'
import { versionWords } from '@/lib/messages/pl/variants'
import { listVariants, type VariantRow } from '@/lib/variants'
import { definePage } from '@/lib/web/define-page'
import { paths } from '@/lib/web/paths'
import { holdsName } from './[klucz]/names'

export const metadata = { title: m.title }

const Teams = ({ row }: { row: VariantRow }) => (
  <ul>
    {row.versions.map(({ number, teams }) => (
      <li key={number}>
        {versionWords.name(number)}: {m.teams(teams ?? 0)}
      </li>
    ))}
    <li>
      {versionWords.name(null)}: {m.teams(row.nationalTeams ?? 0)}
    </li>
  </ul>
)

const forKeepers: readonly Column<VariantRow>[] = [
  { key: 'teams', label: m.columns.teams, cell: (row) => <Teams row={row} /> },
  {
    key: 'draft',
    label: m.columns.draft,
    cell: ({ draft }) => (draft ? <StatusBadge tone="mine">{m.draftThere}</StatusBadge> : m.noDraft),
  },
]

/** The three variants of the model, and what the voivodeship made of them. */
export default definePage({
  permission: 'variant.list',
  render: async ({ actor }) => {
    const { rows, mayEdit } = await listVariants.execute(actor, {})
    return (
      <>
        <Crumbs items={[{ label: teamMessages.list.title, href: paths.teams() }, { label: m.title }]} />
        <PageHead title={m.title} lead={m.lead} />
        <DataTable
          caption={m.title}
          captionHidden
          rows={rows}
          rowId={({ key }) => key}
          columns={[
            {
              key: 'variant',
              label: m.columns.variant,
              cell: ({ key, name }) => <AppLink href={paths.model(key)}>{m.heading(key, name)}</AppLink>,
            },
            { key: 'forWhom', label: m.columns.forWhom, cell: ({ forWhom }) => forWhom },
            { key: 'holds', label: m.columns.holds, cell: (row) => holdsName(row) },
            ...(mayEdit ? forKeepers : []),
          ]}
        />
      </>
    )
  },
})
