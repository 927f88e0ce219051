import { DataTable } from '@/components/ui/data-table'
import { DefinitionList } from '@/components/ui/lists'
import { Section } from '@/components/ui/page-head'
import { Sheet } from '@/components/ui/sheet'
import { areas, needTypes, relations, serviceTypes } from '@/lib/catalogue'
import type { ConsultedCase } from '@/lib/consultations'
import { frequencyNames, lineStatusNames } from '@/lib/messages/pl/baskets'
import { stageNames } from '@/lib/messages/pl/cases'
import { categoryWords } from '@/lib/messages/pl/consents'
import { consultationMessages } from '@/lib/messages/pl/consultations'
import { diagnosisMessages } from '@/lib/messages/pl/diagnosis'
import { endingMessages, planMessages } from '@/lib/messages/pl/plans'

const m = consultationMessages.read

type Coded = Extract<ConsultedCase, { open: true }>
type Named = { readonly key: string; readonly namePl: string }

const naming = (entries: readonly Named[]) => {
  const names = new Map(entries.map((entry) => [entry.key, entry.namePl]))
  return (key: string): string => names.get(key) ?? key
}
const needName = naming(needTypes())
const areaName = naming(areas())
const serviceName = naming(serviceTypes())
const relationName = naming(relations())

/** Rows of codes have no id of their own that the expert may see: their place in the list is the key. */
const placed = <T extends object>(rows: readonly T[]) => rows.map((row, i) => ({ ...row, id: String(i) }))

const Facts = ({ coded }: { coded: Coded }) => (
  <Sheet pad>
    <DefinitionList
      items={[
        { term: m.subject, value: m.subjects[coded.subject] },
        { term: m.stage, value: stageNames[coded.stage].name },
        {
          term: m.plan,
          value:
            coded.plan &&
            m.planVersion(coded.plan.version, planMessages.versions.statuses[coded.plan.status]),
        },
        {
          term: m.persons,
          value: coded.persons
            .map((p) => m.person(p.relation ? relationName(p.relation) : '–', p.age))
            .join('; '),
        },
      ]}
    />
  </Sheet>
)

const Needs = ({ coded }: { coded: Coded }) => (
  <DataTable
    caption={m.needs}
    rows={placed(coded.needs)}
    rowId={({ id }) => id}
    columns={[
      { key: 'need', label: m.need, cell: (n) => needName(n.need) },
      { key: 'category', label: m.category, cell: (n) => categoryWords[n.category].name },
      {
        key: 'severity',
        label: m.severity,
        cell: (n) => diagnosisMessages.needs.severities[n.severity] ?? String(n.severity),
      },
      { key: 'age', label: m.age, cell: (n) => n.age ?? m.wholeFamily },
      { key: 'status', label: m.status, cell: (n) => m.needStatuses[n.status] },
    ]}
  />
)

const Scores = ({ coded }: { coded: Coded }) => (
  <DataTable
    caption={m.scores}
    rows={placed(coded.scores)}
    rowId={({ id }) => id}
    tight
    columns={[
      { key: 'area', label: m.area, cell: (s) => areaName(s.area) },
      { key: 'round', label: m.round, cell: (s) => m.rounds[s.round] ?? s.round },
      { key: 'score', label: m.score, numeric: true, cell: (s) => s.score },
      { key: 'family', label: m.family, numeric: true, cell: (s) => s.family ?? '–' },
    ]}
  />
)

const attainmentOf = (goal: Coded['goals'][number]): string => {
  if (goal.status === 'dropped') return m.goalDropped
  return endingMessages.evaluation.results[goal.attainment as 'achieved' | 'partly' | 'not'] ?? m.goalOpen
}

const Goals = ({ coded }: { coded: Coded }) => (
  <DataTable
    caption={m.goals}
    rows={placed(coded.goals)}
    rowId={({ id }) => id}
    columns={[
      { key: 'needs', label: m.goal, cell: (g) => g.needs.map(needName).join('; ') || '–' },
      { key: 'attainment', label: m.attainment, cell: attainmentOf },
    ]}
  />
)

const Lines = ({ coded }: { coded: Coded }) => (
  <DataTable
    caption={m.lines}
    rows={placed(coded.lines)}
    rowId={({ id }) => id}
    columns={[
      { key: 'service', label: m.service, cell: (l) => serviceName(l.service) },
      { key: 'status', label: m.status, cell: (l) => lineStatusNames[l.status] },
      {
        key: 'frequency',
        label: m.frequency,
        cell: (l) => frequencyNames[l.frequency as keyof typeof frequencyNames] ?? l.frequency,
      },
    ]}
  />
)

/** The case as the expert reads it: names of codes out of the dictionaries, and nothing that somebody wrote. */
export const CodedCase = ({ coded }: { coded: Coded }) => (
  <Section id="kody" title={m.codedTitle} lead={m.codedLead}>
    <div className="stack-4">
      <Facts coded={coded} />
      {coded.needs.length > 0 && <Needs coded={coded} />}
      {coded.scores.length > 0 && <Scores coded={coded} />}
      {coded.goals.length > 0 && <Goals coded={coded} />}
      {coded.lines.length > 0 && <Lines coded={coded} />}
    </div>
  </Section>
)
