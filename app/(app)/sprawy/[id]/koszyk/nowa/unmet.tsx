import { endUnmet, recordUnmet } from '@/app/(app)/sprawy/[id]/koszyk/actions'
import { ActionForm } from '@/components/ui/action-form'
import { FormButton, FormHidden, FormSelect } from '@/components/ui/form-fields'
import { Disclosure } from '@/components/ui/lists'
import { Section } from '@/components/ui/page-head'
import { Sheet } from '@/components/ui/sheet'
import { ToneText } from '@/components/ui/status'
import type { ProposalPage } from '@/lib/baskets'
import { proposalMessages } from '@/lib/messages/pl/proposals'

const m = proposalMessages.unmet

type Row = { key: string; name: string; record: ProposalPage['unmet'][number] | undefined }

const TakeBack = ({ row, record }: { row: Row; record: ProposalPage['unmet'][number] }) => (
  <ActionForm action={endUnmet} label={`${m.takeBack}: ${row.name}`} noSubmit inline small>
    <FormHidden name="unmetId" value={record.id} />
    {(['mistake', 'noLonger'] as const).map((why) => (
      <FormButton key={why} name="why" value={why} small>
        {m[why]}
        <span className="vh">: {row.name}</span>
      </FormButton>
    ))}
  </ActionForm>
)

const Note = ({ row, needId }: { row: Row; needId: string }) => (
  <ActionForm action={recordUnmet} label={`${m.note}: ${row.name}`} noSubmit inline small>
    <FormHidden name="needId" value={needId} />
    <FormButton name="serviceKey" value={row.key} small>
      {m.note}
      <span className="vh">: {row.name}</span>
    </FormButton>
  </ActionForm>
)

const UnmetRow = ({ row, page }: { row: Row; page: ProposalPage }) => (
  <li className="offer">
    <div>
      <h4>{row.name}</h4>
      {row.record && (
        <p>
          <ToneText tone="late">{m.noted(row.record.notedOn, row.record.notedBy)}</ToneText>
        </p>
      )}
    </div>
    {page.mayUnmet && (
      <div className="acts">
        {row.record ? <TakeBack row={row} record={row.record} /> : <Note row={row} needId={page.need.id} />}
      </div>
    )}
  </li>
)

/** Services that nobody offers here, and those noted as missing although somebody does: each noted in one step. */
export const Unmet = ({ page }: { page: ProposalPage }) => {
  const rowOf = (key: string, name: string): Row => ({
    key,
    name,
    record: page.unmet.find((one) => one.serviceKey === key),
  })
  const empty = page.proposals
    .filter((p) => p.offers.length === 0)
    .map((p) => rowOf(p.service.key, p.service.name))
  const others = page.unmet
    .filter((one) => !empty.some((row) => row.key === one.serviceKey))
    .map((one) => rowOf(one.serviceKey, one.service))
  const rows = [...others, ...empty].sort((a, b) => Number(!a.record) - Number(!b.record))
  const offered = page.proposals.filter(
    (p) => p.offers.length > 0 && !page.unmet.some((u) => u.serviceKey === p.service.key),
  )
  return (
    <Section id="bez-oferty" title={m.title} lead={m.lead} level={3}>
      {rows.length === 0 ? (
        <p className="muted">{m.none}</p>
      ) : (
        <Sheet className="mt-2">
          <ul>
            {rows.map((row) => (
              <UnmetRow key={row.key} row={row} page={page} />
            ))}
          </ul>
        </Sheet>
      )}
      {page.mayUnmet && offered.length > 0 && (
        <div className="mt-4">
          <Disclosure summary={m.otherSummary}>
            <ActionForm action={recordUnmet} submitLabel={m.note} submitVariant={2} label={m.otherSummary}>
              <FormHidden name="needId" value={page.need.id} />
              <FormSelect
                name="serviceKey"
                label={m.otherService}
                options={offered.map((p) => ({ value: p.service.key, label: p.service.name }))}
              />
            </ActionForm>
          </Disclosure>
        </div>
      )}
    </Section>
  )
}
