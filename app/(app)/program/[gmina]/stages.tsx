import { keepStages } from '@/app/(app)/program/actions'
import { DoneOn, StageBadge } from '@/app/(app)/program/stage-words'
import { ActionForm } from '@/components/ui/action-form'
import { DataTable } from '@/components/ui/data-table'
import { FormDate, FormHidden } from '@/components/ui/form-fields'
import { Disclosure } from '@/components/ui/lists'
import { Section } from '@/components/ui/page-head'
import { Sheet } from '@/components/ui/sheet'
import { formatDate } from '@/lib/format/dates'
import { programmeMessages } from '@/lib/messages/pl/programme'
import { enteredStages, type PlanView } from '@/lib/programme'

const m = programmeMessages.gmina
const names = programmeMessages.stages

type Planned = NonNullable<PlanView['plan']>

const Days = ({ view, plan }: { view: PlanView; plan: Planned }) => (
  <ActionForm action={keepStages} submitLabel={m.save} label={m.change}>
    <FormHidden name="planId" value={plan.id} />
    <FormHidden name="version" value={plan.version} />
    {view.stages.map(({ key }) => (
      <div key={key} className="stack">
        <FormDate
          name={`${key}PlannedOn`}
          label={m.planned(names[key])}
          defaultValue={view.dates[key].planned ?? undefined}
        />
        {enteredStages.some((one) => one === key) && (
          <FormDate
            name={`${key}DoneOn`}
            label={m.done(names[key])}
            defaultValue={view.dates[key].done ?? undefined}
          />
        )}
      </div>
    ))}
  </ActionForm>
)

/** Planned and actual days of the five stages; who keeps them changes them here. */
export const Stages = ({ view }: { view: PlanView }) => (
  <Section id="etapy" title={m.stages} lead={m.stagesLead}>
    <DataTable
      caption={m.stagesCaption}
      captionHidden
      rows={view.stages}
      rowId={({ key }) => key}
      columns={[
        { key: 'stage', label: m.columns.stage, cell: ({ key }) => names[key] },
        {
          key: 'planned',
          label: m.columns.planned,
          cell: ({ key }) => {
            const { planned } = view.dates[key]
            return planned ? formatDate(planned) : '–'
          },
        },
        { key: 'done', label: m.columns.done, cell: (stage) => <DoneOn stage={stage} /> },
        { key: 'state', label: m.columns.state, cell: (stage) => <StageBadge stage={stage} /> },
      ]}
    />
    {view.plan && view.may['programme.keep'] && (
      <Sheet pad className="mt-4">
        <Disclosure summary={m.change}>
          <Days view={view} plan={view.plan} />
        </Disclosure>
      </Sheet>
    )}
  </Section>
)
