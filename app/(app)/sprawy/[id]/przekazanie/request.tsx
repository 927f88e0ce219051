import { requestTransfer } from '@/app/(app)/sprawy/[id]/przekazanie/actions'
import { ActionForm } from '@/components/ui/action-form'
import { FormChoices, FormDate, FormHidden, FormTextArea } from '@/components/ui/form-fields'
import { SearchForm } from '@/components/ui/list-tools'
import { Section } from '@/components/ui/page-head'
import { Sheet } from '@/components/ui/sheet'
import { transferMessages } from '@/lib/messages/pl/transfers'
import type { TransferPage, TransferTeam } from '@/lib/transfers'
import { paths } from '@/lib/web/paths'

const m = transferMessages.request

const place = ({ gmina, powiat, institution }: TransferTeam): string =>
  [gmina && `gmina ${gmina}`, powiat && `powiat ${powiat}`, institution].filter(Boolean).join(', ')

type Props = { caseId: string; page: TransferPage; words: string | undefined }

/** Which team is asked, since when the family lives there, and why: one form. */
export const Request = ({ caseId, page, words }: Props) => (
  <Section id="zapytaj" title={m.title} lead={m.lead}>
    <Sheet pad>
      <div className="mb-4">
        <SearchForm
          action={`${paths.caseTransfer(caseId)}#zapytaj`}
          name="gmina"
          label={m.search}
          hint={m.searchHint}
          defaultValue={words}
          clearHref={words ? paths.caseTransfer(caseId) : undefined}
        />
      </div>
      {page.teams.length === 0 ? (
        <p className="soft">{m.noTeams}</p>
      ) : (
        <ActionForm action={requestTransfer} submitLabel={m.submit} label={m.title}>
          <FormHidden name="caseId" value={caseId} />
          <FormChoices
            name="toTeamId"
            legend={m.team}
            hint={page.teams.length === page.teamsShown ? m.teams(page.teamsShown) : undefined}
            options={page.teams.map((team) => ({ value: team.id, label: team.name, hint: place(team) }))}
            columns
            required
          />
          <FormDate name="movedOn" label={m.movedOn} defaultValue={page.today} required />
          <FormTextArea name="note" label={m.note} hint={m.noteHint} rows={3} maxLength={2000} required />
        </ActionForm>
      )}
    </Sheet>
  </Section>
)
