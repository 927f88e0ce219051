import { CaseDecisions } from '@/app/(app)/sprawy/[id]/spotkania/[meetingId]/decisions'
import { CaseMinutes } from '@/app/(app)/sprawy/[id]/spotkania/[meetingId]/minutes'
import { CaseNext } from '@/app/(app)/sprawy/[id]/spotkania/[meetingId]/next'
import { Ledger } from '@/components/ui/lists'
import { DoneNotice, Notice } from '@/components/ui/messages'
import { Crumbs, Section, SectionHead } from '@/components/ui/page-head'
import { Sheet } from '@/components/ui/sheet'
import { StatusBadge } from '@/components/ui/status'
import { type CaseMeetingView, readCaseMeeting } from '@/lib/meetings'
import { caseMeetingMessages as c } from '@/lib/messages/pl/case-meetings'
import { categoryWords } from '@/lib/messages/pl/consents'
import { meetingMessages as m } from '@/lib/messages/pl/meetings'
import { warningMessages } from '@/lib/messages/pl/warnings'
import { notFound } from '@/lib/platform/errors'
import { definePage } from '@/lib/web/define-page'
import { paths } from '@/lib/web/paths'
import { readPage } from '@/lib/web/read-page'

export const metadata = { title: c.metaTitle }

const Agenda = ({ meeting }: { meeting: CaseMeetingView }) => (
  <Section id="porzadek" title={c.agendaTitle}>
    <Sheet pad>
      {meeting.agenda === null ? (
        <p className="soft">{c.hiddenWords}</p>
      ) : (
        <ol className="num-list">
          {meeting.agenda
            .split('\n')
            .filter(Boolean)
            .map((item) => (
              <li key={item} className="med">
                {item}
              </li>
            ))}
        </ol>
      )}
    </Sheet>
  </Section>
)

const Came = ({ meeting }: { meeting: CaseMeetingView }) =>
  meeting.parties.length === 0 ? null : (
    <Section id="obecnosc" title={c.attendance}>
      <Sheet pad>
        <Ledger
          rows={meeting.parties.map((p) => ({
            id: p.id,
            content: p.institution,
            end:
              meeting.status === 'called' ? undefined : (
                <span className={p.cameName ? undefined : 'muted'}>{p.cameName ?? c.nobody}</span>
              ),
          }))}
        />
        {meeting.withFamily && (
          <p className="mt-3">
            {meeting.status === 'called' || meeting.status === 'planned'
              ? c.familyCalled
              : c.familyWas(meeting.familyCame)}
          </p>
        )}
      </Sheet>
    </Section>
  )

const Head = ({ meeting }: { meeting: CaseMeetingView }) => {
  const status = m.status[meeting.status]
  const when = m.lead(meeting.heldOn, meeting.startsAt, meeting.place ?? meeting.link ?? '')
  return (
    <>
      <Crumbs
        inside
        items={[
          { label: c.back, href: paths.caseMeetings(meeting.caseId) },
          { label: m.one(meeting.heldOn) },
        ]}
      />
      <SectionHead
        title={m.one(meeting.heldOn)}
        lead={`${when}. ${c.category(categoryWords[meeting.category].name)}`}
        actions={<StatusBadge tone={status.tone}>{status.name}</StatusBadge>}
      />
    </>
  )
}

/** A meeting around the family: called, held, decided, written down. */
export default definePage({
  permission: 'caseMeeting.read',
  render: async ({ params, search }) => {
    const meeting = await readPage((read) => read(readCaseMeeting, { meetingId: params.meetingId ?? '' }))
    if (meeting.caseId !== params.id) throw notFound()
    return (
      <>
        <Head meeting={meeting} />
        <DoneNotice>{m.done[search.zrobione ?? '']}</DoneNotice>
        {meeting.keptApart && <Notice tone="warn">{warningMessages.protectedMeetsAt.meeting}</Notice>}
        {meeting.cancelReason && <Notice tone="warn">{m.cancelled(meeting.cancelReason)}</Notice>}
        <div className="split split-main">
          <div>
            <Agenda meeting={meeting} />
            {meeting.summary && (
              <Section id="skrot" title={c.summaryTitle}>
                <p className="pre">{meeting.summary}</p>
              </Section>
            )}
            <CaseDecisions meeting={meeting} />
            <CaseMinutes meeting={meeting} />
          </div>
          <div>
            <CaseNext meeting={meeting} />
            <Came meeting={meeting} />
          </div>
        </div>
      </>
    )
  },
})
