import { ActionForm } from '@/components/ui/action-form'
import { FormHidden, FormSelect } from '@/components/ui/form-fields'
import { DefinitionList } from '@/components/ui/lists'
import type { FormAction } from '@/lib/format/form-state'
import { teamMessages } from '@/lib/messages/pl/teams'

const m = teamMessages

type Office = {
  field: string
  name: string
  holder: { name: string; institution: string; seat: string } | null
  candidates: readonly { seat: string; name: string; institution: string }[]
}

/** Leaders and the coordinator, by name. */
export const OfficeList = ({ offices }: { offices: readonly Office[] }) => (
  <DefinitionList
    items={offices.map((office) => ({
      term: office.name,
      value: office.holder ? (
        <>
          {office.holder.name}
          <br />
          <span className="muted">{office.holder.institution}</span>
        </>
      ) : (
        <span className="muted">{m.page.nobody}</span>
      ),
    }))}
  />
)

type FormProps = { offices: readonly Office[]; action: FormAction; teamId: string; version: number }

/** Appoints all three in one go; who holds the office already is chosen beforehand. */
export const OfficeForm = ({ offices, action, teamId, version }: FormProps) => (
  <ActionForm action={action} submitLabel={m.members.appoint} submitVariant={2} label={m.members.offices}>
    <FormHidden name="teamId" value={teamId} />
    <FormHidden name="version" value={version} />
    {offices.map((office) => (
      <FormSelect
        key={office.field}
        name={office.field}
        label={office.name}
        hint={office.candidates.length === 0 ? m.members.noCandidates : undefined}
        placeholder={office.holder ? m.members.keep : undefined}
        defaultValue={
          office.holder?.seat ?? (office.candidates.length === 1 ? office.candidates[0]?.seat : undefined)
        }
        options={office.candidates.map((c) => ({ value: c.seat, label: `${c.name}, ${c.institution}` }))}
      />
    ))}
  </ActionForm>
)
