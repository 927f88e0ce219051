import { HandLinesForm, LeavingLines } from '@/components/teams/leaving'
import { WithdrawalForm } from '@/components/teams/parties-table'
import { AppLink } from '@/components/ui/app-link'
import { DoneNotice, Notice } from '@/components/ui/messages'
import { Section } from '@/components/ui/page-head'
import { Sheet } from '@/components/ui/sheet'
import { messageFor } from '@/lib/messages/pl/errors'
import { leavingMessages as m } from '@/lib/messages/pl/leaving'
import { type Leaving, readLeaving } from '@/lib/teams'
import { definePage } from '@/lib/web/define-page'
import { paths } from '@/lib/web/paths'
import { readPage } from '@/lib/web/read-page'
import { withdraw } from '../../actions'
import { handLinesOver } from '../actions'

export const metadata = { title: m.title }

const Services = ({ leaving }: { leaving: Leaving }) => {
  const { lines, hidden, may, coordinators } = leaving
  return (
    <Section id="uslugi" title={m.lines.title} lead={m.lines.count(lines.length + hidden)}>
      {hidden > 0 && (
        <Notice tone="warn" className="mb-4">
          {m.lines.hidden(hidden)}
        </Notice>
      )}
      {lines.length > 0 && (
        <Sheet pad>
          {may.handOver ? (
            <HandLinesForm leaving={leaving} action={handLinesOver} />
          ) : (
            <LeavingLines lines={lines} />
          )}
        </Sheet>
      )}
      {!may.handOver && lines.length + hidden > 0 && (
        <p className="soft mt-4">{m.lines.whoHands(coordinators)}</p>
      )}
    </Section>
  )
}

const Annex = ({ leaving }: { leaving: Leaving }) => {
  const { lines, hidden, may, stays } = leaving
  const open = lines.length + hidden
  return (
    <Section id="aneks" title={m.annex.title}>
      {stays && <Notice tone="warn">{messageFor(stays)}</Notice>}
      {!stays && open > 0 && <p className="soft">{m.annex.blocked}</p>}
      {!stays && open === 0 && !may.withdraw && <p className="soft">{m.annex.who}</p>}
      {!stays && open === 0 && may.withdraw && (
        <Sheet pad>
          <WithdrawalForm {...leaving} action={withdraw} />
        </Sheet>
      )}
    </Section>
  )
}

/** "handed-asked-stayed-closed" of the step that led here, in words. */
const doneWords = (text: string | undefined): string | undefined => {
  const [handed = 0, asked = 0, stayed = 0, closed = 0] = (text ?? '').split('-').map(Number)
  return /^\d+-\d+-\d+-[01]$/u.test(text ?? '')
    ? m.lines.done(handed, asked, stayed, closed === 1)
    : undefined
}

/** First what the party does for families, then the annex. */
export default definePage({
  permission: 'team.leaving',
  render: async ({ params, search }) => {
    const leaving = await readPage((read) =>
      read(readLeaving, { teamId: params.id ?? '', memberId: params.memberId ?? '' }),
    )
    return (
      <Section
        id="odejscie"
        title={m.title}
        lead={m.lead(leaving.party)}
        actions={<AppLink href={paths.teamMembers(leaving.teamId)}>{m.back}</AppLink>}
      >
        <DoneNotice>{doneWords(search.przekazano)}</DoneNotice>
        <Services leaving={leaving} />
        <Annex leaving={leaving} />
      </Section>
    )
  },
})
