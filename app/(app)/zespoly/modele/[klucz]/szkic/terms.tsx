import { DataTable } from '@/components/ui/data-table'
import { FormHidden, FormSelect, FormText } from '@/components/ui/form-fields'
import { variantMessages } from '@/lib/messages/pl/variant-pages'
import { variantParts, versionWords } from '@/lib/messages/pl/variants'
import { type ChosenTerm, type TermKey, termKeys, type VariantBody } from '@/lib/variants'

const m = variantMessages.draft

const Fields = ({ step, term }: { step: TermKey; term: ChosenTerm }) => {
  const name = variantParts.terms[step]
  return (
    <div className="row">
      <FormText
        name={`terms.${step}.count`}
        label={m.count(name)}
        labelHidden
        numeric
        width="short"
        defaultValue={String(term.count)}
      />
      {term.unit === 'month' ? (
        <>
          <FormHidden name={`terms.${step}.unit`} value="month" />
          <span>{m.months}</span>
        </>
      ) : (
        <FormSelect
          name={`terms.${step}.unit`}
          label={m.unit(name)}
          labelHidden
          width="medium"
          defaultValue={term.unit}
          options={Object.entries(m.units).map(([value, label]) => ({ value, label }))}
        />
      )}
    </div>
  )
}

type Props = { body: VariantBody; national: VariantBody }

/** How much time each step has, beside what the national model gives. */
export const TermFields = ({ body, national }: Props) => (
  <DataTable
    caption={m.parts.terminy}
    captionHidden
    rows={termKeys}
    rowId={(step) => step}
    columns={[
      { key: 'step', label: variantMessages.draft.parts.terminy, cell: (step) => variantParts.terms[step] },
      {
        key: 'national',
        label: versionWords.name(null),
        cell: (step) => variantParts.term(national.terms[step].count, national.terms[step].unit),
      },
      { key: 'here', label: m.here, cell: (step) => <Fields step={step} term={body.terms[step]} /> },
    ]}
  />
)
