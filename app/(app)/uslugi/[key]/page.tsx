import { InTheRegion } from '@/app/(app)/uslugi/[key]/region'
import { AppLink } from '@/components/ui/app-link'
import { DataTable } from '@/components/ui/data-table'
import { DefinitionList } from '@/components/ui/lists'
import { Crumbs, PageHead, Section } from '@/components/ui/page-head'
import { Sheet } from '@/components/ui/sheet'
import { readService } from '@/lib/catalogue'
import { formatDate } from '@/lib/format/dates'
import { catalogueMessages as m } from '@/lib/messages/pl/catalogue'
import { offerMessages } from '@/lib/messages/pl/offers'
import { overlayMessages } from '@/lib/messages/pl/overlay'
import { definePage } from '@/lib/web/define-page'
import { paths } from '@/lib/web/paths'

export const metadata = { title: m.title }

export default definePage({
  permission: 'catalogue.read',
  render: async ({ actor, params }) => {
    const service = await readService.execute(actor, { key: params.key ?? '' })
    return (
      <>
        <Crumbs items={[{ label: m.title, href: paths.catalogue() }, { label: service.name }]} />
        <PageHead
          title={service.name}
          lead={service.needsDecision ? `${service.category}, ${m.decision}` : service.category}
        />
        <Sheet pad>
          <DefinitionList
            items={[
              {
                term: overlayMessages.national,
                value: service.regional ? (
                  <AppLink href={paths.service(service.nationalKey)}>{service.national}</AppLink>
                ) : (
                  service.national
                ),
              },
              {
                term: overlayMessages.description,
                value: service.regional && service.overlay[0]?.description,
              },
              { term: m.view.basis, value: service.fullBasis },
              { term: m.view.status, value: m.view.toVerify },

              { term: m.view.area, value: service.statutoryArea },
              { term: m.view.data, value: service.dataCategory },
              { term: m.view.unit, value: service.unit },
              { term: m.view.providers, value: service.providers.join(', ') },
              { term: m.view.needs, value: service.needs.join(', ') },
            ]}
          />
        </Sheet>
        <InTheRegion service={service} />
        <Section id="kto" title={m.view.offered}>
          <DataTable
            caption={m.view.offered}
            captionHidden
            rows={service.institutions}
            rowId={({ id }) => id}
            empty={<p className="soft">{m.view.none}</p>}
            columns={[
              {
                key: 'name',
                label: m.view.institution,
                cell: (i) => <AppLink href={paths.institution(i.id)}>{i.name}</AppLink>,
              },
              {
                key: 'places',
                label: m.view.places,
                numeric: true,
                cell: (i) => offerMessages.places(i.freePlaces, i.places) ?? '–',
              },
              {
                key: 'waiting',
                label: m.view.waiting,
                cell: (i) => (i.waitingDays === null ? '–' : m.view.days(i.waitingDays)),
              },
              { key: 'conditions', label: m.view.conditions, cell: (i) => i.conditions ?? '–' },
              {
                key: 'confirmed',
                label: m.view.confirmed,
                cell: (i) => (i.confirmedOn ? formatDate(i.confirmedOn) : '–'),
              },
            ]}
          />
        </Section>
      </>
    )
  },
})
