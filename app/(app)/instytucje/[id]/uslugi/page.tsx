import { addOffers } from '@/app/(app)/instytucje/[id]/uslugi/actions'
import { Offered } from '@/app/(app)/instytucje/[id]/uslugi/offered'
import { ActionForm } from '@/components/ui/action-form'
import { FormChoices, FormHidden } from '@/components/ui/form-fields'
import { Disclosure } from '@/components/ui/lists'
import { DoneNotice } from '@/components/ui/messages'
import { Crumbs, PageHead, Section } from '@/components/ui/page-head'
import { Sheet } from '@/components/ui/sheet'
import { type InstitutionView, offerTermDays, readInstitution } from '@/lib/institutions'
import { institutionMessages } from '@/lib/messages/pl/institutions'
import { offerMessages as m } from '@/lib/messages/pl/offers'
import { forbidden } from '@/lib/platform/errors'
import { definePage } from '@/lib/web/define-page'
import { paths } from '@/lib/web/paths'

export const metadata = { title: m.title }

const doneNotes: Readonly<Record<string, string>> = m.done

const More = ({ id, services }: { id: string; services: InstitutionView['couldOffer'] }) => {
  const usual = services.filter((s) => s.usual)
  const others = services.filter((s) => !s.usual)
  const options = (some: typeof services) => some.map((s) => ({ value: s.key, label: s.name }))
  return (
    <Section id="dodaj" title={m.add}>
      <ActionForm action={addOffers} label={m.add} submitLabel={m.submitAdd} submitVariant={2}>
        <FormHidden name="institutionId" value={id} />
        <Sheet pad className="stack-4">
          {usual.length > 0 && (
            <FormChoices name="added" legend={m.usual} multiple columns options={options(usual)} />
          )}
          {others.length > 0 && (
            <Disclosure summary={m.others}>
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
      </ActionForm>
    </Section>
  )
}

/** What the institution offers out of the catalogue: places, waiting time, conditions, when it was last confirmed. */
export default definePage({
  permission: 'institution.offer',
  render: async ({ actor, params, search }) => {
    const view = await readInstitution.execute(actor, { institutionId: params.id ?? '' })
    if (!view.may['institution.offer']) throw forbidden('forbidden')
    const done = doneNotes[search.zrobione ?? '']
    return (
      <div className="task">
        <Crumbs
          items={[
            { label: institutionMessages.title, href: paths.institutions() },
            { label: view.name, href: paths.institution(view.id) },
            { label: m.title },
          ]}
        />
        <PageHead title={m.title} lead={m.lead(offerTermDays)} />
        <DoneNotice>{done}</DoneNotice>
        <Section id="teraz" title={m.present}>
          <Offered id={view.id} offers={view.services} />
        </Section>
        <More id={view.id} services={view.couldOffer} />
      </div>
    )
  },
})
