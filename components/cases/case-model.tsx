import { DefinitionList, Disclosure } from '@/components/ui/lists'
import { Section } from '@/components/ui/page-head'
import { Sheet } from '@/components/ui/sheet'
import { AreaList, documentItems } from '@/components/variants/parts'
import type { IsoDate } from '@/lib/format/dates'
import { caseVariantMessages as m } from '@/lib/messages/pl/case-variant'
import { variantParts as parts, versionWords } from '@/lib/messages/pl/variants'

type Step = keyof typeof parts.steps
type TermKey = keyof typeof parts.terms

export type CaseModel = {
  current: { number: number | null; publishedOn: IsoDate | null; note: string | null }
  /** whether the names of the team are known to this reader */
  named: boolean
  body: {
    labels: { teamLabel: string; familyTeamLabel: string; planLabel: string }
    twoLevels: boolean
    areas: readonly { key: string; name: string; required: boolean }[]
    documents: Readonly<Partial<Record<Step, readonly string[]>>>
  }
  terms: readonly { key: TermKey; term: { count: number; unit: 'calendar' | 'business' | 'month' } }[]
}

const documentsOf = ({ documents }: CaseModel['body']) => {
  const steps = (Object.keys(parts.steps) as Step[]).filter((step) => step.startsWith('case.'))
  const asked = documentItems(steps.map((step) => ({ step, more: documents[step] ?? [] })))
  return asked.length > 0 ? <DefinitionList items={asked} /> : m.noDocuments
}

const names = ({ labels, twoLevels }: CaseModel['body']) => [
  { term: m.team, value: labels.teamLabel },
  {
    term: m.familyTeam,
    value: twoLevels ? m.levels.two(labels.familyTeamLabel) : m.levels.one(labels.teamLabel),
  },
  { term: m.plan, value: labels.planLabel },
]

/** What the version says that a case goes by: names, areas, documents, deadlines. */
export const CaseModelView = ({ model }: { model: CaseModel }) => (
  <Section id="obowiazuje" title={m.now}>
    <Sheet pad className="stack-4 long-terms">
      <DefinitionList
        items={[
          { term: m.version, value: versionWords.full(model.current) },
          { term: m.note, value: model.current.note },
          ...(model.named ? names(model.body) : []),
          {
            term: m.areas,
            value: <AreaList areas={model.body.areas} />,
          },
          { term: m.documents, value: documentsOf(model.body) },
        ]}
      />
      <Disclosure summary={m.termsOpen}>
        <p className="soft mb-4">{m.termsLead}</p>
        <DefinitionList
          items={model.terms.map(({ key, term }) => ({
            term: parts.terms[key],
            value: parts.term(term.count, term.unit),
          }))}
        />
      </Disclosure>
    </Sheet>
  </Section>
)
