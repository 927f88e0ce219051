import { AnnexFields } from '@/components/teams/annexes'
import { ActionForm } from '@/components/ui/action-form'
import { AppLink } from '@/components/ui/app-link'
import { DataTable } from '@/components/ui/data-table'
import { FormDate, FormHidden, FormTextArea } from '@/components/ui/form-fields'
import type { IsoDate } from '@/lib/format/dates'
import type { FormAction } from '@/lib/format/form-state'
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
  signedOn: IsoDate | null
}
type TableProps = {
  parties: readonly Party[]
  href: (institutionId: string) => string
  /** present while an unsigned party can be taken out */
  remove?: { action: FormAction; teamId: string; version: number }
}

/** Institutions of the team with their people; an unsigned one can be taken out. */
export const PartiesTable = ({ parties, href, remove }: TableProps) => (
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
      { key: 'representative', label: m.representative, cell: (r) => r.representative ?? '–' },
      { key: 'deputy', label: m.deputy, cell: (r) => r.deputy ?? '–' },
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
