import { ActionForm } from '@/components/ui/action-form'
import { AppLink } from '@/components/ui/app-link'
import { FormHidden, FormSelect } from '@/components/ui/form-fields'
import { Notice } from '@/components/ui/messages'
import { Section } from '@/components/ui/page-head'
import { Sheet } from '@/components/ui/sheet'
import { type HandoverView, handoverReasons } from '@/lib/handover'
import { handoverMessages as m } from '@/lib/messages/pl/handover'
import { giveWork } from './actions'
import { Tasks } from './tasks'
import { Seats, Things } from './things'

type PreviewProps = { view: HandoverView; chosen: (id: string) => boolean; changeHref: string }

type Refusable = { readonly refusal: string | null }
const split = <T extends Refusable>(all: readonly T[]): { goes: T[]; stays: T[] } => ({
  goes: all.filter(({ refusal }) => refusal === null),
  stays: all.filter(({ refusal }) => refusal !== null),
})

type SendProps = { from: string; to: string; values: readonly (readonly [string, string])[] }

const Send = ({ from, to, values }: SendProps) => (
  <Sheet pad>
    <ActionForm action={giveWork} submitLabel={m.preview.submit} label={m.title}>
      <FormHidden name="from" value={from} />
      <FormHidden name="to" value={to} />
      {values.map(([name, value]) => (
        <input key={value} type="hidden" name={name} value={value} />
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
)

/** Last: everything that goes and everything that stays, before anything happens. */
export const Preview = ({ view, chosen, changeHref }: PreviewProps) => {
  const { from, to } = view
  if (!from || !to) return null
  const things = split(view.things.filter(({ id }) => chosen(id)))
  const seats = split(view.seats.filter(({ key }) => chosen(key)))
  const tasks = split(view.tasks.filter(({ id }) => chosen(id)))
  const going = things.goes.length + seats.goes.length + tasks.goes.length
  const values = [
    ...[...things.goes, ...things.stays].map(({ id }) => ['things', id] as const),
    ...[...seats.goes, ...seats.stays].map(({ key }) => ['seats', key] as const),
    ...[...tasks.goes, ...tasks.stays].map(({ id }) => ['tasks', id] as const),
  ]
  return (
    <Section
      id="podglad"
      title={m.preview.title(from.name, to.name)}
      actions={<AppLink href={changeHref}>{m.preview.change}</AppLink>}
    >
      <div className="stack-4">
        {going === 0 && <Notice tone="warn">{m.preview.nothing}</Notice>}
        {things.goes.length > 0 && (
          <Things caption={m.preview.goes(things.goes.length)} things={things.goes} />
        )}
        {seats.goes.length > 0 && <Seats caption={m.seats.goes(seats.goes.length)} seats={seats.goes} />}
        {tasks.goes.length > 0 && <Tasks caption={m.tasks.goes(tasks.goes.length)} tasks={tasks.goes} />}
        {seats.stays.length > 0 && (
          <Seats caption={m.seats.stays(seats.stays.length)} seats={seats.stays} why />
        )}
        {tasks.stays.length > 0 && (
          <>
            <Notice tone="warn">{m.tasks.staysNote}</Notice>
            <Tasks caption={m.tasks.stays(tasks.stays.length)} tasks={tasks.stays} why />
          </>
        )}
        {things.stays.length > 0 && (
          <Things caption={m.preview.stays(things.stays.length)} things={things.stays} why />
        )}
        {going > 0 && <Send from={from.userId} to={to.userId} values={values} />}
      </div>
    </Section>
  )
}
