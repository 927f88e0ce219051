import { LineState } from '@/app/(app)/sprawy/[id]/koszyk/line-state'
import { addGoal, dropGoal, editGoal } from '@/app/(app)/sprawy/[id]/plan/actions'
import { ActionForm } from '@/components/ui/action-form'
import { AppLink } from '@/components/ui/app-link'
import { FormChoices, FormDate, FormHidden, FormText } from '@/components/ui/form-fields'
import { DefinitionList, Disclosure } from '@/components/ui/lists'
import { Notice } from '@/components/ui/messages'
import { Section } from '@/components/ui/page-head'
import { Sheet } from '@/components/ui/sheet'
import { ToneText } from '@/components/ui/status'
import type { LineView } from '@/lib/baskets'
import { formatDate } from '@/lib/format/dates'
import { planMessages } from '@/lib/messages/pl/plans'
import type { PlanGoal, PlanPage } from '@/lib/plans'
import { paths } from '@/lib/web/paths'

const m = planMessages.goals

const Fields = ({ page, goal }: { page: PlanPage; goal?: PlanGoal }) => (
  <>
    <FormText
      name="title"
      label={m.name}
      hint={m.nameHint}
      defaultValue={goal?.title}
      maxLength={200}
      required
    />
    <FormChoices
      name="needIds"
      legend={m.needs}
      options={page.needs.map((n) => ({ value: n.id, label: n.person ? `${n.name}, ${n.person}` : n.name }))}
      defaultValue={goal?.needIds ?? (page.needs.length === 1 ? [page.needs[0]?.id ?? ''] : [])}
      multiple
      chips
    />
    <Disclosure summary={m.more} open={goal !== undefined}>
      <div className="form-fields">
        <FormText
          name="indicator"
          label={m.indicator}
          defaultValue={goal?.indicator ?? ''}
          maxLength={300}
          optional
        />
        <FormText
          name="baseline"
          label={m.baseline}
          defaultValue={goal?.baseline ?? ''}
          maxLength={300}
          optional
        />
        <FormText name="target" label={m.target} defaultValue={goal?.target ?? ''} maxLength={300} optional />
        <FormDate name="dueOn" label={m.due} defaultValue={goal?.dueOn ?? ''} optional />
      </div>
    </Disclosure>
  </>
)

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

const GoalForms = ({ page, goal }: { page: PlanPage; goal: PlanGoal }) => (
  <div className="row top">
    {page.may.editGoal && (
      <Disclosure summary={m.mend}>
        <ActionForm
          action={editGoal}
          submitLabel={m.save}
          submitVariant={2}
          label={`${m.mend}: ${goal.title}`}
        >
          <FormHidden name="goalId" value={goal.id} />
          <FormHidden name="version" value={goal.version} />
          <Fields page={page} goal={goal} />
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

const Goal = ({ caseId, page, goal }: { caseId: string; page: PlanPage; goal: PlanGoal }) => {
  const alive = goal.lines.filter((l) => !['declined', 'cancelled', 'notDelivered'].includes(l.status))
  return (
    <Sheet as="article" className="pad mt-4" labelledBy={`cel-${goal.id}`}>
      <h3 id={`cel-${goal.id}`}>{goal.title}</h3>
      <DefinitionList
        items={[
          { term: m.indicator, value: goal.indicator },
          { term: m.baseline, value: goal.baseline },
          { term: m.target, value: goal.target },
          { term: m.due, value: goal.dueOn && formatDate(goal.dueOn) },
        ]}
      />
      {alive.length === 0 ? (
        <p className="mt-2">
          <ToneText tone="late">{m.noLine}</ToneText>{' '}
          {goal.needIds[0] && page.may.addGoal && (
            <AppLink href={`${paths.caseLineNew(caseId)}?potrzeba=${goal.needIds[0]}`}>{m.addLine}</AppLink>
          )}
        </p>
      ) : (
        <div className="mt-2">
          <Lines lines={goal.lines} />
        </div>
      )}
      <GoalForms page={page} goal={goal} />
    </Sheet>
  )
}

/** Where we are going with the family, and which services lead there. */
export const Goals = ({ caseId, page }: { caseId: string; page: PlanPage }) => (
  <Section id="cele" title={m.title} lead={m.lead}>
    {page.goals.length === 0 && <p className="muted">{m.empty}</p>}
    {page.goals.map((goal) => (
      <Goal key={goal.id} caseId={caseId} page={page} goal={goal} />
    ))}
    {page.loose.length > 0 && (
      <Sheet pad className="mt-4">
        <h3>{m.loose}</h3>
        <p className="soft">{m.looseText}</p>
        <Lines lines={page.loose} />
      </Sheet>
    )}
    {page.may.addGoal && page.needs.length > 0 && (
      <Sheet pad className="mt-4">
        <h3>{m.add}</h3>
        <ActionForm action={addGoal} submitLabel={m.add} submitVariant={2} label={m.add}>
          <FormHidden name="caseId" value={caseId} />
          <Fields page={page} />
        </ActionForm>
      </Sheet>
    )}
    {page.may.addGoal && page.needs.length === 0 && (
      <Notice>
        <AppLink href={paths.caseDiagnosis(caseId)}>{m.needs}</AppLink>
      </Notice>
    )}
  </Section>
)
