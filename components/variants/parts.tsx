import type { Definition } from '@/components/ui/lists'
import { documentName, versionWords as m, variantParts } from '@/lib/messages/pl/variants'

type Area = { readonly key: string; readonly name: string; readonly required: boolean }
type Step = keyof typeof variantParts.steps
type Documents = {
  readonly step: Step
  readonly always?: readonly string[]
  readonly more: readonly string[]
}

/** Areas of the diagnosis in their order, and which are described with every family. */
export const AreaList = ({ areas }: { areas: readonly Area[] }) => (
  <ol className="list-decimal pl-5">
    {areas.map(({ key, name, required }) => (
      <li key={key}>
        {name}
        {required && <span className="soft"> ({m.required})</span>}
      </li>
    ))}
  </ol>
)

const named = (keys: readonly string[]): string => keys.map(documentName).join(', ')

/** Documents of each step: what every version needs, and what this one asks for beyond. */
export const documentItems = (rows: readonly Documents[]): Definition[] =>
  rows
    .filter(({ always = [], more }) => always.length + more.length > 0)
    .map(({ step, always = [], more }) => ({
      term: variantParts.steps[step],
      value:
        always.length > 0 && more.length > 0
          ? `${named(always)}; ${m.asked(named(more))}`
          : named([...always, ...more]),
    }))
