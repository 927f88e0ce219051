import { ActionForm } from '@/components/ui/action-form'
import { AppLink } from '@/components/ui/app-link'
import { FormHidden, FormSelect } from '@/components/ui/form-fields'
import { Notice } from '@/components/ui/messages'
import { Section } from '@/components/ui/page-head'
import { Sheet } from '@/components/ui/sheet'
import { type HandoverView, handoverReasons } from '@/lib/handover'
import { handoverMessages as m } from '@/lib/messages/pl/handover'
import { giveWork } from './actions'
import { Seats, Things } from './things'

type PreviewProps = { view: HandoverView; chosen: (id: string) => boolean; changeHref: string }

/** Last: everything that goes and everything that stays, before anything happens. */
export const Preview = ({ view, chosen, changeHref }: PreviewProps) => {
  const { from, to } = view
  if (!from || !to) return null
  const picked = view.things.filter(({ id }) => chosen(id))
  const goes = picked.filter(({ refusal }) => refusal === null)
  const stays = picked.filter(({ refusal }) => refusal !== null)
  const seats = view.seats.filter(({ key }) => chosen(key))
  const placed = seats.filter(({ refusal }) => refusal === null)
  const kept = seats.filter(({ refusal }) => refusal !== null)
  return (
    <Section
      id="podglad"
      title={m.preview.title(from.name, to.name)}
      actions={<AppLink href={changeHref}>{m.preview.change}</AppLink>}
    >
      <div className="stack-4">
        {goes.length + placed.length === 0 && <Notice tone="warn">{m.preview.nothing}</Notice>}
        {goes.length > 0 && <Things caption={m.preview.goes(goes.length)} things={goes} />}
        {placed.length > 0 && <Seats caption={m.seats.goes(placed.length)} seats={placed} />}
        {kept.length > 0 && <Seats caption={m.seats.stays(kept.length)} seats={kept} why />}
        {stays.length > 0 && <Things caption={m.preview.stays(stays.length)} things={stays} why />}
        {goes.length + placed.length > 0 && (
          <Sheet pad>
            <ActionForm action={giveWork} submitLabel={m.preview.submit} label={m.title}>
              <FormHidden name="from" value={from.userId} />
              <FormHidden name="to" value={to.userId} />
              {picked.map(({ id }) => (
                <input key={id} type="hidden" name="things" value={id} />
              ))}
              {seats.map(({ key }) => (
                <input key={key} type="hidden" name="seats" value={key} />
              ))}
              <FormSelect
                name="reason"
                label={m.preview.reason}
                hint={m.preview.reasonHint}
                options={handoverReasons.map((value) => ({ value, label: m.reasons[value] }))}
                required
              />
            </ActionForm>
          </Sheet>
        )}
      </div>
    </Section>
  )
}
