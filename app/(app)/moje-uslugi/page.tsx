import { invitation } from '@/app/(app)/moje-uslugi/actions'
import { DoneNote } from '@/app/(app)/moje-uslugi/done-note'
import { Ended } from '@/app/(app)/moje-uslugi/ended'
import { ServiceCard } from '@/app/(app)/moje-uslugi/service-card'
import { Invitations } from '@/components/cases/invitations'
import { AppLink } from '@/components/ui/app-link'
import { EmptyState, Notice } from '@/components/ui/messages'
import { PageHead, Section } from '@/components/ui/page-head'
import { type LineView, listMyServices, type MyServices } from '@/lib/baskets'
import { listInvitations } from '@/lib/cases'
import { serviceMessages as m } from '@/lib/messages/pl/baskets'
import { caseWorkMessages } from '@/lib/messages/pl/case-work'
import { handoverMessages } from '@/lib/messages/pl/handover'
import { taskMessages } from '@/lib/messages/pl/tasks'
import { couldEver } from '@/lib/policy/decide'
import { definePage } from '@/lib/web/define-page'
import { paths } from '@/lib/web/paths'

export const metadata = { title: m.title }

type GroupProps = { id: string; title: string; lines: readonly LineView[]; all: MyServices; open?: boolean }

const Group = ({ id, title, lines, all, open = false }: GroupProps) =>
  lines.length === 0 ? null : (
    <Section id={id} title={title}>
      {lines.map((line, i) => (
        <ServiceCard
          key={line.id}
          line={line}
          back="list"
          today={all.today}
          reasons={all.declineReasons}
          staff={all.staff}
          whole={all.wholeInstitution}
          open={open && i === 0}
        />
      ))}
    </Section>
  )

const isEmpty = (all: MyServices): boolean =>
  all.toAnswer.length + all.waiting.length + all.running.length + all.ended.length === 0

export default definePage({
  permission: 'service.list',
  render: async ({ actor, search }) => {
    const all = await listMyServices.execute(actor, {})
    const asked = couldEver(actor, 'participant.invitations')
      ? await listInvitations.execute(actor, {})
      : { invitations: [], staff: [] }
    const late = all.running.filter((line) => line.late).length
    return (
      <div className="task">
        <PageHead
          title={all.wholeInstitution ? m.institutionTitle : m.title}
          lead={m.lead(all.toAnswer.length, late)}
          actions={
            <>
              <AppLink href={paths.tasks()}>{taskMessages.link}</AppLink>
              {all.wholeInstitution && couldEver(actor, 'handover.prepare') && (
                <AppLink href={paths.handover()}>{handoverMessages.open}</AppLink>
              )}
            </>
          }
        />
        <DoneNote code={search.zrobione} deliveryId={search.wpis} back="list" />
        {search.zaproszenie && (
          <Notice tone="good" role="status">
            {caseWorkMessages.invitations.done}
          </Notice>
        )}
        <Invitations invitations={asked.invitations} staff={asked.staff} action={invitation} />
        {isEmpty(all) && asked.invitations.length === 0 && (
          <EmptyState title={m.empty.title}>{m.empty.text}</EmptyState>
        )}
        <Group id="do-odpowiedzi" title={m.toAnswer} lines={all.toAnswer} all={all} />
        <Group id="prowadzone" title={m.running} lines={all.running} all={all} open />
        <Group id="czekaja" title={m.waiting} lines={all.waiting} all={all} />
        <Ended lines={all.ended} more={all.moreEnded} />
        <p className="muted sec">{all.wholeInstitution ? m.onlyInstitution : m.onlyYours}</p>
      </div>
    )
  },
})
