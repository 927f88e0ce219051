import { InstitutionName } from '@/components/institutions/institution-name'
import { ActionForm } from '@/components/ui/action-form'
import { FormCombobox } from '@/components/ui/combobox'
import type { ComboOption } from '@/components/ui/combobox-options'
import { FormCheckbox, FormChoices, FormHidden, FormText } from '@/components/ui/form-fields'
import { DefinitionList } from '@/components/ui/lists'
import type { FormAction } from '@/lib/format/form-state'
import { formatPhone } from '@/lib/format/phone'
import { type InstitutionView, registryKinds } from '@/lib/institutions'
import { institutionMessages } from '@/lib/messages/pl/institutions'
import { withParams } from '@/lib/web/params'

const m = institutionMessages.form

type FormProps = {
  action: FormAction
  /** the institution that is mended; none for a new one */
  view?: InstitutionView
  /** voivodeship or powiat within which the seat is looked for */
  within?: string
}

const seatOf = (view: InstitutionView | undefined): ComboOption | undefined =>
  view && { id: view.seatCode, label: view.seat, code: view.seatCode }

/** Roles hang on the kind, so the own institution only reads it: the region changes it. */
const Kind = ({ view }: Pick<FormProps, 'view'>) =>
  view && (view.kindReserved || !view.may['institution.reclassify']) ? (
    <div>
      <DefinitionList items={[{ term: m.kind, value: view.kindName }]} />
      <p className="hint">{m.kindKept}</p>
    </div>
  ) : (
    <>
      <FormCombobox
        name="kindKey"
        label={m.kind}
        options={registryKinds().map(({ key, namePl }) => ({ id: key, label: namePl }))}
        defaultValue={view?.kindKey}
        required
      />
      <FormCheckbox name="replacesOps" label={m.replacesOps} defaultChecked={view?.replacesOps} />
    </>
  )

const areaNames = ({ areas }: InstitutionView): string[] =>
  areas.map(({ name, wholePowiat }) => (wholePowiat ? institutionMessages.view.whole(name) : name))

/** Where it sits and whom it serves: what is served now can be unticked, more is added by search. */
const Places = ({ view, within }: Omit<FormProps, 'action'>) => {
  const src = (poziom?: string, w?: string) => withParams('/api/terytorium', { poziom, w })
  return (
    <>
      <FormCombobox
        name="seatCode"
        label={m.seat}
        hint={m.seatHint}
        src={src('gmina', within)}
        defaultValue={seatOf(view)}
        required
      />
      {view?.areasKept && (
        <div>
          <DefinitionList items={[{ term: m.areas, value: areaNames(view).join(', ') }]} />
          <p className="hint">{m.areasKept}</p>
        </div>
      )}
      {view && !view.areasKept && view.areas.length > 0 && (
        <FormChoices
          name="areaCodes"
          legend={m.areas}
          hint={m.areasHint}
          multiple
          columns
          options={view.areas.map(({ code }, i) => ({ value: code, label: areaNames(view)[i] ?? code }))}
          defaultValue={view.areas.map(({ code }) => code)}
        />
      )}
      {!view?.areasKept && (
        <div className="cols-2">
          <FormCombobox name="more.0" label={m.addArea} hint={m.addAreaHint} src={src()} />
          <FormCombobox name="more.1" label={m.addArea} src={src()} />
        </div>
      )}
    </>
  )
}

const Numbers = ({ view }: { view: InstitutionView | undefined }) => (
  <fieldset className="stack-4">
    <legend className="legend">{m.numbers}</legend>
    <p className="hint">{m.numbersHint}</p>
    <div className="cols-2">
      <FormText name="regon" label="REGON" defaultValue={view?.regon ?? ''} numeric />
      <FormText name="nip" label="NIP" defaultValue={view?.nip ?? ''} numeric />
      <FormText name="krs" label="KRS" defaultValue={view?.krs ?? ''} numeric />
      <FormText name="rspo" label={m.rspo} defaultValue={view?.rspo ?? ''} numeric />
      <FormText name="rpwdl" label={m.rpwdl} defaultValue={view?.rpwdl ?? ''} numeric />
      <FormText name="edoreczenia" label={m.edoreczenia} defaultValue={view?.edoreczenia ?? ''} />
    </div>
  </fieldset>
)

const Contact = ({ view }: { view: InstitutionView | undefined }) => (
  <fieldset className="stack-4">
    <legend className="legend">{m.contact}</legend>
    <FormText name="street" label={m.street} defaultValue={view?.street ?? ''} maxLength={120} />
    <div className="cols-2">
      <FormText name="postcode" label={m.postcode} defaultValue={view?.postcode ?? ''} width="short" />
      <FormText name="city" label={m.city} defaultValue={view?.city ?? ''} maxLength={80} />
      <FormText
        name="phone"
        type="tel"
        label={m.phone}
        defaultValue={view?.phone ? formatPhone(view.phone) : ''}
      />
      <FormText name="email" type="email" label={m.email} defaultValue={view?.email ?? ''} />
    </div>
    <FormText name="website" type="url" label={m.website} defaultValue={view?.website ?? ''} />
  </fieldset>
)

/** The registry's data of an institution, new or mended. */
export const InstitutionForm = ({ action, view, within }: FormProps) => (
  <ActionForm
    action={action}
    label={view ? m.titleMend : m.titleNew}
    submitLabel={view ? m.submitMend : m.submitNew}
  >
    {view && <FormHidden name="institutionId" value={view.id} />}
    {view && <FormHidden name="version" value={view.version} />}
    <InstitutionName name="name" confirmName="confirmed" label={m.name} defaultValue={view?.name} required />
    <Kind view={view} />
    <Places view={view} within={within} />
    <Numbers view={view} />
    <Contact view={view} />
  </ActionForm>
)
