import { LineState } from '@/app/(app)/sprawy/[id]/koszyk/line-state'
import { EndGoal, MendLook, NoteLook } from '@/app/(app)/sprawy/[id]/plan/cel/[goalId]/look-forms'
import { GoalDescription, LookWords } from '@/app/(app)/sprawy/[id]/plan/goal-words'
import { GoalProgress } from '@/components/charts/goal-progress'
import { AppLink } from '@/components/ui/app-link'
import { Timeline } from '@/components/ui/lists'
import { DoneNotice } from '@/components/ui/messages'
import { Section, SectionHead } from '@/components/ui/page-head'
import { Sheet } from '@/components/ui/sheet'
import { ToneText } from '@/components/ui/status'
import { formatDate } from '@/lib/format/dates'
import { quantityText } from '@/lib/messages/pl/baskets'
import { attainmentWords, goalMessages as m } from '@/lib/messages/pl/goals'
import { type GoalPage, numberIn, progress, readGoal } from '@/lib/plans'
import { definePage } from '@/lib/web/define-page'
import { paths } from '@/lib/web/paths'
import { readPage } from '@/lib/web/read-page'

export const metadata = { title: m.page.title }

const doneText = (code: string | undefined): string | undefined =>
  code !== undefined && Object.hasOwn(m.doneNotes, code)
    ? m.doneNotes[code as keyof typeof m.doneNotes]
    : undefined

/** The picture, where the goal is counted in numbers; words have the list alone. */
const Way = ({ goal }: { goal: GoalPage }) => {
  const { baseline, target } = goal
  if (baseline === null || target === null || numberIn(baseline) === null || numberIn(target) === null)
    return null
  return (
    <GoalProgress
      goal={goal.title}
      baseline={`${m.picture.start}: ${baseline}`}
      target={`${m.picture.target}: ${target}`}
      looks={[...goal.looks].reverse().map((look) => ({
        id: look.id,
        share: progress(goal, look.value),
        words: m.picture.point(look.lookedOn, look.value ?? ''),
      }))}
    />
  )
}

/** What the goal came to, look by look: when, by whom, the team and the family each for itself. */
const Result = ({ goal }: { goal: GoalPage }) => (
  <Section id="wynik" title={m.result.title} lead={m.result.lead}>
    <Sheet className="pad stack-4">
      <Way goal={goal} />
      {goal.looks.length === 0 ? (
        <p className="muted">{m.result.none}</p>
      ) : (
        <Timeline
          events={goal.looks.map((look) => ({
            id: look.id,
            when: formatDate(look.lookedOn),
            dateTime: look.lookedOn,
            text: (
              <>
                {look.final && <ToneText tone="done">{m.result.final}</ToneText>}
                <LookWords look={look} unit={goal.unit} />
                {look.note && <span className="pre block">{look.note}</span>}
                {look.by && <span className="muted block">{m.result.by(look.by)}</span>}
                {goal.may.mend && <MendLook goal={goal} look={look} />}
              </>
            ),
          }))}
        />
      )}
    </Sheet>
    {goal.may.look && <NoteLook goal={goal} />}
  </Section>
)

/** What was done, service by service; never counted into the result. */
const Activity = ({ goal }: { goal: GoalPage }) => (
  <Section id="dzialanie" title={m.activity.title} lead={m.activity.lead}>
    <Sheet pad>
      {goal.lines.length === 0 ? (
        <p className="muted">{m.activity.none}</p>
      ) : (
        <ul className="ledger">
          {goal.lines.map((line) => (
            <li key={line.id} className="row between">
              <span>
                <AppLink href={paths.caseLine(line.caseId, line.id)}>{line.title ?? line.service}</AppLink>
                <span className="soft block">{line.provider.name}</span>
                <span className="block">
                  {m.activity.done(
                    quantityText(line.delivered, line.unit),
                    line.planned === null ? null : quantityText(line.planned, line.unit),
                  )}
                </span>
              </span>
              <LineState line={line} />
            </li>
          ))}
        </ul>
      )}
    </Sheet>
  </Section>
)

/** One goal: how it is measured, what it came to, and apart from that what was done for it. */
export default definePage({
  permission: 'goal.read',
  render: async ({ params, search }) => {
    const goal = await readPage((read) => read(readGoal, { goalId: params.goalId ?? '' }))
    const done = doneText(search.zrobione)
    return (
      <>
        <DoneNotice>{done}</DoneNotice>
        <SectionHead
          title={goal.title}
          lead={goal.endedOn && m.ended.line(goal.endedOn, attainmentWords[goal.attainment ?? ''] ?? '')}
          actions={<AppLink href={`${paths.casePlan(goal.caseId)}#cele`}>{m.page.back}</AppLink>}
        />
        <Sheet pad>
          <GoalDescription goal={goal} />
          {goal.missing.length > 0 && (
            <p className="mt-2">
              <ToneText tone="mine">{m.missing(goal.missing)}</ToneText>
            </p>
          )}
        </Sheet>
        <Result goal={goal} />
        <Activity goal={goal} />
        <EndGoal goal={goal} />
      </>
    )
  },
})
