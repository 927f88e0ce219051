import { addWzkMember, endWzkMember } from '@/app/(app)/(wiedza)/wzk/actions'
import { ActionForm } from '@/components/ui/action-form'
import { AppLink } from '@/components/ui/app-link'
import { DataTable } from '@/components/ui/data-table'
import { FormDate, FormHidden, FormSelect, FormText } from '@/components/ui/form-fields'
import { Disclosure } from '@/components/ui/lists'
import { DoneNotice, EmptyState } from '@/components/ui/messages'
import { PageHead, Section } from '@/components/ui/page-head'
import { Sheet } from '@/components/ui/sheet'
import { formatDate } from '@/lib/format/dates'
import { questionDone, questionMessages } from '@/lib/messages/pl/questions'
import { listWzk, type WzkList, type WzkRow } from '@/lib/questions'
import { definePage } from '@/lib/web/define-page'
import { paths } from '@/lib/web/paths'
import { readPage } from '@/lib/web/read-page'

const m = questionMessages.wzk
export const metadata = { title: m.title }

const when = ({ startsOn, endsOn }: WzkRow): string =>
  endsOn ? m.period(formatDate(startsOn), formatDate(endsOn)) : m.from(formatDate(startsOn))

const End = ({ row, today }: { row: WzkRow; today: string }) => (
  <Disclosure summary={m.end}>
    <ActionForm
      action={endWzkMember}
      submitLabel={m.end}
      submitVariant={2}
      label={`${m.end}: ${row.person}`}
      small
    >
      <FormHidden name="wzkMemberId" value={row.id} />
      <FormHidden name="version" value={row.version} />
      <FormDate name="endsOn" id={`koniec-${row.id}`} label={m.endsLast} defaultValue={today} />
    </ActionForm>
  </Disclosure>
)

const Members = ({ list, rows }: { list: WzkList; rows: readonly WzkRow[] }) => (
  <DataTable
    caption={rows === list.now ? m.caption : m.former}
    captionHidden
    rows={rows}
    rowId={({ id }) => id}
    empty={<EmptyState title={m.none}>{m.noneText}</EmptyState>}
    columns={[
      {
        key: 'body',
        label: m.columns.body,
        cell: (r) => <AppLink href={paths.institution(r.institutionId)}>{r.institution}</AppLink>,
      },
      {
        key: 'who',
        label: m.columns.who,
        cell: (r) => (
          <>
            {r.person}
            <span className="block muted">
              {[r.function, r.answers && m.answers].filter(Boolean).join(' · ')}
            </span>
          </>
        ),
      },
      { key: 'when', label: m.columns.when, cell: when },
      ...(list.mayKeep && rows === list.now
        ? [
            {
              key: 'do',
              label: m.columns.do,
              headHidden: true,
              cell: (r: WzkRow) => (r.endsOn ? null : <End row={r} today={list.today} />),
            },
          ]
        : []),
    ]}
  />
)

const Add = ({ list }: { list: WzkList }) => (
  <Section id="dodaj" title={m.add}>
    <Sheet pad>
      <ActionForm action={addWzkMember} submitLabel={m.submit} label={m.add}>
        <FormSelect name="bodyId" label={m.body} options={list.bodies} />
        <FormSelect
          name="expert"
          label={m.expert}
          hint={m.expertHint}
          placeholder={m.noExpert}
          options={list.experts}
        />
        <FormText name="personName" label={m.personName} maxLength={120} optional />
        <FormText name="personFunction" label={m.personFunction} maxLength={120} required />
        <FormDate name="startsOn" label={m.startsOn} defaultValue={list.today} required />
        <FormDate name="endsOn" label={m.endsOn} optional />
      </ActionForm>
    </Sheet>
  </Section>
)

/** The voivodeship's team: which bodies, who represents them, since when. */
export default definePage({
  permission: 'wzk.list',
  render: async ({ search }) => {
    const list = await readPage((read) => read(listWzk, {}))
    return (
      <>
        <PageHead title={m.title} lead={m.lead} />
        <DoneNotice>{questionDone(search.zrobione)}</DoneNotice>
        <Members list={list} rows={list.now} />
        {list.mayKeep && <Add list={list} />}
        {list.former.length > 0 && (
          <Section id="dawniej" title={m.former}>
            <Members list={list} rows={list.former} />
          </Section>
        )}
      </>
    )
  },
})
