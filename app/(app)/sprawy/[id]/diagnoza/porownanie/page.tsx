import { Came, Voices } from '@/app/(app)/sprawy/[id]/diagnoza/porownanie/parts'
import { Scores } from '@/app/(app)/sprawy/[id]/diagnoza/porownanie/scores'
import { roundName } from '@/app/(app)/sprawy/[id]/diagnoza/rounds'
import { AreaProfile } from '@/components/charts/area-profile'
import { AppLink } from '@/components/ui/app-link'
import { Button, LinkButton } from '@/components/ui/button'
import { Select } from '@/components/ui/inputs'
import { EmptyState } from '@/components/ui/messages'
import { Section, SectionHead } from '@/components/ui/page-head'
import { Tabs } from '@/components/ui/tabs'
import { compareDiagnoses, type DiagnosisComparison } from '@/lib/diagnosis'
import { compareMessages as m } from '@/lib/messages/pl/diagnosis-compare'
import { definePage } from '@/lib/web/define-page'
import { withParams } from '@/lib/web/params'
import { paths } from '@/lib/web/paths'
import { readPage } from '@/lib/web/read-page'

export const metadata = { title: m.title }

type Props = { caseId: string; compared: DiagnosisComparison }

/** A number of a round in the address; anything else asks for the default. */
const roundOf = (text: string | undefined): number | undefined =>
  text !== undefined && /^[1-9]\d{0,3}$/u.test(text) ? Number(text) : undefined

/** Which two rounds, or all; the address is the choice, so it works without JavaScript. */
const Choice = ({ caseId, compared: { choices, from, to, all } }: Props) => {
  if (choices.length < 3) return null
  const path = paths.caseDiagnosisCompare(caseId)
  const options = choices.map((round) => ({
    value: String(round.versionNo),
    label: `${round.versionNo}. ${roundName(round)}`,
  }))
  return (
    <div className="noprint mb-4">
      <Tabs
        label={m.title}
        top
        items={[
          { href: path, label: m.two, current: !all },
          { href: withParams(path, { widok: 'wszystkie' }), label: m.all, current: all },
        ]}
      />
      {!all && (
        <form action={path} method="get" className="search-form mt-4">
          <Select name="od" label={m.from} options={options} defaultValue={String(from)} />
          <Select name="do" label={m.to} options={options} defaultValue={String(to)} />
          <Button type="submit" variant={2} inline>
            {m.compare}
          </Button>
        </form>
      )}
    </div>
  )
}

const Compared = (props: Props) => {
  const { areas, rounds, strengths, needs } = props.compared
  return (
    <>
      <Choice {...props} />
      <Section id="obraz" title={m.picture} lead={rounds.map((round) => roundName(round)).join(' → ')}>
        <AreaProfile
          rounds={rounds.map((round) => roundName(round))}
          areas={areas.map(({ key, name, scores }) => ({ id: key, name, scores }))}
        />
      </Section>
      <Section id="obszary" title={m.table}>
        <Scores compared={props.compared} />
      </Section>
      <Came
        id="mocne-strony"
        words={m.strengths}
        things={strengths}
        text={(s) => m.of(s.body, s.person)}
        reason={(s) => s.endedReason}
      />
      <Came
        id="potrzeby"
        words={m.needs}
        things={needs}
        text={(n) => m.of(n.name, n.person)}
        reason={() => null}
      />
      <Voices compared={props.compared} />
    </>
  )
}

/** Rounds of a diagnosis side by side: did life get better, by the team and by the family itself. */
export default definePage({
  permission: 'diagnosis.compare',
  render: async ({ params, search }) => {
    const caseId = params.id ?? ''
    const pair = { from: roundOf(search.od), to: roundOf(search.do), all: search.widok === 'wszystkie' }
    const compared = await readPage((read) => read(compareDiagnoses, { caseId, ...pair }))
    if (!compared)
      return (
        <EmptyState
          title={m.one}
          actions={<LinkButton href={paths.caseDiagnosis(caseId)}>{m.back}</LinkButton>}
        >
          {m.oneText}
        </EmptyState>
      )
    return (
      <>
        <SectionHead
          title={m.title}
          lead={m.lead}
          actions={
            <span className="noprint">
              <AppLink href={paths.caseDiagnosis(caseId)}>{m.back}</AppLink>
            </span>
          }
        />
        <Compared caseId={caseId} compared={compared} />
      </>
    )
  },
})
