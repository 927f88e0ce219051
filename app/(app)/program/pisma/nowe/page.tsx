import { sendLetter } from '@/app/(app)/program/pisma/actions'
import { ActionForm } from '@/components/ui/action-form'
import { LinkButton } from '@/components/ui/button'
import { FormCheckbox, FormText, FormTextArea } from '@/components/ui/form-fields'
import { EmptyState } from '@/components/ui/messages'
import { Crumbs, PageHead } from '@/components/ui/page-head'
import { Sheet } from '@/components/ui/sheet'
import { letterMessages as m } from '@/lib/messages/pl/team-letters'
import { teamMessages } from '@/lib/messages/pl/teams'
import { type LetterTeam, prepareLetter } from '@/lib/programme'
import { definePage } from '@/lib/web/define-page'
import { paths } from '@/lib/web/paths'

export const metadata = { title: m.title }

const Recipients = ({ teams }: { teams: readonly LetterTeam[] }) => (
  <section aria-labelledby="do-kogo" className="stack">
    <h2 id="do-kogo">{m.recipients}</h2>
    <p className="soft">{m.recipientsLead}</p>
    <div className="picks">
      {teams.map((team) => (
        <FormCheckbox
          key={team.id}
          name="teams"
          id={`t-${team.id}`}
          value={team.id}
          label={team.name}
          hint={team.leaders.length > 0 ? team.leaders.join(', ') : m.nobody}
          defaultChecked={team.leaders.length > 0}
        />
      ))}
    </div>
  </section>
)

/** A letter to the leaders of the teams that a filter of the list selected. */
export default definePage({
  permission: 'letter.send',
  render: async ({ actor, search }) => {
    const { q, etap, ryzyko } = search
    const teams = await prepareLetter.execute(actor, { text: q ?? '', status: etap, risk: ryzyko })
    const list = paths.teamsOf({ q, etap, ryzyko })
    return (
      <>
        <Crumbs items={[{ label: teamMessages.list.title, href: list }, { label: m.title }]} />
        <PageHead title={m.title} lead={m.lead} />
        {teams.length === 0 ? (
          <EmptyState level={2} title={m.none} actions={<LinkButton href={list}>{m.back}</LinkButton>}>
            {m.noneText}
          </EmptyState>
        ) : (
          <Sheet pad>
            <ActionForm action={sendLetter} submitLabel={m.send} label={m.title}>
              <Recipients teams={teams} />
              <FormText name="subject" label={m.subject} maxLength={120} required />
              <FormTextArea name="body" label={m.body} hint={m.hint} rows={8} maxLength={4000} required />
            </ActionForm>
          </Sheet>
        )}
      </>
    )
  },
})
