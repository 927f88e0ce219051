import { ActionForm } from '@/components/ui/action-form'
import { FormChoices, FormHidden, FormTextArea } from '@/components/ui/form-fields'
import { Disclosure, Timeline } from '@/components/ui/lists'
import { Notice } from '@/components/ui/messages'
import { Section, SectionHead } from '@/components/ui/page-head'
import { Sheet } from '@/components/ui/sheet'
import { type RestrictionView, readRestriction, type Seer } from '@/lib/cases'
import { formatInstant } from '@/lib/format/dates'
import { restrictionMessages as m } from '@/lib/messages/pl/restriction'
import { roleNames } from '@/lib/messages/pl/roles'
import { definePage } from '@/lib/web/define-page'
import { readPage } from '@/lib/web/read-page'
import { restrictCase, unrestrictCase } from './actions'

export const metadata = { title: m.title }

const roleOf = ({ role }: Seer): string => (roleNames[role as keyof typeof roleNames] ?? role).toLowerCase()

const Form = ({ view }: { view: RestrictionView }) => (
  <ActionForm action={restrictCase} submitLabel={view.running ? m.change : m.submit} label={m.title}>
    <FormHidden name="caseId" value={view.caseId} />
    <FormTextArea
      name="reason"
      label={m.reason}
      hint={m.reasonHint}
      defaultValue={view.running?.reason}
      required
    />
    <FormChoices
      name="people"
      legend={m.people}
      hint={m.peopleHint}
      multiple
      options={view.people.map((one) => ({
        value: one.userId,
        label: m.person(one.name, roleOf(one), one.institution),
        hint: one.always ? m.always : undefined,
      }))}
      defaultValue={view.people
        .filter((one) => one.always || (view.running ? one.named : one.ofOwner))
        .map(({ userId }) => userId)}
    />
    <p className="muted">{m.providers}</p>
  </ActionForm>
)

const Before = ({ view }: { view: RestrictionView }) =>
  view.before.length > 0 && (
    <Section id="wczesniejsze" title={m.before}>
      <Timeline
        events={view.before.map((one) => ({
          id: one.id,
          when: m.period(formatInstant(one.at), one.endedAt ? formatInstant(one.endedAt) : ''),
          text: (
            <>
              <p>{one.reason}</p>
              <p className="muted">{m.ended(one.endReason ?? '', one.endedBy ?? '')}</p>
            </>
          ),
        }))}
      />
    </Section>
  )

export default definePage({
  permission: 'case.restriction',
  render: async ({ params }) => {
    const view = await readPage((read) => read(readRestriction, { caseId: params.id ?? '' }))
    const { running } = view
    return (
      <>
        <SectionHead title={m.title} lead={m.lead} />
        <Notice tone={running ? 'warn' : 'info'} icon={running ? 'lock' : undefined} className="mb-4">
          {running ? m.running(running.by, formatInstant(running.at)) : `${m.notRestricted} ${m.when}`}
        </Notice>
        <Sheet pad className="stack-4">
          <Form view={view} />
          {running && (
            <Disclosure summary={m.end}>
              <p className="soft mb-4">{m.endNote}</p>
              <ActionForm action={unrestrictCase} submitLabel={m.end} submitVariant={2} label={m.end}>
                <FormHidden name="caseId" value={view.caseId} />
                <FormTextArea name="reason" label={m.endReason} required />
              </ActionForm>
            </Disclosure>
          )}
        </Sheet>
        <Before view={view} />
      </>
    )
  },
})
