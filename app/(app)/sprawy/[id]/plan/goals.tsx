import { LineState } from '@/app/(app)/sprawy/[id]/koszyk/line-state'
import { addGoal, dropGoal, editGoal } from '@/app/(app)/sprawy/[id]/plan/actions'
import { GoalFields } from '@/app/(app)/sprawy/[id]/plan/goal-fields'
import { GoalDescription, LookWords } from '@/app/(app)/sprawy/[id]/plan/goal-words'
import { ActionForm } from '@/components/ui/action-form'
import { AppLink } from '@/components/ui/app-link'
import { FormHidden, FormText } from '@/components/ui/form-fields'
import { Disclosure } from '@/components/ui/lists'
import { Notice } from '@/components/ui/messages'
import { Section } from '@/components/ui/page-head'
import { Sheet } from '@/components/ui/sheet'
import { ToneText } from '@/components/ui/status'
import type { LineView } from '@/lib/baskets'
import { attainmentWords, goalMessages as m } from '@/lib/messages/pl/goals'
import type { PlanGoal, PlanPage } from '@/lib/plans'
import { paths } from '@/lib/web/paths'

type Props = { caseId: string; page: PlanPage }
type OfGoal = Props & { goal: PlanGoal }

const Lines = ({ lines }: { lines: readonly LineView[] }) => (
  <ul className="ledger">
    {lines.map((line) => (
      <li key={line.id} className="row between">
        <span>
          <AppLink href={paths.caseLine(line.caseId, line.id)}>{line.title ?? line.service}</AppLink>
          <span className="soft block">{line.provider.name}</span>
        </span>
        <LineState line={line} />
      </li>
    ))}
  </ul>
)

const GoalForms = ({ page, goal }: Omit<OfGoal, 'caseId'>) => (
  <div className="row top">
    {page.may.editGoal && (
      <Disclosure summary={m.mend}>
        <ActionForm
          action={editGoal}
          submitLabel={m.save}
          submitVariant={2}
          label={`${m.mend}: ${goal.title}`}
        >
          <GoalFields page={page} goal={goal} />
        </ActionForm>
      </Disclosure>
    )}
    {page.may.dropGoal && (
      <Disclosure summary={m.drop}>
        <ActionForm
          action={dropGoal}
          submitLabel={m.drop}
          submitVariant={2}
          label={`${m.drop}: ${goal.title}`}
        >
          <FormHidden name="goalId" value={goal.id} />
          <FormHidden name="version" value={goal.version} />
          <FormText name="reason" label={m.reason} maxLength={500} required />
        </ActionForm>
      </Disclosure>
    )}
  </div>
)

/** What the goal came to so far; what was done for it stands apart, below. */
const Result = ({ caseId, goal }: Omit<OfGoal, 'page'>) => {
  const look = goal.looks[0]
  return (
    <div className="mt-4">
      <h4>{m.result.title}</h4>
      {look ? (
        <>
          <p className="soft">{m.result.last(look.lookedOn)}</p>
          <LookWords look={look} unit={goal.unit} />
        </>
      ) : (
        <p className="muted">{m.result.none}</p>
      )}
      <AppLink href={paths.caseGoal(caseId, goal.id)} aria-label={m.result.openOf(goal.title)}>
        {m.result.open}
      </AppLink>
    </div>
  )
}

const Activity = ({ caseId, page, goal }: OfGoal) => {
  const alive = goal.lines.filter((l) => !['declined', 'cancelled', 'notDelivered'].includes(l.status))
  return (
    <div className="mt-4">
      <h4>{m.activity.planned}</h4>
      {alive.length === 0 ? (
        <p>
          <ToneText tone="late">{m.noLine}</ToneText>{' '}
          {goal.needIds[0] && page.may.addGoal && (
            <AppLink href={`${paths.caseLineNew(caseId)}?potrzeba=${goal.needIds[0]}`}>{m.addLine}</AppLink>
          )}
        </p>
      ) : (
        <Lines lines={goal.lines} />
      )}
    </div>
  )
}

/** Before the first plan there is nothing to look at yet. */
const beforeWork: readonly PlanPage['status'][] = ['diagnosis', 'planning', 'planApproval']

const Goal = (props: OfGoal) => {
  const { goal } = props
  return (
    <Sheet as="article" className="pad mt-4" labelledBy={`cel-${goal.id}`}>
      <h3 id={`cel-${goal.id}`}>{goal.title}</h3>
      <GoalDescription goal={goal} />
      {goal.missing.length > 0 && (
        <p className="mt-2">
          <ToneText tone="mine">{m.missing(goal.missing)}</ToneText>
        </p>
      )}
      {(goal.looks.length > 0 || !beforeWork.includes(props.page.status)) && (
        <Result caseId={props.caseId} goal={goal} />
      )}
      <Activity {...props} />
      <GoalForms page={props.page} goal={goal} />
    </Sheet>
  )
}

/** Goals that were ended, with what they came to: they are no part of the next version. */
const Ended = ({ caseId, goals }: { caseId: string; goals: readonly PlanGoal[] }) =>
  goals.length === 0 ? null : (
    <Sheet pad className="mt-4">
      <h3>{m.ended.title}</h3>
      <ul className="ledger">
        {goals.map((goal) => (
          <li key={goal.id}>
            <AppLink href={paths.caseGoal(caseId, goal.id)}>{goal.title}</AppLink>
            <span className="soft block">
              {goal.endedOn && m.ended.line(goal.endedOn, attainmentWords[goal.attainment ?? ''] ?? '')}
            </span>
          </li>
        ))}
      </ul>
    </Sheet>
  )

/** Where the family scores an area otherwise than the team: what the page of the diagnosis promised to bring here. */
const Differing = ({ page }: { page: PlanPage }) =>
  page.differing.length === 0 ? null : (
    <Sheet pad className="mt-4">
      <h3>{m.differs.title}</h3>
      <p className="soft">{m.differs.lead}</p>
      <ul className="stack">
        {page.differing.map(({ key, name, team, family }) => (
          <li key={key}>{m.differs.line(name, team, family)}</li>
        ))}
      </ul>
    </Sheet>
  )

const Add = ({ caseId, page }: Props) =>
  page.needs.length === 0 ? (
    <Notice>
      <AppLink href={paths.caseDiagnosis(caseId)}>{m.needs}</AppLink>
    </Notice>
  ) : (
    <Sheet pad className="mt-4">
      <h3>{m.add}</h3>
      <ActionForm action={addGoal} submitLabel={m.add} submitVariant={2} label={m.add}>
        <FormHidden name="caseId" value={caseId} />
        <GoalFields page={page} />
      </ActionForm>
    </Sheet>
  )

/** Where we are going with the family, what came of it, and which services lead there. */
export const Goals = ({ caseId, page }: Props) => (
  <Section id="cele" title={m.title} lead={m.lead}>
    {page.goals.length === 0 && <p className="muted">{m.empty}</p>}
    {page.goals
      .filter((goal) => goal.endedOn === null)
      .map((goal) => (
        <Goal key={goal.id} caseId={caseId} page={page} goal={goal} />
      ))}
    <Ended caseId={caseId} goals={page.goals.filter((goal) => goal.endedOn !== null)} />
    {page.loose.length > 0 && (
      <Sheet pad className="mt-4">
        <h3>{m.loose}</h3>
        <p className="soft">{m.looseText}</p>
        <Lines lines={page.loose} />
      </Sheet>
    )}
    <Differing page={page} />
    {page.may.addGoal && <Add caseId={caseId} page={page} />}
  </Section>
)
