import { DataTable } from '@/components/ui/data-table'
import { FormSelect, FormText } from '@/components/ui/form-fields'
import { variantMessages } from '@/lib/messages/pl/variant-pages'
import { safetyArea, type VariantBody, type VariantPage } from '@/lib/variants'

const m = variantMessages.draft
type Area = VariantPage['offered']['areas'][number]
type Row = Area & { readonly called: string; readonly use: 'no' | 'asked' | 'always'; readonly place: string }

const rowsOf = ({ areas: chosen }: VariantBody, areas: readonly Area[]): Row[] => {
  const place = (key: string) => chosen.findIndex((one) => one.key === key)
  const row = (area: Area): Row => {
    const at = place(area.key)
    const here = chosen[at]
    return {
      ...area,
      called: here?.name ?? area.name,
      use: here ? (here.required ? 'always' : 'asked') : 'no',
      place: here ? String(at + 1) : '',
    }
  }
  const rank = (key: string) => (place(key) + chosen.length + 1) % (chosen.length + 1)
  return [...areas].sort((a, b) => rank(a.key) - rank(b.key)).map(row)
}

const uses = (key: string) =>
  Object.entries(m.areaUses)
    .filter(([value]) => key !== safetyArea || value === 'always')
    .map(([value, label]) => ({ value, label }))

type Props = { body: VariantBody; areas: readonly Area[] }

/** What is described with the family, under which name and in which order. */
export const AreaFields = ({ body, areas }: Props) => (
  <DataTable
    caption={m.parts.obszary}
    captionHidden
    rows={rowsOf(body, areas)}
    rowId={({ key }) => key}
    columns={[
      { key: 'area', label: m.area, cell: ({ name }) => name },
      {
        key: 'name',
        label: m.areaName,
        cell: ({ key, name, called }) => (
          <FormText
            name={`areas.${key}.name`}
            label={m.areaNameOf(name)}
            labelHidden
            defaultValue={called}
            maxLength={120}
          />
        ),
      },
      {
        key: 'use',
        label: m.areaUse,
        cell: ({ key, name, use }) => (
          <FormSelect
            name={`areas.${key}.use`}
            label={m.areaUseOf(name)}
            labelHidden
            defaultValue={use}
            options={uses(key)}
          />
        ),
      },
      {
        key: 'place',
        label: m.areaPlace,
        cell: ({ key, name, place }) => (
          <FormText
            name={`areas.${key}.place`}
            label={m.areaPlaceOf(name)}
            labelHidden
            numeric
            width="short"
            defaultValue={place}
            optional
          />
        ),
      },
    ]}
  />
)
