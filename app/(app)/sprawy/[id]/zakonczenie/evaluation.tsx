import { recordEvaluation } from '@/app/(app)/sprawy/[id]/zakonczenie/actions'
import { ActionForm } from '@/components/ui/action-form'
import { FormChoices, FormDate, FormHidden, FormSelect, FormTextArea } from '@/components/ui/form-fields'
import { DefinitionList } from '@/components/ui/lists'
import { Section } from '@/components/ui/page-head'
import { Sheet } from '@/components/ui/sheet'
import { outcomeCodes } from '@/lib/catalogue'
import { formatDate } from '@/lib/format/dates'
import { lineStatusNames } from '@/lib/messages/pl/baskets'
import { goalLevelWords, goalMessages } from '@/lib/messages/pl/goals'
import { endingMessages } from '@/lib/messages/pl/plans'
import type { EndingPage, EvaluationCard } from '@/lib/plans'

const m = endingMessages.evaluation

type Props = { caseId: string; page: EndingPage }

/** The newest look at the goal, so that the result rests on what was seen and not on what was done. */
const looked = ({ look, unit, target }: EndingPage['goals'][number]): string | undefined => {
  if (!look) return m.notLooked
  const level = look.level === null ? null : goalLevelWords[`${look.level}`].toLocaleLowerCase('pl')
  const value = look.value && goalMessages.with(look.value, unit)
  return m.looked(look.lookedOn, [value, level].filter(Boolean).join(', '), target)
}

/** Goals that were ended on the way keep what they came to. */
const EndedGoals = ({ page }: { page: EndingPage }) => (
  <DefinitionList
    items={page.goals
      .filter((goal) => goal.endedOn !== null)
      .map((goal) => ({
        term: `${m.goal}: ${goal.title}`,
        value: goal.endedOn && goalMessages.ended.line(goal.endedOn, result(goal.attainment, m.results)),
      }))}
  />
)

const options = (names: { achieved: string; partly: string; not: string }) =>
  (['achieved', 'partly', 'not'] as const).map((value) => ({ value, label: names[value] }))

const Results = ({ page }: { page: EndingPage }) => (
  <>
    {page.goals
      .filter((goal) => goal.endedOn === null)
      .map((goal) => (
        <FormChoices
          key={goal.id}
          name={`goals.${goal.id}`}
          legend={`${m.goal}: ${goal.title}`}
          hint={looked(goal)}
          options={options(m.results)}
          defaultValue={goal.attainment ?? ''}
          chips
        />
      ))}
    {page.lines.map((line) => (
      <FormChoices
        key={line.id}
        name={`lines.${line.id}`}
        legend={`${m.line}: ${line.title ?? line.service}, ${line.provider.name}`}
        hint={line.carriedOn ? m.carried : lineStatusNames[line.status]}
        options={options(m.lineResults)}
        defaultValue={line.outcome ?? (line.status === 'notDelivered' ? 'not' : '')}
        chips
      />
    ))}
  </>
)

const Form = ({ caseId, page }: Props) => (
  <ActionForm action={recordEvaluation} submitLabel={m.button} label={m.title}>
    <FormHidden name="caseId" value={caseId} />
    <FormHidden name="version" value={page.evaluation?.version ?? 0} />
    <FormDate name="heldOn" label={m.on} defaultValue={page.evaluation?.heldOn ?? page.today} required />
    <FormSelect
      name="outcomeKey"
      label={m.outcome}
      options={outcomeCodes().map((o) => ({ value: o.key, label: o.namePl }))}
      defaultValue={page.evaluation?.outcomeKey ?? ''}
      required
    />
    <EndedGoals page={page} />
    <Results page={page} />
    <FormSelect
      name="category"
      label={endingMessages.monitoring.category}
      hint={endingMessages.monitoring.categoryHint}
      options={page.keptUnder.choices}
      defaultValue={page.evaluation?.category ?? page.keptUnder.suggested}
      required
    />
    <FormTextArea
      name="summary"
      label={m.summary}
      defaultValue={page.evaluation?.summary ?? ''}
      rows={4}
      maxLength={6000}
      required
    />
    <FormTextArea
      name="familyVoice"
      label={m.voice}
      defaultValue={page.evaluation?.familyVoice ?? ''}
      rows={3}
      maxLength={4000}
      optional
    />
  </ActionForm>
)

const result = (value: string | null, names: Record<string, string>): string =>
  value === null ? m.noResult : (names[value] ?? value)

type ReadingProps = { page: EndingPage; card: EvaluationCard | null }

/** What each goal and line that the reader may see came to; of an earlier card only what it spoke about. */
const resultsOf = (page: EndingPage, card: EvaluationCard) => {
  const current = card === page.evaluation
  const goals = page.goals.filter((g) => current || g.id in card.results.goals)
  const lines = page.lines.filter((l) => current || l.id in card.results.lines)
  return [
    ...goals.map((g) => ({
      term: g.title,
      value: result(card.results.goals[g.id] ?? (current ? g.attainment : null), m.results),
    })),
    ...lines.map((l) => {
      const outcome = card.results.lines[l.id] ?? (current ? l.outcome : null)
      return {
        term: `${l.title ?? l.service}, ${l.provider.name}`,
        value: l.carriedOn && !outcome ? m.carried : result(outcome, m.lineResults),
      }
    }),
  ]
}

/** A card as it was written. */
const Reading = ({ page, card }: ReadingProps) =>
  card ? (
    <DefinitionList
      items={[
        { term: m.on, value: formatDate(card.heldOn) },
        { term: m.outcome, value: outcomeCodes().find((o) => o.key === card.outcomeKey)?.namePl },
        { term: m.summary, value: <span className="pre">{card.summary}</span> },
        { term: m.voice, value: card.familyVoice },
        ...resultsOf(page, card),
      ]}
    />
  ) : (
    <p className="muted">{m.none}</p>
  )

/** Outcome of each goal and line, of the whole, and what the family says. */
export const Evaluation = ({ caseId, page }: Props) => (
  <Section id="ewaluacja" title={m.title} lead={m.lead}>
    <Sheet pad>
      {page.may.evaluate ? (
        <Form caseId={caseId} page={page} />
      ) : (
        <Reading page={page} card={page.evaluation} />
      )}
    </Sheet>
  </Section>
)

/** Cards of the rounds before: a case that was opened again is evaluated anew, and nothing written is lost. */
export const Earlier = ({ page }: { page: EndingPage }) =>
  page.earlier.length === 0 ? null : (
    <Section id="poprzednie" title={m.earlier} lead={m.earlierLead}>
      {page.earlier.map((card) => (
        <Sheet pad key={card.id}>
          <Reading page={page} card={card} />
        </Sheet>
      ))}
    </Section>
  )
