import { DefinitionList, Disclosure } from '@/components/ui/lists'
import { Section } from '@/components/ui/page-head'
import { Sheet } from '@/components/ui/sheet'
import type { IsoDate } from '@/lib/format/dates'
import { caseVariantMessages as m } from '@/lib/messages/pl/case-variant'
import { documentName, variantParts as parts } from '@/lib/messages/pl/variants'

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

const Documents = ({ documents }: CaseModel['body']) => {
  const steps = (Object.keys(parts.steps) as Step[]).filter(
    (step) => step.startsWith('case.') && (documents[step] ?? []).length > 0,
  )
  if (steps.length === 0) return m.noDocuments
  return (
    <ul>
      {steps.map((step) => (
        <li key={step}>{m.step(parts.steps[step], (documents[step] ?? []).map(documentName).join(', '))}</li>
      ))}
    </ul>
  )
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
          { term: m.version, value: m.called(model.current.number, model.current.publishedOn) },
          { term: m.note, value: model.current.note },
          ...(model.named ? names(model.body) : []),
          {
            term: m.areas,
            value: (
              <ol>
                {model.body.areas.map((area) => (
                  <li key={area.key}>{m.area(area.name, area.required)}</li>
                ))}
              </ol>
            ),
          },
          { term: m.documents, value: <Documents {...model.body} /> },
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
