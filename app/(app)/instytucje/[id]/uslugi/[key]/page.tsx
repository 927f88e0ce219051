import { endOffer, mendOffer } from '@/app/(app)/instytucje/[id]/uslugi/actions'
import { Confirmed } from '@/app/(app)/instytucje/[id]/uslugi/offered'
import { ActionForm } from '@/components/ui/action-form'
import { FormHidden, FormText } from '@/components/ui/form-fields'
import { Disclosure } from '@/components/ui/lists'
import { Crumbs, PageHead } from '@/components/ui/page-head'
import { Sheet } from '@/components/ui/sheet'
import { type OfferedService, readInstitution } from '@/lib/institutions'
import { institutionMessages } from '@/lib/messages/pl/institutions'
import { offerMessages } from '@/lib/messages/pl/offers'
import { forbidden, notFound } from '@/lib/platform/errors'
import { definePage } from '@/lib/web/define-page'
import { paths } from '@/lib/web/paths'

const m = offerMessages.one
export const metadata = { title: offerMessages.title }

const figure = (n: number | null): string => (n === null ? '' : String(n))

const Which = ({ id, offer }: { id: string; offer: OfferedService }) => (
  <>
    <FormHidden name="institutionId" value={id} />
    <FormHidden name="serviceKey" value={offer.serviceKey} />
    <FormHidden name="version" value={offer.version} />
  </>
)

const Mend = ({ id, offer }: { id: string; offer: OfferedService }) => (
  <ActionForm action={mendOffer} label={offer.name} submitLabel={m.submit}>
    <Which id={id} offer={offer} />
    <Sheet pad className="stack-4">
      <Confirmed offer={offer} />
      <div className="cols-2">
        <FormText
          name="freePlaces"
          label={m.freePlaces}
          defaultValue={figure(offer.freePlaces)}
          inputMode="numeric"
          optional
        />
        <FormText
          name="places"
          label={m.places}
          defaultValue={figure(offer.places)}
          inputMode="numeric"
          optional
        />
      </div>
      <FormText
        name="waitingDays"
        label={m.waitingDays}
        hint={m.waitingHint}
        defaultValue={figure(offer.waitingDays)}
        inputMode="numeric"
        optional
      />
      <FormText
        name="conditions"
        label={m.conditions}
        hint={m.conditionsHint}
        defaultValue={offer.conditions ?? ''}
        maxLength={500}
        optional
      />
    </Sheet>
  </ActionForm>
)

/** One service of the institution: how many places, how long a queue, under which conditions, as of today. */
export default definePage({
  permission: 'institution.mendOffer',
  render: async ({ actor, params }) => {
    const view = await readInstitution.execute(actor, { institutionId: params.id ?? '' })
    if (!view.may['institution.mendOffer']) throw forbidden('forbidden')
    const offer = view.services.find((one) => one.serviceKey === params.key)
    if (!offer) throw notFound()
    return (
      <div className="task">
        <Crumbs
          items={[
            { label: institutionMessages.title, href: paths.institutions() },
            { label: view.name, href: paths.institution(view.id) },
            { label: offerMessages.title, href: paths.institutionServices(view.id) },
            { label: offer.name },
          ]}
        />
        <PageHead title={offer.name} lead={m.lead} />
        <Mend id={view.id} offer={offer} />
        <div className="sec">
          <Disclosure summary={m.end}>
            <p className="soft">{m.endText}</p>
            <ActionForm action={endOffer} label={m.end} submitLabel={m.endSubmit} submitVariant={2}>
              <Which id={view.id} offer={offer} />
            </ActionForm>
          </Disclosure>
        </div>
      </div>
    )
  },
})
