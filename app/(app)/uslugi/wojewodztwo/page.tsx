import { addService } from '@/app/(app)/uslugi/wojewodztwo/actions'
import { DescriptionField, NameField, SinceAndWhy } from '@/app/(app)/uslugi/wojewodztwo/fields'
import { ActionForm } from '@/components/ui/action-form'
import { AppLink } from '@/components/ui/app-link'
import { LinkButton } from '@/components/ui/button'
import { FormCombobox } from '@/components/ui/combobox'
import { DataTable } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/messages'
import { Crumbs, PageHead, Section } from '@/components/ui/page-head'
import { Sheet } from '@/components/ui/sheet'
import { listOverlay, type OverlayEntry, type OverlayList } from '@/lib/catalogue'
import { formatDate } from '@/lib/format/dates'
import { catalogueMessages } from '@/lib/messages/pl/catalogue'
import { overlayMessages as m } from '@/lib/messages/pl/overlay'
import { variantMessages } from '@/lib/messages/pl/variant-pages'
import { definePage } from '@/lib/web/define-page'
import { paths } from '@/lib/web/paths'

export const metadata = { title: m.title }

const when = ({ startsOn, endedOn }: OverlayEntry): string =>
  endedOn ? m.period(formatDate(startsOn), formatDate(endedOn)) : m.from(formatDate(startsOn))

const Entries = ({ caption, rows }: { caption: string; rows: readonly OverlayEntry[] }) => (
  <DataTable
    caption={caption}
    captionHidden
    rows={rows}
    rowId={({ id }) => id}
    columns={[
      {
        key: 'what',
        label: m.columns.what,
        cell: (e) => (
          <>
            <AppLink href={paths.overlayEntry(e.id)}>{e.name ?? e.national}</AppLink>
            {e.name && (
              <span className="block font-normal muted">{catalogueMessages.national(e.national)}</span>
            )}
          </>
        ),
      },
      { key: 'change', label: m.columns.change, cell: (e) => m.kind[e.kind] },
      { key: 'when', label: m.columns.when, cell: when },
    ]}
  />
)

const Add = ({ list }: { list: OverlayList }) => (
  <Section id="dodaj" title={m.add.title} lead={m.add.lead}>
    <Sheet pad>
      <ActionForm action={addService} submitLabel={m.add.submit} label={m.add.title}>
        <NameField />
        <FormCombobox
          name="nationalKey"
          label={m.add.national}
          hint={m.add.nationalHint}
          options={list.services}
          required
        />
        <DescriptionField />
        <SinceAndWhy startsOn={list.today} />
      </ActionForm>
    </Sheet>
  </Section>
)

/** What the voivodeship made of the national catalogue; its ROPS adds a service here. */
export default definePage({
  permission: 'catalogue.overlay',
  render: async ({ actor }) => {
    const list = await listOverlay.execute(actor, {})
    return (
      <>
        <Crumbs items={[{ label: catalogueMessages.title, href: paths.catalogue() }, { label: m.title }]} />
        <PageHead
          title={m.title}
          lead={m.lead}
          actions={
            <LinkButton href={paths.models()} variant={3}>
              {variantMessages.link}
            </LinkButton>
          }
        />
        <Section id="teraz" title={m.now}>
          {list.now.length === 0 ? (
            <EmptyState title={m.nowNone}>{m.nowNoneText}</EmptyState>
          ) : (
            <Entries caption={m.now} rows={list.now} />
          )}
        </Section>
        {list.mayAdd && <Add list={list} />}
        {list.ended.length > 0 && (
          <Section id="zakonczone" title={m.ended}>
            <Entries caption={m.ended} rows={list.ended} />
          </Section>
        )}
      </>
    )
  },
})
