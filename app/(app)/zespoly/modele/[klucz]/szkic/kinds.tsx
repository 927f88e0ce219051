import { DataTable } from '@/components/ui/data-table'
import { FormChoices } from '@/components/ui/form-fields'
import { sectorOf } from '@/lib/messages/pl/sectors'
import { variantMessages } from '@/lib/messages/pl/variant-pages'
import type { VariantBody, VariantPage } from '@/lib/variants'

const m = variantMessages.draft
type Kind = VariantPage['offered']['kinds'][number]

const chosenUse = ({ requiredKinds, recommendedKinds }: VariantBody, key: string) => {
  if (requiredKinds.includes(key)) return 'required'
  return recommendedKinds.includes(key) ? 'recommended' : 'none'
}

type Props = { body: VariantBody; kinds: readonly Kind[] }

/** Which institutions a team must or should have, sector by sector. */
export const KindFields = ({ body, kinds }: Props) => {
  const sectors = [...new Set(kinds.map(({ sector }) => sectorOf(sector).name))]
  return sectors.map((sector) => (
    <DataTable
      key={sector}
      caption={sector}
      rows={kinds.filter((kind) => sectorOf(kind.sector).name === sector)}
      rowId={({ key }) => key}
      columns={[
        { key: 'kind', label: m.kind, cell: ({ name }) => name },
        {
          key: 'use',
          label: m.use,
          cell: ({ key, name }) => (
            <FormChoices
              name={`kinds.${key}`}
              legend={name}
              legendHidden
              chips
              defaultValue={chosenUse(body, key)}
              options={Object.entries(m.kindUses).map(([value, label]) => ({ value, label }))}
            />
          ),
        },
      ]}
    />
  ))
}
