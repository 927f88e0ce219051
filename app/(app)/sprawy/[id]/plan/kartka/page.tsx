import { FamilyCard, type FamilyCardLine } from '@/components/cases/family-card'
import { PrintGate } from '@/components/cases/print-gate'
import { LinkButton } from '@/components/ui/button'
import { EmptyState, Notice } from '@/components/ui/messages'
import { SectionHead } from '@/components/ui/page-head'
import { Tabs } from '@/components/ui/tabs'
import { weekdayOf } from '@/lib/calendar'
import { type CardLanguage, cardLanguageOf, cardLanguages } from '@/lib/messages/card'
import { cardPageMessages as m } from '@/lib/messages/pl/card'
import { type CardLine, type PlanCard, planCard } from '@/lib/plans'
import { definePage } from '@/lib/web/define-page'
import { withParams } from '@/lib/web/params'
import { paths } from '@/lib/web/paths'
import { printCheck } from '@/lib/web/print-check'
import { readPage } from '@/lib/web/read-page'

export const metadata = { title: m.title }

/** The same card in another language or of another person; what was answered before the print is not asked again. */
const addressOf = (view: View, language: CardLanguage, person: string | undefined): string =>
  withParams(paths.casePlanCard(view.caseId), { jezyk: language, osoba: person, dane: view.chosen })

type View = {
  readonly caseId: string
  readonly card: PlanCard
  readonly language: CardLanguage
  readonly person: string | undefined
  readonly hidden: ReadonlySet<string>
  readonly chosen: string | undefined
}

/** Everybody for whom a service of the card is, once each. */
const peopleOf = ({ lines }: PlanCard) => [
  ...new Map(lines.flatMap((line) => line.persons.map((p) => [p.id, p] as const))).values(),
]

/** Hour and place are told and not printed, where the print leaves them out (domain 8.2 e). */
const untold = {
  weekday: null,
  atTime: null,
  place: null,
  nextOn: null,
  nextWeekday: null,
  state: 'byMouth',
} as const

/** On the card of one person nobody else is named. */
const shown = ({ names, ...line }: CardLine, view: View): FamilyCardLine => ({
  ...line,
  name: names[view.language],
  persons: view.person ? [] : line.persons.map((p) => p.name),
  nextWeekday: line.nextOn ? weekdayOf(line.nextOn) : null,
  ...(view.hidden.has(line.id) && untold),
})

const Choices = ({ view }: { view: View }) => (
  <div className="noprint mb-4">
    <SectionHead title={m.title} lead={m.lead} />
    <Tabs
      label={m.languages}
      top
      items={cardLanguages.map((key) => ({
        href: addressOf(view, key, view.person),
        label: m.names[key],
        current: key === view.language,
      }))}
    />
    {peopleOf(view.card).length > 1 && (
      <Tabs
        label={m.persons}
        top
        items={[{ id: undefined, name: m.wholeFamily }, ...peopleOf(view.card)].map(({ id, name }) => ({
          href: addressOf(view, view.language, id),
          label: name,
          current: id === view.person,
        }))}
      />
    )}
    {view.card.byMouth > 0 && <Notice tone="warn">{m.byMouth(view.card.byMouth)}</Notice>}
  </div>
)

const Card = ({ view }: { view: View }) => {
  const { card, person } = view
  return (
    <FamilyCard
      language={view.language}
      family={card.family}
      person={peopleOf(card).find((p) => p.id === person)?.name ?? null}
      environment={card.subject === 'environment'}
      first={card.first}
      lines={card.lines
        .filter((line) => !person || line.everybody || line.persons.some((p) => p.id === person))
        .map((line) => shown(line, view))}
      endsOn={card.endsOn}
      strengths={card.strengths
        .filter((s) => !person || !s.personId || s.personId === person)
        .map((s) => s.body)}
      today={card.today}
    />
  )
}

/** The card that the family keeps: large print, plain words, Polish, Ukrainian or English. */
export default definePage({
  permission: 'plan.card',
  render: async ({ actor, params, search }) => {
    const caseId = params.id ?? ''
    const path = paths.casePlanCard(caseId)
    const { gate, hidden, chosen } = await printCheck(actor, { path, caseId }, search)
    if (gate) return <PrintGate {...gate} />
    const card = await readPage((read) => read(planCard, { caseId }))
    const language = cardLanguageOf(search.jezyk)
    if (!card)
      return (
        <EmptyState
          title={m.noPlan}
          actions={<LinkButton href={paths.casePlan(caseId)}>{m.toPlan}</LinkButton>}
        >
          {m.noPlanText}
        </EmptyState>
      )
    const person = peopleOf(card).find((p) => p.id === search.osoba)?.id
    const view: View = { caseId, card, language, person, hidden, chosen }
    return (
      <>
        <Choices view={view} />
        <Card view={view} />
      </>
    )
  },
})
