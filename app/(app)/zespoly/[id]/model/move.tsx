import { ActionForm } from '@/components/ui/action-form'
import { AppLink } from '@/components/ui/app-link'
import { FormHidden, FormTextArea } from '@/components/ui/form-fields'
import { Ledger } from '@/components/ui/lists'
import { Notice } from '@/components/ui/messages'
import { Section } from '@/components/ui/page-head'
import { Sheet } from '@/components/ui/sheet'
import { Changes } from '@/components/variants/changes'
import { teamModelMessages as m } from '@/lib/messages/pl/team-model'
import type { TeamModelView, TeamView } from '@/lib/teams'
import { variantChanges } from '@/lib/variants'
import { paths } from '@/lib/web/paths'
import { move } from './actions'

type Props = { team: TeamView; model: TeamModelView }
type Target = NonNullable<TeamModelView['target']>

/** What another version would change, and the move to it for who may. */
export const MoveTeam = ({ team, model, target }: Props & { target: Target }) => {
  const own = model.terms.filter((term) => term.own !== null).length
  return (
    <Section id="przeniesienie" title={m.changes(model.current, target)} lead={m.changesLead(own)}>
      {target.note && <p className="whitespace-pre-line mb-4">{target.note}</p>}
      <Changes changes={variantChanges(model.body, target.body)} />
      {target.lacks.length > 0 && (
        <Notice tone="warn" className="mt-4">
          {m.lacks(target.lacks)}
        </Notice>
      )}
      {model.mayMove ? (
        <Sheet pad className="mt-4">
          <ActionForm action={move} submitLabel={m.move(target)} label={m.move(target)}>
            <FormHidden name="teamId" value={team.id} />
            <FormHidden name="version" value={team.version} />
            <FormHidden name="to" value={target.choice} />
            <FormTextArea name="reason" label={m.reason} hint={m.told} rows={3} required />
          </ActionForm>
          <p className="mt-4">
            <AppLink href={paths.teamModel(team.id)}>{m.back}</AppLink>
          </p>
        </Sheet>
      ) : (
        <p className="mt-4">
          <AppLink href={paths.teamModel(team.id)}>{m.title}</AppLink>
        </p>
      )}
    </Section>
  )
}

/** Versions of the same variant, newest first; each opens what it would change. */
export const OtherVersions = ({ team, model }: Props) => (
  <Section id="inne-wersje" title={m.other} lead={model.mayMove ? m.otherLead : undefined}>
    <Sheet pad>
      <Ledger
        rows={model.others.map((version) => ({
          id: version.choice,
          content: (
            <>
              <b className="med">{m.upperVersionOf(version)}</b>
              {version.note && <span className="block soft">{version.note}</span>}
            </>
          ),
          end: (
            <AppLink
              href={paths.teamModel(team.id, { porownaj: version.choice })}
              aria-label={m.seeOf(version)}
            >
              {m.see}
            </AppLink>
          ),
        }))}
      />
    </Sheet>
  </Section>
)
