import { notFound } from 'next/navigation'
import { AppLink } from '@/components/ui/app-link'
import { DefinitionList } from '@/components/ui/lists'
import { DoneNotice, Notice } from '@/components/ui/messages'
import { Section } from '@/components/ui/page-head'
import { Sheet } from '@/components/ui/sheet'
import { VersionMoves } from '@/components/variants/moves'
import { formatDate } from '@/lib/format/dates'
import { teamModelMessages as m } from '@/lib/messages/pl/team-model'
import { readTeamModel, type TeamModelView, type TeamView } from '@/lib/teams'
import { definePage } from '@/lib/web/define-page'
import { paths } from '@/lib/web/paths'
import { teamView } from '@/lib/web/team-view'
import { MoveTeam, OtherVersions } from './move'
import { Says } from './says'

export const metadata = { title: m.title }

type Props = { team: TeamView; model: TeamModelView }

const Current = ({ team, model }: Props) => (
  <>
    <Sheet pad>
      <DefinitionList
        items={[
          { term: m.variant, value: `${team.variant.key}. ${team.variant.name}` },
          { term: m.version, value: m.upperVersionOf(model.current) },
          {
            term: m.since,
            value: model.moves.length > 0 ? formatDate(model.since) : m.sinceFounded(model.since),
          },
          { term: m.note, value: model.current.note },
        ]}
      />
      {!model.newer && <p className="soft mt-2">{m.newest}</p>}
    </Sheet>
    {model.newer && !model.target && (
      <Notice title={m.newerTitle(model.newer)} className="mt-4">
        {m.newerText}{' '}
        <AppLink href={paths.teamModel(team.id, { porownaj: model.newer.choice })}>{m.see}</AppLink>
      </Notice>
    )}
  </>
)

const Cases = ({ shown }: { shown: string }) => (
  <Section id="sprawy" title={m.cases}>
    <p>{shown === '0' ? m.casesNone : m.casesSome(shown)}</p>
    {shown !== '0' && <p className="soft">{m.casesHow}</p>}
  </Section>
)

/** The version of the model that the team goes by, in words; what another one would change, and the move to it. */
export default definePage({
  permission: 'team.model',
  render: async ({ actor, params, search }) => {
    const team = await teamView(params.id ?? '')
    if (!team) notFound()
    const model = await readTeamModel.execute(actor, { teamId: team.id, compare: search.porownaj })
    return (
      <>
        <DoneNotice>{search.zrobione === 'model' ? m.done : undefined}</DoneNotice>
        <Section id="model" title={m.title} lead={m.lead}>
          <Current team={team} model={model} />
        </Section>
        {model.target && <MoveTeam team={team} model={model} target={model.target} />}
        {!model.target && (
          <>
            {model.leftBehind !== null && <Cases shown={model.leftBehind} />}
            <Says model={model} />
            {model.others.length > 0 && <OtherVersions team={team} model={model} />}
            {model.moves.length > 0 && (
              <Section id="zmiany" title={m.history}>
                <VersionMoves moves={model.moves} />
              </Section>
            )}
          </>
        )}
      </>
    )
  },
})
