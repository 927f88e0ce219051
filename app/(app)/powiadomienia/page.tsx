import { readAll } from '@/app/(app)/powiadomienia/actions'
import { ActionForm } from '@/components/ui/action-form'
import { AppLink } from '@/components/ui/app-link'
import { ChipLinks } from '@/components/ui/choices'
import { Pager } from '@/components/ui/list-tools'
import { EmptyState } from '@/components/ui/messages'
import { PageHead } from '@/components/ui/page-head'
import { Sheet } from '@/components/ui/sheet'
import { StatusBadge } from '@/components/ui/status'
import { formatInstant } from '@/lib/format/dates'
import { notificationMessages as m } from '@/lib/messages/pl/notifications'
import { listNotifications, type NotificationRow } from '@/lib/notifications'
import { definePage } from '@/lib/web/define-page'
import { withParams } from '@/lib/web/params'
import { paths } from '@/lib/web/paths'

export const metadata = { title: m.title }

/** The own list for the own tasks; those of others stand with their case or team. */
const taskPlace = (kind: string, caseId: string | null, teamId: string | null): string => {
  if (kind === 'task.given' || kind === 'task.overdue' || kind === 'task.done') return paths.tasks()
  if (caseId) return paths.caseTasks(caseId)
  return teamId ? paths.teamTasks(teamId) : paths.tasks()
}

/** Where it leads: the coordinator to the line of the case, the provider to the own service, the rest to the team. */
const target = ({ kind, lineId, caseId, teamId }: NotificationRow, institutionId: string): string => {
  if (kind.startsWith('offer.')) return paths.institutionServices(institutionId)
  if (kind === 'authorisation.endingOther') return paths.people(institutionId)
  if (kind.startsWith('authorisation.')) return `${paths.account()}#upowaznienie`
  if (caseId && kind === 'consent.withdrawn') return paths.caseConsentsTell(caseId)
  if (caseId && (kind === 'consent.expiring' || kind === 'consent.expired')) return paths.caseConsents(caseId)
  if (kind.startsWith('caseMeeting.') && caseId) return paths.caseMeetings(caseId)
  if (kind.startsWith('meeting.') && teamId) return paths.teamMeetings(teamId)
  if (kind.startsWith('task.')) return taskPlace(kind, caseId, teamId)
  if (kind === 'handover.received' || kind === 'handover.taken') return paths.home()
  if (kind === 'participant.invited' || kind === 'consent.closed') return paths.myServices()
  if (kind === 'programme.assigned') return paths.programme({ stan: 'moje' })
  if ((kind === 'programme.noteShared' || kind === 'team.letter') && teamId) return paths.teamVisits(teamId)
  if (kind === 'referral.decided') return paths.referrals()
  if (kind === 'referral.inherited') return paths.referrals()
  if (kind.startsWith('transfer.')) return caseId ? paths.caseTransfer(caseId) : paths.transfers()
  if (kind === 'destruction.waiting') return paths.destruction()
  if (kind === 'variant.newer' && teamId) return paths.teamModel(teamId)
  if (kind.startsWith('model.')) return paths.modelConsultations()
  if (kind.startsWith('question.')) return paths.questions()
  if (kind.startsWith('school.')) return paths.school()
  if (kind === 'consultation.opened') return paths.consultations()
  if (lineId) return caseId ? paths.caseLine(caseId, lineId) : paths.myService(lineId)
  if (caseId) return paths.case(caseId)
  return teamId ? paths.team(teamId) : paths.home()
}

const Rows = ({ rows, institutionId }: { rows: readonly NotificationRow[]; institutionId: string }) => (
  <Sheet pad>
    <ul className="ledger">
      {rows.map((row) => (
        <li key={row.id} className="row between">
          <span>
            <AppLink href={target(row, institutionId)}>{m.kind(row.kind)}</AppLink>
            <span className="block soft">
              {[formatInstant(row.at), row.teamName].filter(Boolean).join(', ')}
            </span>
          </span>
          {row.unread && <StatusBadge tone="mine">{m.fresh}</StatusBadge>}
        </li>
      ))}
    </ul>
  </Sheet>
)

/** What this person was told in this working context, newest first. */
export default definePage({
  permission: 'notification.list',
  render: async ({ actor, search }) => {
    const onlyUnread = search.nowe === 'tak'
    const list = await listNotifications.execute(actor, { onlyUnread, cursor: search.od ?? '' })
    const here = (od?: string) =>
      withParams(paths.notifications(), { nowe: onlyUnread ? 'tak' : undefined, od })
    return (
      <div className="task">
        <PageHead title={m.title} lead={m.lead(list.unread)} />
        <div className="row between mb-4">
          <ChipLinks
            label={m.filter}
            items={[
              { href: paths.notifications(), label: m.everything, pressed: !onlyUnread },
              {
                href: withParams(paths.notifications(), { nowe: 'tak' }),
                label: m.onlyUnread,
                pressed: onlyUnread,
              },
            ]}
          />
          {list.unread > 0 && (
            <ActionForm action={readAll} label={m.read} submitLabel={m.read} submitVariant={2} inline small />
          )}
        </div>
        {list.rows.length === 0 ? (
          <EmptyState title={m.empty} level={2}>
            {m.emptyText}
          </EmptyState>
        ) : (
          <>
            <Rows rows={list.rows} institutionId={actor.institutionId} />
            <Pager
              shown={m.shown(list.rows.length)}
              previousHref={list.previous ? here(list.previous) : undefined}
              nextHref={list.next ? here(list.next) : undefined}
            />
          </>
        )}
      </div>
    )
  },
})
