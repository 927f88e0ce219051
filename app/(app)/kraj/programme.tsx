import { definitionOf } from '@/app/(app)/region/definitions'
import { LinkButton } from '@/components/ui/button'
import { type Column, DataTable } from '@/components/ui/data-table'
import { Disclosure } from '@/components/ui/lists'
import { EmptyState } from '@/components/ui/messages'
import { Section } from '@/components/ui/page-head'
import { formatNumber } from '@/lib/format/plural'
import { chartMessages } from '@/lib/messages/pl/charts'
import { countryProgrammeMessages as m } from '@/lib/messages/pl/country-programme'
import { declineReasonNames } from '@/lib/messages/pl/recruitment'
import type { CountryProgramme, RegionProgramme } from '@/lib/programme'
import { paths } from '@/lib/web/paths'

type Count = { key: string; label: string; of: (row: RegionProgramme) => number }

const stageKeys = ['talk', 'presentation', 'agreement', 'family', 'steady'] as const
const reasons = ['legal', 'financial', 'competence', 'logistics', 'other'] as const

const planCounts: readonly Count[] = [
  { key: 'planned', label: m.planned, of: (row) => row.planned },
  ...stageKeys.map((key) => ({ key, label: m.stages[key], of: (row: RegionProgramme) => row.reached[key] })),
  { key: 'late', label: m.late, of: (row) => row.late },
]

const barrierCounts: readonly Count[] = [
  { key: 'invited', label: m.invited, of: (row) => row.invited },
  { key: 'agreed', label: m.agreed, of: (row) => row.agreed },
  ...reasons.map((key) => ({
    key,
    label: m.refused(declineReasonNames[key]),
    of: (row: RegionProgramme) => row.barriers[key],
  })),
]

const columnOf = ({ key, label, of }: Count): Column<RegionProgramme> => ({
  key,
  label,
  numeric: true,
  cell: (row) => formatNumber(of(row)),
})

type SumsProps = CountryProgramme & {
  caption: string
  counts: readonly Count[]
  definition: 'plan' | 'barriers'
}

const Sums = ({ regions, total, caption, counts, definition }: SumsProps) => {
  const { note, definition: how } = definitionOf(definition)
  return (
    <div>
      <DataTable
        caption={caption}
        rows={regions}
        rowId={({ code }) => code}
        tight
        columns={[{ key: 'name', label: m.unit, cell: ({ name }) => name }, ...counts.map(columnOf)]}
        foot={[m.country, ...counts.map(({ of }) => formatNumber(of(total)))]}
      />
      <p className="muted mt-2">{note}</p>
      <Disclosure summary={chartMessages.definition}>
        <p className="soft">{how}</p>
      </Disclosure>
    </div>
  )
}

/** How far the model has come in each voivodeship, and what stands in the way: counts alone, each with its definition. */
export const ProgrammeSums = (sums: CountryProgramme) => (
  <Section
    id="program"
    title={m.title}
    actions={
      <LinkButton icon="dl" href={paths.countryProgrammeData()} download={m.csv.file}>
        {m.download}
      </LinkButton>
    }
  >
    {sums.regions.length === 0 ? (
      <EmptyState title={m.empty}>{m.emptyText}</EmptyState>
    ) : (
      <div className="stack-4">
        <Sums {...sums} caption={m.plans} counts={planCounts} definition="plan" />
        <Sums {...sums} caption={m.barriers} counts={barrierCounts} definition="barriers" />
      </div>
    )}
  </Section>
)
