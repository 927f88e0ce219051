import { FamilyCard, type FamilyCardLine } from '@/components/cases/family-card'
import { LinkButton } from '@/components/ui/button'
import { EmptyState, Notice } from '@/components/ui/messages'
import { SectionHead } from '@/components/ui/page-head'
import { Tabs } from '@/components/ui/tabs'
import { weekdayOf } from '@/lib/calendar'
import { type CardLanguage, cardLanguageOf, cardLanguages } from '@/lib/messages/card'
import { cardPageMessages as m } from '@/lib/messages/pl/card'
import { type CardLine, type PlanCard, planCard } from '@/lib/plans'
import { definePage } from '@/lib/web/define-page'
import { paths } from '@/lib/web/paths'
import { readPage } from '@/lib/web/read-page'

export const metadata = { title: m.title }

const addressOf = (caseId: string, language: CardLanguage, person: string | undefined): string => {
  const chosen = new URLSearchParams({ jezyk: language, ...(person && { osoba: person }) })
  return `${paths.casePlanCard(caseId)}?${chosen}`
}

/** Everybody for whom a service of the card is, once each. */
const peopleOf = ({ lines }: PlanCard) => [
  ...new Map(lines.flatMap((line) => line.persons.map((p) => [p.id, p] as const))).values(),
]

/** On the card of one person nobody else is named. */
const shown = ({ names, ...line }: CardLine, language: CardLanguage, alone: boolean): FamilyCardLine => ({
  ...line,
  name: names[language],
  persons: alone ? [] : line.persons.map((p) => p.name),
  nextWeekday: line.nextOn ? weekdayOf(line.nextOn) : null,
})

const Choices = ({
  caseId,
  card,
  language,
  person,
}: {
  caseId: string
  card: PlanCard
  language: CardLanguage
  person: string | undefined
}) => (
  <div className="noprint mb-4">
    <SectionHead title={m.title} lead={m.lead} />
    <Tabs
      label={m.languages}
      top
      items={cardLanguages.map((key) => ({
        href: addressOf(caseId, key, person),
        label: m.names[key],
        current: key === language,
      }))}
    />
    {peopleOf(card).length > 1 && (
      <Tabs
        label={m.persons}
        top
        items={[{ id: undefined, name: m.wholeFamily }, ...peopleOf(card)].map(({ id, name }) => ({
          href: addressOf(caseId, language, id),
          label: name,
          current: id === person,
        }))}
      />
    )}
    {card.byMouth > 0 && <Notice tone="warn">{m.byMouth(card.byMouth)}</Notice>}
  </div>
)

const Card = ({ card, language, person }: { card: PlanCard; language: CardLanguage; person?: string }) => (
  <FamilyCard
    language={language}
    family={card.family}
    person={peopleOf(card).find((p) => p.id === person)?.name ?? null}
    environment={card.subject === 'environment'}
    first={card.first}
    lines={card.lines
      .filter((line) => !person || line.everybody || line.persons.some((p) => p.id === person))
      .map((line) => shown(line, language, person !== undefined))}
    endsOn={card.endsOn}
    today={card.today}
  />
)

/** The card that the family keeps: large print, plain words, Polish, Ukrainian or English. */
export default definePage({
  permission: 'plan.card',
  render: async ({ params, search }) => {
    const caseId = params.id ?? ''
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
    return (
      <>
        <Choices caseId={caseId} card={card} language={language} person={person} />
        <Card card={card} language={language} person={person} />
      </>
    )
  },
})
