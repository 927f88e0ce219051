import { PrintGate } from '@/components/cases/print-gate'
import { LinkButton } from '@/components/ui/button'
import { EmptyState, Notice } from '@/components/ui/messages'
import { SectionHead } from '@/components/ui/page-head'
import { formatDate } from '@/lib/format/dates'
import { talkMessages } from '@/lib/messages/pl/talk'
import { readTalk, type TalkSheet } from '@/lib/plans'
import { definePage } from '@/lib/web/define-page'
import { paths } from '@/lib/web/paths'
import { printCheck } from '@/lib/web/print-check'
import { readPage } from '@/lib/web/read-page'

const m = talkMessages.sheet
export const metadata = { title: talkMessages.print }

const Part = ({ title, words }: { title: string; words: string | null }) =>
  words ? (
    <section>
      <h4>{title}</h4>
      <p className="pre">{words}</p>
    </section>
  ) : null

type Talk = NonNullable<TalkSheet['talk']>

/** Large print, plain words; what is kept under safety stays unsaid. */
const Paper = ({ sheet, talk }: { sheet: TalkSheet; talk: Talk }) => (
  <article className="card-a4 stack-4">
    <h3>{sheet.family ?? m.title}</h3>
    <p>
      {m.thanks} {talk.heldOn && m.talked(formatDate(talk.heldOn))}
    </p>
    {!sheet.untold && (
      <>
        <Part title={m.who} words={[...talk.persons, talk.others].filter(Boolean).join(', ')} />
        <Part title={m.helped} words={talk.helped} />
        <Part title={m.result} words={talk.result} />
        <Part title={m.stays} words={talk.stays} />
      </>
    )}
    <Part title={m.call} words={talk.callWhom} />
  </article>
)

/** The sheet that the family keeps after the end. */
export default definePage({
  permission: 'talk.read',
  render: async ({ actor, params, search }) => {
    const caseId = params.id ?? ''
    const path = paths.caseEndingPrint(caseId)
    const { gate } = await printCheck(actor, { path, caseId }, search)
    if (gate) return <PrintGate persons={gate.persons} whole={gate.whole} />
    const sheet = await readPage((read) => read(readTalk, { caseId }))
    if (!sheet.talk)
      return (
        <EmptyState
          title={m.none}
          actions={<LinkButton href={paths.caseEnding(caseId)}>{m.back}</LinkButton>}
        >
          {m.noneText}
        </EmptyState>
      )
    return (
      <>
        <div className="noprint mb-4">
          <SectionHead title={talkMessages.print} lead={m.lead} />
          {sheet.untold && <Notice tone="warn">{m.byMouth}</Notice>}
        </div>
        <Paper sheet={sheet} talk={sheet.talk} />
      </>
    )
  },
})
