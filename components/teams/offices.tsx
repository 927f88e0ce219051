import { ActionForm } from '@/components/ui/action-form'
import { FormDate, FormHidden, FormSelect } from '@/components/ui/form-fields'
import { DefinitionList, Disclosure } from '@/components/ui/lists'
import type { IsoDate } from '@/lib/format/dates'
import type { FormAction } from '@/lib/format/form-state'
import { teamMessages } from '@/lib/messages/pl/teams'

const m = teamMessages

type Office = {
  field: string
  name: string
  holder: {
    name: string
    institution: string
    seat: string
    dated: { from: IsoDate; until: IsoDate } | null
  } | null
  candidates: readonly { seat: string; name: string; institution: string }[]
}

const mayStayEmpty = ['deputyCoordinator', 'animator']

/** Leaders, the coordinator and who stands beside them, by name. */
export const OfficeList = ({ offices }: { offices: readonly Office[] }) => (
  <DefinitionList
    items={offices
      .filter((office) => office.holder || !mayStayEmpty.includes(office.field))
      .map(({ name, holder }) => ({
        term: name,
        value: holder ? (
          <>
            {holder.name}
            <br />
            <span className="muted">
              {holder.institution}
              {holder.dated && `, ${m.page.period(holder.dated.from, holder.dated.until)}`}
            </span>
          </>
        ) : (
          <span className="muted">{m.page.nobody}</span>
        ),
      }))}
  />
)

const optionsOf = (office: Office) =>
  office.candidates.map((c) => ({ value: c.seat, label: `${c.name}, ${c.institution}` }))

const OfficeSelect = ({ office }: { office: Office }) => (
  <FormSelect
    name={office.field}
    label={office.name}
    hint={office.candidates.length === 0 ? m.members.noCandidates : undefined}
    placeholder={office.holder ? m.members.keep : undefined}
    defaultValue={
      office.holder?.seat ?? (office.candidates.length === 1 ? office.candidates[0]?.seat : undefined)
    }
    options={optionsOf(office)}
  />
)

/** Somebody who coordinates beside the coordinator, from a day to a day. */
const DeputyFields = ({ office }: { office: Office }) => (
  <Disclosure
    summary={
      office.holder ? m.members.deputyCoordinatorNow(office.holder.name) : m.members.addDeputyCoordinator
    }
  >
    <p className="soft mb-2">{m.members.deputyCoordinatorLead}</p>
    <div className="stack-4">
      <FormSelect
        name={office.field}
        label={office.name}
        placeholder={office.holder ? m.members.keep : m.members.noDeputyCoordinator}
        options={[
          ...(office.holder ? [{ value: 'none', label: m.members.noDeputyCoordinator }] : []),
          ...optionsOf(office),
        ]}
      />
      <div className="cols-3">
        <FormDate
          name="deputyFrom"
          label={m.members.from}
          defaultValue={office.holder?.dated?.from}
          optional
        />
        <FormDate
          name="deputyUntil"
          label={m.members.until}
          defaultValue={office.holder?.dated?.until}
          optional
        />
      </div>
    </div>
  </Disclosure>
)

type FormProps = { offices: readonly Office[]; action: FormAction; teamId: string; version: number }

/** Appoints them all in one go; who holds the office already is chosen beforehand. */
export const OfficeForm = ({ offices, action, teamId, version }: FormProps) => {
  const deputy = offices.find((o) => o.field === 'deputyCoordinator')
  const animator = offices.find((o) => o.field === 'animator')
  return (
    <ActionForm action={action} submitLabel={m.members.appoint} submitVariant={2} label={m.members.offices}>
      <FormHidden name="teamId" value={teamId} />
      <FormHidden name="version" value={version} />
      {offices
        .filter((office) => !mayStayEmpty.includes(office.field))
        .map((office) => (
          <OfficeSelect key={office.field} office={office} />
        ))}
      {deputy && deputy.candidates.length > 0 && <DeputyFields office={deputy} />}
      {animator && animator.candidates.length > 0 ? (
        <OfficeSelect office={animator} />
      ) : (
        animator?.holder && (
          <p className="soft">
            {animator.name}: {animator.holder.name}, {animator.holder.institution}
          </p>
        )
      )}
    </ActionForm>
  )
}
