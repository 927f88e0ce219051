import { AnnexFields } from '@/components/teams/annexes'
import { ActionForm } from '@/components/ui/action-form'
import { AppLink } from '@/components/ui/app-link'
import { DataTable } from '@/components/ui/data-table'
import { FormDate, FormHidden, FormTextArea } from '@/components/ui/form-fields'
import type { IsoDate } from '@/lib/format/dates'
import type { FormAction } from '@/lib/format/form-state'
import { absenceMessages } from '@/lib/messages/pl/absence'
import { teamMessages } from '@/lib/messages/pl/teams'

const m = teamMessages.members
const p = teamMessages.page

type Party = {
  memberId: string
  institutionId: string
  name: string
  kindName: string
  lead: boolean
  representative: string | null
  deputy: string | null
  away: readonly { name: string; from: IsoDate; until: IsoDate; substitute: string }[]
  signedOn: IsoDate | null
}
type TableProps = {
  parties: readonly Party[]
  today: IsoDate
  href: (institutionId: string) => string
  /** present while an unsigned party can be taken out */
  remove?: { action: FormAction; teamId: string; version: number }
}

type SeatProps = { name: string | null; away: Party['away']; today: IsoDate }

/** Who holds the seat, and whether somebody stands in. */
const Seat = ({ name, away, today }: SeatProps) => {
  const absence = away.find((one) => one.name === name)
  if (!absence) return name ?? '–'
  const { from, until, substitute } = absence
  return (
    <>
      {name}
      <br />
      <span className="muted">
        {from <= today
          ? absenceMessages.away(until, substitute)
          : absenceMessages.awaySoon(from, until, substitute)}
      </span>
    </>
  )
}

/** Institutions of the team with their people; an unsigned one can be taken out. */
export const PartiesTable = ({ parties, today, href, remove }: TableProps) => (
  <DataTable
    caption={m.parties}
    captionHidden
    rows={parties}
    rowId={(r) => r.memberId}
    columns={[
      {
        key: 'name',
        label: m.party,
        cell: (r) => (
          <>
            <AppLink href={href(r.institutionId)}>{r.name}</AppLink>
            {r.lead && <span className="muted">, {p.leads}</span>}
          </>
        ),
      },
      { key: 'kind', label: m.kind, cell: (r) => r.kindName },
      {
        key: 'representative',
        label: m.representative,
        cell: (r) => <Seat name={r.representative} away={r.away} today={today} />,
      },
      { key: 'deputy', label: m.deputy, cell: (r) => <Seat name={r.deputy} away={r.away} today={today} /> },
      ...(remove
        ? [
            {
              key: 'remove',
              label: m.remove,
              headHidden: true,
              cell: (r: Party) =>
                r.signedOn === null && (
                  <ActionForm
                    action={remove.action}
                    submitLabel={m.remove}
                    submitVariant={3}
                    label={m.removeOf(r.name)}
                    inline
                    small
                  >
                    <FormHidden name="teamId" value={remove.teamId} />
                    <FormHidden name="version" value={remove.version} />
                    <FormHidden name="memberId" value={r.memberId} />
                  </ActionForm>
                ),
            },
          ]
        : []),
    ]}
  />
)

type WithdrawProps = { memberId: string; teamId: string; version: number; action: FormAction }

/** A party that leaves an active team by an annex. */
export const WithdrawalForm = ({ memberId, teamId, version, action }: WithdrawProps) => (
  <ActionForm action={action} submitLabel={m.submitWithdrawal} submitVariant="bad" label={m.withdrawal}>
    <FormHidden name="teamId" value={teamId} />
    <FormHidden name="version" value={version} />
    <FormHidden name="memberId" value={memberId} />
    <FormDate name="leftOn" label={m.leftOn} required />
    <FormTextArea name="reason" label={p.reason} rows={2} required />
    <AnnexFields />
  </ActionForm>
)
