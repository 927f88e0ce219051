import { Materials } from '@/app/(app)/(wiedza)/szkola/[id]/materials'
import { HouseEntry, OwnEntry } from '@/app/(app)/(wiedza)/szkola/[id]/own-entry'
import { Attendance, People } from '@/app/(app)/(wiedza)/szkola/[id]/people'
import { EventBadge, eventDays } from '@/app/(app)/(wiedza)/szkola/event-table'
import { LinkButton } from '@/components/ui/button'
import { DefinitionList } from '@/components/ui/lists'
import { DoneNotice, Notice } from '@/components/ui/messages'
import { Crumbs, PageHead } from '@/components/ui/page-head'
import { Sheet } from '@/components/ui/sheet'
import { formatDate } from '@/lib/format/dates'
import { schoolDone, schoolMessages } from '@/lib/messages/pl/school'
import { type EventPage, readEvent } from '@/lib/school'
import { definePage } from '@/lib/web/define-page'
import { paths } from '@/lib/web/paths'
import { readPage } from '@/lib/web/read-page'

const m = schoolMessages.page
export const metadata = { title: schoolMessages.title }

const Facts = ({ event }: { event: EventPage }) => (
  <DefinitionList
    items={[
      { term: m.when, value: event.startsAt ? m.at(eventDays(event), event.startsAt) : eventDays(event) },
      { term: m.where, value: event.place },
      {
        term: m.link,
        value: event.link && (
          <a href={event.link} rel="noreferrer">
            {m.openLink}
          </a>
        ),
      },
      {
        term: m.places,
        value: [schoolMessages.taken(event.signed, event.places), schoolMessages.waiting(event.waiting)]
          .filter(Boolean)
          .join(', '),
      },
      { term: m.programme, value: <span className="whitespace-pre-line">{event.programme}</span> },
    ]}
  />
)

/** One event: what it is, my place, materials; for the ROPS who comes and who came. */
export default definePage({
  permission: 'school.read',
  render: async ({ params, search }) => {
    const event = await readPage((read) => read(readEvent, { eventId: params.id ?? '' }))
    return (
      <>
        <Crumbs items={[{ label: schoolMessages.title, href: paths.school() }, { label: event.title }]} />
        <PageHead
          title={event.title}
          lead={schoolMessages.kind[event.kind]}
          actions={
            <>
              <EventBadge state={event.state} />
              {event.may['school.correct'] && !event.cancelledOn && (
                <LinkButton href={paths.schoolEdit(event.id)} icon="edit" variant={2} inline>
                  {m.edit}
                </LinkButton>
              )}
            </>
          }
        />
        <DoneNotice>{schoolDone(search.zrobione)}</DoneNotice>
        {event.cancelledOn && (
          <Notice tone="bad">{m.cancelled(formatDate(event.cancelledOn), event.cancelReason ?? '')}</Notice>
        )}
        <Sheet pad className="stack-4 mt-4">
          <Facts event={event} />
          <OwnEntry event={event} />
        </Sheet>
        <Attendance event={event} />
        <People event={event} />
        <HouseEntry event={event} />
        <Materials event={event} />
      </>
    )
  },
})
