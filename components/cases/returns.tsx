import { ActionForm } from '@/components/ui/action-form'
import { AppLink } from '@/components/ui/app-link'
import { FormHidden } from '@/components/ui/form-fields'
import { Section } from '@/components/ui/page-head'
import { Sheet } from '@/components/ui/sheet'
import { StatusBadge } from '@/components/ui/status'
import { formatDate, type IsoDate } from '@/lib/format/dates'
import type { FormAction } from '@/lib/format/form-state'
import { returnMessages as m } from '@/lib/messages/pl/returns'

export type ReturnRow = {
  caseId: string
  number: string
  closedOn: IsoDate
  reopenable: boolean
  persons: readonly string[]
}

type Head = {
  id: string
  version: number
  previous: { id: string } | null
  returns: readonly ReturnRow[]
  may: Record<'case.linkReturn', boolean>
}
export type ReturnActions = { linkReturn: FormAction; unlinkReturn: FormAction }
type Props = { head: Head; actions: ReturnActions }

const Link = ({ head, row, actions }: Props & { row: ReturnRow }) => {
  const linked = head.previous?.id === row.caseId
  const label = linked ? m.unlink : m.link
  return (
    <ActionForm
      action={linked ? actions.unlinkReturn : actions.linkReturn}
      submitLabel={label}
      submitVariant={linked ? 3 : 2}
      label={`${label}: ${row.number}`}
      small
    >
      <FormHidden name="caseId" value={head.id} />
      <FormHidden name="version" value={head.version} />
      {!linked && <FormHidden name="previousId" value={row.caseId} />}
    </ActionForm>
  )
}

/** Ended cases of the same team about somebody of this referral, at most twelve months old. */
export const Returns = (props: Props) =>
  props.head.returns.length === 0 ? null : (
    <Section id="powrot" title={m.title} lead={m.lead}>
      <Sheet pad>
        <ul className="ledger">
          {props.head.returns.map((row) => (
            <li key={row.caseId} className="stack-2">
              <p>
                <AppLink href={`/sprawy/${row.caseId}`}>
                  {m.ended(row.number, formatDate(row.closedOn))}
                </AppLink>{' '}
                {props.head.previous?.id === row.caseId && <StatusBadge tone="done">{m.linked}</StatusBadge>}
                <span className="block soft">{m.persons(row.persons.join(', '))}</span>
              </p>
              {row.reopenable && (
                <p className="soft">
                  {m.reopenHint}{' '}
                  <AppLink href={`/sprawy/${row.caseId}/zakonczenie#wznowienie`}>{m.reopen}</AppLink>
                </p>
              )}
              {props.head.may['case.linkReturn'] && <Link {...props} row={row} />}
            </li>
          ))}
        </ul>
      </Sheet>
    </Section>
  )
