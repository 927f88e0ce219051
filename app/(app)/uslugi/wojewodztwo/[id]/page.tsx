import { correctService, endOverlay, restoreOverlay } from '@/app/(app)/uslugi/wojewodztwo/actions'
import { DescriptionField, NameField, SinceAndWhy } from '@/app/(app)/uslugi/wojewodztwo/fields'
import { ActionForm } from '@/components/ui/action-form'
import { AppLink } from '@/components/ui/app-link'
import { FormDate, FormHidden, FormTextArea } from '@/components/ui/form-fields'
import { DefinitionList, Disclosure, Timeline } from '@/components/ui/lists'
import { DoneNotice } from '@/components/ui/messages'
import { Crumbs, PageHead, Section } from '@/components/ui/page-head'
import { Sheet } from '@/components/ui/sheet'
import { type OverlayPage, readOverlay } from '@/lib/catalogue'
import { formatDate, formatInstant, type IsoDate } from '@/lib/format/dates'
import { catalogueMessages } from '@/lib/messages/pl/catalogue'
import { overlayMessages as m, overlayDone } from '@/lib/messages/pl/overlay'
import { definePage } from '@/lib/web/define-page'
import { paths } from '@/lib/web/paths'

export const metadata = { title: m.title }

type Entry = OverlayPage['entry']

const Target = ({ entry }: { entry: Entry }) => (
  <>
    <FormHidden name="overlayId" value={entry.id} />
    <FormHidden name="version" value={entry.version} />
  </>
)

const Correct = ({ entry }: { entry: Entry }) => (
  <Disclosure summary={m.entry.correct}>
    <p className="soft">{m.entry.correctLead}</p>
    <ActionForm action={correctService} submitLabel={m.entry.submitCorrect} label={m.entry.correct}>
      <Target entry={entry} />
      {entry.kind !== 'retired' && <NameField name={entry.name} />}
      {entry.kind === 'added' && <DescriptionField text={entry.description} />}
      <SinceAndWhy startsOn={entry.startsOn} />
    </ActionForm>
  </Disclosure>
)

const End = ({ entry, today }: { entry: Entry; today: IsoDate }) => (
  <Disclosure summary={m.entry.end}>
    <p className="soft">{m.entry.endLead[entry.kind]}</p>
    <ActionForm action={endOverlay} submitLabel={m.entry.submitEnd} label={m.entry.end}>
      <Target entry={entry} />
      <FormDate
        name="endedOn"
        label={m.entry.endedOn}
        defaultValue={formatDate(entry.startsOn > today ? entry.startsOn : today)}
      />
      <FormTextArea name="reason" label={m.reason} rows={2} maxLength={600} />
    </ActionForm>
  </Disclosure>
)

const Restore = ({ entry, today }: { entry: Entry; today: IsoDate }) => (
  <Disclosure summary={m.entry.restore} open>
    <p className="soft">{m.entry.restoreLead}</p>
    <ActionForm action={restoreOverlay} submitLabel={m.entry.submitRestore} label={m.entry.restore}>
      <Target entry={entry} />
      <SinceAndWhy startsOn={entry.endedOn && entry.endedOn > today ? entry.endedOn : today} />
    </ActionForm>
  </Disclosure>
)

const Forms = ({ page }: { page: OverlayPage }) => {
  const { entry, may, today } = page
  const forms = entry.endedOn
    ? may['catalogue.restore'] && <Restore entry={entry} today={today} />
    : may['catalogue.correct'] && (
        <>
          <Correct entry={entry} />
          <End entry={entry} today={today} />
        </>
      )
  return forms ? (
    <Sheet pad className="stack-4 mt-4">
      {forms}
    </Sheet>
  ) : null
}

/** One entry of the voivodeship's catalogue: what holds since when and why, and what was done with it. */
export default definePage({
  permission: 'catalogue.entry',
  render: async ({ actor, params, search }) => {
    const page = await readOverlay.execute(actor, { overlayId: params.id ?? '' })
    const { entry } = page
    const done = search.zrobione && overlayDone(search.zrobione)
    return (
      <>
        <Crumbs
          items={[
            { label: catalogueMessages.title, href: paths.catalogue() },
            { label: m.title, href: paths.overlay() },
            { label: entry.name ?? entry.national },
          ]}
        />
        <PageHead title={entry.name ?? entry.national} lead={m.kindLong[entry.kind]} />
        <DoneNotice>{done}</DoneNotice>
        <Sheet pad>
          <DefinitionList
            items={[
              {
                term: m.columns.when,
                value: `${m.from(formatDate(entry.startsOn))}, ${m.state[entry.state]}`,
              },
              { term: m.entry.endedOn, value: entry.endedOn && formatDate(entry.endedOn) },
              {
                term: m.national,
                value: <AppLink href={paths.service(entry.serviceKey)}>{entry.national}</AppLink>,
              },
              { term: m.description, value: entry.description },
              { term: m.reason, value: entry.endReason ?? entry.reason },
            ]}
          />
        </Sheet>
        <Forms page={page} />
        <Section id="historia" title={m.entry.history}>
          <Timeline
            events={page.steps.map((s) => ({
              id: s.id,
              when: formatInstant(s.at),
              text: [
                `${m.entry.step[s.step]}, ${m.from(formatDate(s.on))}`,
                s.name,
                s.reason,
                s.who ?? m.entry.somebody,
              ]
                .filter(Boolean)
                .join(' · '),
            }))}
          />
        </Section>
      </>
    )
  },
})
