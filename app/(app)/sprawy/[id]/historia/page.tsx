import { Timeline } from '@/components/ui/lists'
import { EmptyState } from '@/components/ui/messages'
import { SectionHead } from '@/components/ui/page-head'
import { caseHistory } from '@/lib/cases'
import { formatInstant } from '@/lib/format/dates'
import { caseMessages, stageNames } from '@/lib/messages/pl/cases'
import { definePage } from '@/lib/web/define-page'
import { reasonName } from '@/lib/web/reason-name'

const m = caseMessages.history

export default definePage({
  permission: 'case.history',
  render: async ({ actor, params }) => {
    const events = await caseHistory.execute(actor, { caseId: params.id ?? '' })
    return (
      <>
        <SectionHead title={m.title} />
        {events.length === 0 && <EmptyState title={m.empty} />}
        <Timeline
          events={events.map((e) => ({
            id: e.id,
            when: formatInstant(e.at),
            dateTime: e.at.toISOString(),
            tone: stageNames[e.toStatus].tone,
            text: (
              <>
                <b>{m.step(e.fromStatus && stageNames[e.fromStatus].name, stageNames[e.toStatus].name)}</b>
                <br />
                <span className="soft">{[e.actor, e.institution].filter(Boolean).join(', ')}</span>
                {(e.reasonKey || e.note) && (
                  <p>
                    {[e.reasonKey && `${m.reason}: ${reasonName(e.reasonKey)}.`, e.note]
                      .filter(Boolean)
                      .join(' ')}
                  </p>
                )}
              </>
            ),
          }))}
        />
      </>
    )
  },
})
