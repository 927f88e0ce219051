import { notFound } from 'next/navigation'
import { Stages } from '@/app/(app)/program/[gmina]/stages'
import { Visits } from '@/app/(app)/program/[gmina]/visits'
import { assignAnimator, dropGmina, planGminas } from '@/app/(app)/program/actions'
import { AnimatorField, PlanFields } from '@/app/(app)/program/fields'
import { ActionForm } from '@/components/ui/action-form'
import { AppLink } from '@/components/ui/app-link'
import { LinkButton } from '@/components/ui/button'
import { FormHidden, FormTextArea } from '@/components/ui/form-fields'
import { Disclosure } from '@/components/ui/lists'
import { DoneNotice, Notice } from '@/components/ui/messages'
import { Crumbs, PageHead, Section } from '@/components/ui/page-head'
import { Sheet } from '@/components/ui/sheet'
import { StatusBadge } from '@/components/ui/status'
import { programmeMessages } from '@/lib/messages/pl/programme'
import { recruitmentMessages } from '@/lib/messages/pl/recruitment'
import { teamStatusNames, teamTones } from '@/lib/messages/pl/teams'
import { today } from '@/lib/platform/clock'
import { type PlanView, readGmina } from '@/lib/programme'
import { definePage } from '@/lib/web/define-page'
import { paths } from '@/lib/web/paths'

const m = programmeMessages.gmina
export const metadata = { title: programmeMessages.title }

const done: Readonly<Record<string, string>> = {
  dodano: m.planned1,
  wskazano: m.assigned,
  terminy: m.saved,
  wykreslono: m.droppedDone,
  wizyta: programmeMessages.visits.added,
  notatka: programmeMessages.visits.saved,
  odwolano: programmeMessages.visits.cancelled,
}

const Team = ({ view: { known, openTeamId } }: { view: PlanView }) =>
  known.status ? (
    <p>
      {openTeamId ? <AppLink href={paths.team(openTeamId)}>{m.team}</AppLink> : m.team}{' '}
      <StatusBadge tone={teamTones[known.status]}>{teamStatusNames[known.status]}</StatusBadge>
    </p>
  ) : (
    <p className="muted">{m.teamNone}</p>
  )

const Who = ({ view, plan }: { view: PlanView; plan: NonNullable<PlanView['plan']> }) => (
  <Section id="kto" title={m.who}>
    <Sheet pad className="stack-4">
      <p>
        {programmeMessages.animator}: <b>{plan.animator ?? programmeMessages.nobody}</b>
      </p>
      <Team view={view} />
      {view.may['programme.assign'] && (
        <Disclosure summary={m.assign}>
          <ActionForm action={assignAnimator} submitLabel={m.assign} submitVariant={2} label={m.assign}>
            <FormHidden name="planId" value={plan.id} />
            <FormHidden name="version" value={plan.version} />
            <AnimatorField animators={view.animators} now={plan.animatorId} />
          </ActionForm>
        </Disclosure>
      )}
      {view.may['programme.drop'] && (
        <Disclosure summary={m.drop}>
          <ActionForm action={dropGmina} submitLabel={m.drop} submitVariant={2} label={m.drop}>
            <FormHidden name="planId" value={plan.id} />
            <FormHidden name="version" value={plan.version} />
            <FormTextArea
              name="reason"
              label={m.dropReason}
              hint={m.dropHint}
              rows={2}
              maxLength={500}
              required
            />
          </ActionForm>
        </Disclosure>
      )}
    </Sheet>
  </Section>
)

const OutOfPlan = ({ view }: { view: PlanView }) => (
  <Section id="poza-planem" title={m.outTitle} lead={m.outText}>
    <Sheet pad className="stack-4">
      {view.droppedReason && <p>{m.dropped(view.droppedReason)}</p>}
      <Team view={view} />
      {view.may['programme.plan'] && (
        <ActionForm
          action={planGminas}
          submitLabel={programmeMessages.add.submit}
          label={programmeMessages.add.submit}
        >
          <FormHidden name="gminas" value={view.gmina.code} />
          <PlanFields animators={view.animators} />
        </ActionForm>
      )}
    </Sheet>
  </Section>
)

/** One gmina of the plan: stages, who animates, visits. */
export default definePage({
  permission: 'programme.read',
  render: async ({ actor, params, search }) => {
    const code = params.gmina ?? ''
    if (!/^\d{7}$/u.test(code)) notFound()
    const view = await readGmina.execute(actor, { gmina: code })
    const late = view.stages.find(({ state }) => state.kind === 'late')
    return (
      <>
        <Crumbs
          items={[{ label: programmeMessages.title, href: paths.programme() }, { label: view.gmina.name }]}
        />
        <PageHead
          title={view.gmina.name}
          lead={m.lead(view.gmina.powiatName)}
          actions={<LinkButton href={paths.recruitment(code)}>{recruitmentMessages.link}</LinkButton>}
        />
        <DoneNotice>{done[search.zrobione ?? '']}</DoneNotice>
        {late?.state.kind === 'late' && (
          <Notice tone="bad" className="mb-4">
            {m.lateTitle(programmeMessages.stages[late.key], late.state.days)}
          </Notice>
        )}
        {view.plan ? (
          <>
            <Stages view={view} />
            <Who view={view} plan={view.plan} />
          </>
        ) : (
          <OutOfPlan view={view} />
        )}
        <Visits view={view} today={today()} />
      </>
    )
  },
})
