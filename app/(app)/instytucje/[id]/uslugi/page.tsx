import { offer } from '@/app/(app)/instytucje/[id]/uslugi/actions'
import { ActionForm } from '@/components/ui/action-form'
import { FormCheckbox, FormChoices, FormHidden, FormText } from '@/components/ui/form-fields'
import { Disclosure } from '@/components/ui/lists'
import { Crumbs, PageHead, Section } from '@/components/ui/page-head'
import { Sheet } from '@/components/ui/sheet'
import { formatDate } from '@/lib/format/dates'
import { type InstitutionView, readInstitution } from '@/lib/institutions'
import { catalogueMessages } from '@/lib/messages/pl/catalogue'
import { institutionMessages } from '@/lib/messages/pl/institutions'
import { forbidden } from '@/lib/platform/errors'
import { definePage } from '@/lib/web/define-page'
import { paths } from '@/lib/web/paths'

const m = institutionMessages.offer
export const metadata = { title: m.title }

type Offered = InstitutionView['services'][number]
const figure = (n: number | null): string => (n === null ? '' : String(n))

const summaryOf = ({ places, waitingDays, confirmedOn, retired }: Offered): string =>
  [
    places !== null && institutionMessages.view.places(places),
    waitingDays !== null && institutionMessages.view.waiting(waitingDays),
    confirmedOn && m.confirmedOn(formatDate(confirmedOn)),
    retired && catalogueMessages.retired,
  ]
    .filter(Boolean)
    .join(', ')

const OfferRow = ({ service, index }: { service: Offered; index: number }) => {
  const field = (name: string) => `rows.${index}.${name}`
  return (
    <div className="pad">
      <FormHidden name={field('serviceKey')} value={service.serviceKey} />
      <Disclosure
        summary={
          <>
            {service.name} <span className="block muted">{summaryOf(service)}</span>
          </>
        }
      >
        <div className="stack-4">
          <div className="cols-2">
            <FormText
              name={field('places')}
              label={m.places}
              defaultValue={figure(service.places)}
              inputMode="numeric"
            />
            <FormText
              name={field('waitingDays')}
              label={m.waitingDays}
              defaultValue={figure(service.waitingDays)}
              inputMode="numeric"
            />
          </div>
          <FormText
            name={field('conditions')}
            label={m.conditions}
            defaultValue={service.conditions ?? ''}
            maxLength={500}
          />
          <div className="cols-2">
            <FormCheckbox name={field('confirm')} label={m.confirm} />
            <FormCheckbox name={field('end')} label={m.end} />
          </div>
        </div>
      </Disclosure>
    </div>
  )
}

const More = ({ services }: { services: InstitutionView['couldOffer'] }) => {
  const usual = services.filter((s) => s.usual)
  const others = services.filter((s) => !s.usual)
  const options = (some: typeof services) => some.map((s) => ({ value: s.key, label: s.name }))
  return (
    <Section id="dodaj" title={m.add}>
      <Sheet pad className="stack-4">
        {usual.length > 0 && (
          <FormChoices name="added" legend={m.usual} multiple columns options={options(usual)} />
        )}
        {others.length > 0 && (
          <Disclosure summary={m.others} open={usual.length === 0}>
            <FormChoices
              name="added"
              id="added-others"
              legend={m.others}
              legendHidden
              multiple
              columns
              options={options(others)}
            />
          </Disclosure>
        )}
      </Sheet>
    </Section>
  )
}

/** What the institution offers out of the catalogue: places, waiting time, conditions, when it was last confirmed. */
export default definePage({
  permission: 'institution.offer',
  render: async ({ actor, params }) => {
    const view = await readInstitution.execute(actor, { institutionId: params.id ?? '' })
    if (!view.may['institution.offer']) throw forbidden('forbidden')
    return (
      <div className="task">
        <Crumbs
          items={[
            { label: institutionMessages.title, href: paths.institutions() },
            { label: view.name, href: paths.institution(view.id) },
            { label: m.title },
          ]}
        />
        <PageHead title={m.title} lead={m.lead} />
        <ActionForm action={offer} label={m.title} submitLabel={m.submit}>
          <FormHidden name="institutionId" value={view.id} />
          <Section id="teraz" title={m.present}>
            {view.services.length === 0 ? (
              <p className="soft">{m.presentNone}</p>
            ) : (
              <div className="stack-4">
                <FormCheckbox name="confirmAll" label={m.confirmAll} />
                <Sheet className="ruled">
                  {view.services.map((service, index) => (
                    <OfferRow key={service.serviceKey} service={service} index={index} />
                  ))}
                </Sheet>
              </div>
            )}
          </Section>
          <More services={view.couldOffer} />
        </ActionForm>
      </div>
    )
  },
})
