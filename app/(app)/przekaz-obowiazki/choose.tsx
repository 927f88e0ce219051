import { AppLink } from '@/components/ui/app-link'
import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/choices'
import { DataTable } from '@/components/ui/data-table'
import { Fieldset } from '@/components/ui/field'
import { Select } from '@/components/ui/inputs'
import { EmptyState } from '@/components/ui/messages'
import { Section } from '@/components/ui/page-head'
import { Sheet } from '@/components/ui/sheet'
import type { HandoverView } from '@/lib/handover'
import { handoverMessages as m } from '@/lib/messages/pl/handover'
import { paths } from '@/lib/web/paths'
import { caseOf, seatOf, taskLine, whatOf } from './words'

/** First: whose work. */
export const WhoseWork = ({ people }: { people: HandoverView['people'] }) => (
  <Section id="czyja" title={m.who.title}>
    <DataTable
      caption={m.who.caption}
      captionHidden
      rows={people}
      rowId={({ userId }) => userId}
      empty={<EmptyState title={m.who.empty}>{m.who.emptyText}</EmptyState>}
      columns={[
        {
          key: 'name',
          label: m.who.name,
          cell: (one) => <AppLink href={paths.handover(one.userId)}>{one.name}</AppLink>,
        },
        { key: 'cases', label: m.who.casesHead, cell: (one) => m.who.cases(one.cases) },
        { key: 'services', label: m.who.servicesHead, cell: (one) => m.who.services(one.services) },
        { key: 'seats', label: m.who.seatsHead, cell: (one) => m.who.seats(one.seats) },
        { key: 'tasks', label: m.who.tasksHead, cell: (one) => m.who.tasks(one.tasks) },
      ]}
    />
  </Section>
)

type ChooseProps = { view: HandoverView; chosen: (id: string) => boolean }
type Option = { id: string; label: string }
type ChoicesProps = { id: string; legend: string; options: readonly Option[]; chosen: ChooseProps['chosen'] }

const Choices = ({ id, legend, options, chosen }: ChoicesProps) =>
  options.length > 0 && (
    <Fieldset id={id} legend={legend}>
      <div className="choices">
        {options.map((option) => (
          <Checkbox
            key={option.id}
            name={`co-${option.id}`}
            label={option.label}
            defaultChecked={chosen(option.id)}
          />
        ))}
      </div>
    </Fieldset>
  )

/** Then: which of it, and to whom. A form by GET, so that the next page only shows and changes nothing. */
export const ChooseWork = ({ view, chosen }: ChooseProps) =>
  view.from && (
    <Section
      id="wybor"
      title={m.choose.title(view.from.name)}
      actions={<AppLink href={paths.handover()}>{m.choose.back}</AppLink>}
    >
      <Sheet pad>
        <form action={paths.handover()} method="get" className="form">
          <input type="hidden" name="od" value={view.from.userId} />
          <Choices
            id="co"
            legend={m.choose.things}
            options={view.things.map((one) => ({ id: one.id, label: m.thing(whatOf(one), caseOf(one)) }))}
            chosen={chosen}
          />
          <Choices
            id="miejsca"
            legend={m.seats.choose}
            options={view.seats.map((one) => ({ id: one.key, label: seatOf(one) }))}
            chosen={chosen}
          />
          <Choices
            id="zadania"
            legend={m.tasks.choose}
            options={view.tasks.map((one) => ({ id: one.id, label: taskLine(one) }))}
            chosen={chosen}
          />
          <Select
            name="komu"
            label={m.choose.to}
            hint={m.choose.toHint}
            defaultValue={view.to?.userId ?? ''}
            options={view.colleagues.map(({ userId, name }) => ({ value: userId, label: name }))}
            required
          />
          <div className="row">
            <Button type="submit">{m.choose.preview}</Button>
          </div>
        </form>
      </Sheet>
    </Section>
  )
