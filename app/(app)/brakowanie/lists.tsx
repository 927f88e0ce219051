import { approveDestruction, prepareDestruction, takeBackDestruction } from '@/app/(app)/brakowanie/actions'
import { ActionForm } from '@/components/ui/action-form'
import { type Column, DataTable } from '@/components/ui/data-table'
import { FormChoices, FormDate, FormHidden, FormText } from '@/components/ui/form-fields'
import { Pager } from '@/components/ui/list-tools'
import { Disclosure } from '@/components/ui/lists'
import { Notice } from '@/components/ui/messages'
import { Section } from '@/components/ui/page-head'
import { Sheet } from '@/components/ui/sheet'
import { dateInWarsaw, formatDate } from '@/lib/format/dates'
import { destructionMessages as m } from '@/lib/messages/pl/destruction'
import type { DestructionView, ListedCase, ListView } from '@/lib/retention'
import { withParams } from '@/lib/web/params'
import { paths } from '@/lib/web/paths'

const day = (on: ListedCase['dueOn']): string => (on ? formatDate(on) : '–')

const columns: readonly Column<ListedCase>[] = [
  { key: 'number', label: m.reached.number, cell: (c) => <span className="num">{c.number}</span> },
  { key: 'class', label: m.reached.klass, cell: (c) => c.classLabel },
  { key: 'ended', label: m.reached.ended, cell: (c) => day(c.endedOn) },
  { key: 'due', label: m.reached.due, cell: (c) => day(c.dueOn) },
]

const Cases = ({ caption, rows }: { caption: string; rows: readonly ListedCase[] }) => (
  <DataTable caption={caption} captionHidden rows={rows} rowId={({ id }) => id} columns={columns} />
)

const pageAt = (od: string | null): string | undefined =>
  od ? `${withParams(paths.destruction(), { od })}#minelo` : undefined

/** What may go: the officer ticks cases and makes a list of them, everybody else reads. */
export const Reached = ({ view }: { view: DestructionView }) => {
  const paged = view.reached.next !== null || view.reached.previous !== null
  return (
    <Section id="minelo" title={m.reached.title} lead={m.reached.lead}>
      {view.reached.rows.length === 0 ? (
        <p className="soft">{m.reached.none}</p>
      ) : view.may['destruction.prepare'] ? (
        <Sheet pad>
          <ActionForm action={prepareDestruction} submitLabel={m.reached.submit} label={m.reached.title}>
            <FormChoices
              name="caseIds"
              legend={m.reached.choose}
              hint={paged ? m.reached.chooseHint : undefined}
              multiple
              columns
              options={view.reached.rows.map((c) => ({
                value: c.id,
                label: <span className="num">{c.number}</span>,
                hint: m.reached.line(c.classLabel, day(c.endedOn), day(c.dueOn)),
              }))}
            />
          </ActionForm>
        </Sheet>
      ) : (
        <Cases caption={m.reached.title} rows={view.reached.rows} />
      )}
      {paged && (
        <Pager
          shown={m.reached.shown(view.reached.rows.length)}
          previousHref={pageAt(view.reached.previous)}
          nextHref={pageAt(view.reached.next)}
        />
      )}
    </Section>
  )
}

const TakeBack = ({ list }: { list: ListView }) => (
  <ActionForm
    action={takeBackDestruction}
    submitLabel={m.waiting.takeBack}
    label={m.waiting.takeBackOf(list.number)}
    submitVariant={3}
    inline
    small
  >
    <FormHidden name="listId" value={list.id} />
    <FormHidden name="version" value={list.version} />
  </ActionForm>
)

const Approve = ({ list }: { list: ListView }) => (
  <Disclosure summary={m.waiting.approveOf(list.number)}>
    <div className="stack-4">
      <Notice tone="warn">{m.waiting.warning}</Notice>
      <ActionForm
        action={approveDestruction}
        submitLabel={m.waiting.approve}
        label={m.waiting.approveOf(list.number)}
      >
        <FormHidden name="listId" value={list.id} />
        <FormHidden name="version" value={list.version} />
        <FormText name="consentNumber" label={m.waiting.consentNumber} width="medium" required />
        <FormDate name="consentOn" label={m.waiting.consentOn} required />
      </ActionForm>
    </div>
  </Disclosure>
)

const Waiting = ({ list, may }: { list: ListView; may: DestructionView['may'] }) => (
  <Sheet pad className="stack-4">
    <div className="row between">
      <span>
        <b>{m.waiting.list(list.number)}</b>{' '}
        <span className="soft">{m.waiting.prepared(formatDate(list.preparedOn), list.cases.length)}</span>
      </span>
      {may['destruction.takeBack'] && <TakeBack list={list} />}
    </div>
    <Cases caption={m.waiting.list(list.number)} rows={list.cases} />
    {may['destruction.approve'] ? <Approve list={list} /> : <p className="muted">{m.waiting.leader}</p>}
  </Sheet>
)

export const WaitingLists = ({ view }: { view: DestructionView }) => (
  <Section id="spisy" title={m.waiting.title}>
    {view.waiting.length === 0 ? (
      <p className="soft">{m.waiting.none}</p>
    ) : (
      <div className="stack-4">
        {view.waiting.map((list) => (
          <Waiting key={list.id} list={list} may={view.may} />
        ))}
      </div>
    )}
  </Section>
)

const gone: readonly Column<ListView>[] = [
  { key: 'list', label: m.destroyed.list, cell: (l) => <span className="num">{l.number}</span> },
  {
    key: 'when',
    label: m.destroyed.when,
    cell: (l) => l.destroyedAt && formatDate(dateInWarsaw(l.destroyedAt)),
  },
  {
    key: 'consent',
    label: m.destroyed.consent,
    cell: (l) => l.consentNumber && m.destroyed.consentOf(l.consentNumber, day(l.consentOn)),
  },
  { key: 'cases', label: m.destroyed.cases, cell: (l) => l.cases.map(({ number }) => number).join(', ') },
]

export const DestroyedLists = ({ view }: { view: DestructionView }) => (
  <Section id="zniszczone" title={m.destroyed.title}>
    <DataTable
      caption={m.destroyed.title}
      captionHidden
      rows={view.destroyed}
      rowId={({ id }) => id}
      columns={gone}
      empty={<p className="soft">{m.destroyed.none}</p>}
    />
  </Section>
)
