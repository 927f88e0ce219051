import { Timeline } from '@/components/ui/lists'
import { EmptyState } from '@/components/ui/messages'
import { SectionHead } from '@/components/ui/page-head'
import type { Tone } from '@/components/ui/status'
import { type CaseEvent, caseHistory } from '@/lib/cases'
import { formatInstant } from '@/lib/format/dates'
import { caseWorkMessages } from '@/lib/messages/pl/case-work'
import { caseMessages, stageNames } from '@/lib/messages/pl/cases'
import { definePage } from '@/lib/web/define-page'
import { reasonName } from '@/lib/web/reason-name'

const m = caseMessages.history
const w = caseWorkMessages

const title = ({ what }: CaseEvent): string => {
  if (what.kind === 'step') return m.step(what.from && stageNames[what.from].name, stageNames[what.to].name)
  return w.history[what.kind](w.proposals.kinds[what.proposal].toLocaleLowerCase('pl'))
}

const tone = ({ what }: CaseEvent): Tone => {
  if (what.kind === 'step') return stageNames[what.to].tone
  return what.kind === 'proposed' ? 'wait' : what.kind === 'agreed' ? 'done' : 'late'
}

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
            tone: tone(e),
            text: (
              <>
                <b>{title(e)}</b>
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
