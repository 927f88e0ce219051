import { AppLink } from '@/components/ui/app-link'
import { Notice } from '@/components/ui/messages'
import { PageHead } from '@/components/ui/page-head'
import { formatInstant } from '@/lib/format/dates'
import { readHandover } from '@/lib/handover'
import { handoverMessages as m } from '@/lib/messages/pl/handover'
import { definePage } from '@/lib/web/define-page'
import { paths } from '@/lib/web/paths'
import { readPage } from '@/lib/web/read-page'
import { Tasks } from '../tasks'
import { Seats, Things } from '../things'

export const metadata = { title: m.done.title }

/** What went in one step, and what stayed with why. */
export default definePage({
  permission: 'handover.read',
  render: async ({ params }) => {
    const done = await readPage((read) => read(readHandover, { handoverId: params.id ?? '' }))
    const goes = done.things.filter(({ refusal }) => refusal === null)
    const stays = done.things.filter(({ refusal }) => refusal !== null)
    const placed = done.seats.filter(({ refusal }) => refusal === null)
    const kept = done.seats.filter(({ refusal }) => refusal !== null)
    const passed = done.tasks.filter(({ refusal }) => refusal === null)
    const left = done.tasks.filter(({ refusal }) => refusal !== null)
    return (
      <>
        <PageHead
          title={m.done.title}
          lead={`${m.done.summary(done.from, done.to)}: ${m.reasons[done.reason]}. ${m.done.by(done.by, formatInstant(done.at))}`}
          actions={<AppLink href={paths.handover()}>{m.done.again}</AppLink>}
        />
        <div className="stack-4">
          {goes.length > 0 && <Things caption={m.done.goes(goes.length)} things={goes} />}
          {placed.length > 0 && <Seats caption={m.seats.gone(placed.length)} seats={placed} />}
          {passed.length > 0 && <Tasks caption={m.tasks.gone(passed.length)} tasks={passed} />}
          {kept.length > 0 && <Seats caption={m.seats.left(kept.length)} seats={kept} why />}
          {left.length > 0 && (
            <>
              <Notice tone="warn">{m.tasks.staysNote}</Notice>
              <Tasks caption={m.tasks.left(left.length)} tasks={left} why />
            </>
          )}
          {stays.length > 0 && (
            <>
              <Notice tone="warn">{m.done.staysNote}</Notice>
              <Things caption={m.done.stays(stays.length)} things={stays} why />
            </>
          )}
        </div>
      </>
    )
  },
})
