import { DefinitionList } from '@/components/ui/lists'
import { Section } from '@/components/ui/page-head'
import { Sheet } from '@/components/ui/sheet'
import { AreaList, documentItems } from '@/components/variants/parts'
import { variantMessages } from '@/lib/messages/pl/variant-pages'
import { changeMessages, variantParts as parts } from '@/lib/messages/pl/variants'

const m = variantMessages.model
const labels = Object.keys(parts.labels) as (keyof typeof parts.labels)[]

export type ModelView = {
  readonly labels: Readonly<Record<keyof typeof parts.labels, string>>
  readonly roles: Readonly<Record<string, string | undefined>>
  readonly twoLevels: boolean
  readonly terms: readonly {
    key: keyof typeof parts.terms
    count: number
    unit: 'calendar' | 'business' | 'month'
  }[]
  readonly required: readonly string[]
  readonly recommended: readonly string[]
  readonly documents: readonly {
    step: keyof typeof parts.steps
    always: readonly string[]
    more: readonly string[]
  }[]
  readonly areas: readonly { key: string; name: string; required: boolean }[]
}

const List = ({ names }: { names: readonly string[] }) =>
  names.length === 0 ? (
    m.none
  ) : (
    <ul>
      {names.map((name) => (
        <li key={name}>{name}</li>
      ))}
    </ul>
  )

const Names = ({ model }: { model: ModelView }) => (
  <DefinitionList
    items={[
      ...labels.map((key) => ({ term: parts.labels[key], value: model.labels[key] })),
      { term: m.levels, value: parts.levels[`${model.twoLevels}`] },
      ...Object.entries(parts.roles).map(([role, common]) => ({ term: common, value: model.roles[role] })),
    ]}
  />
)

/** The whole of one version of a variant, to read. */
export const Model = ({ model }: { model: ModelView }) => {
  const { sections } = changeMessages
  const items = [
    { id: 'names', title: m.names, content: <Names model={model} /> },
    {
      id: 'terms',
      title: sections.terms,
      content: (
        <DefinitionList
          items={model.terms.map(({ key, count, unit }) => ({
            term: parts.terms[key],
            value: parts.term(count, unit),
          }))}
        />
      ),
    },
    {
      id: 'kinds',
      title: sections.kinds,
      content: (
        <DefinitionList
          items={[
            { term: m.always, value: m.alwaysKinds },
            { term: parts.kinds.required, value: <List names={model.required} /> },
            { term: parts.kinds.recommended, value: <List names={model.recommended} /> },
          ]}
        />
      ),
    },
    {
      id: 'documents',
      title: sections.documents,
      content: <DefinitionList items={documentItems(model.documents)} />,
    },
    { id: 'areas', title: sections.areas, content: <AreaList areas={model.areas} /> },
  ]
  return (
    <div className="stack-4 long-terms">
      {items.map(({ id, title, content }) => (
        <Section key={id} id={`model-${id}`} title={title} level={3}>
          <Sheet pad>{content}</Sheet>
        </Section>
      ))}
    </div>
  )
}
