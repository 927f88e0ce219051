import { FormChoices } from '@/components/ui/form-fields'
import { variantMessages } from '@/lib/messages/pl/variant-pages'
import { documentName, variantParts } from '@/lib/messages/pl/variants'
import { askable, documentStepKeys, documentSteps, type VariantBody } from '@/lib/variants'

const m = variantMessages.draft

const always = (names: readonly string[]): string =>
  names.length > 0 ? m.always(names.map(documentName).join(', ')) : m.nothingAlways

/** Which more documents a step asks for; an unticked step is sent as an empty answer. */
export const DocumentFields = ({ body }: { body: VariantBody }) =>
  documentStepKeys
    .filter((step) => askable(step).length > 0)
    .map((step) => (
      <div key={step}>
        <input type="hidden" name={`documents.${step}`} value="" />
        <FormChoices
          name={`documents.${step}`}
          legend={variantParts.steps[step]}
          hint={always(documentSteps[step].always)}
          multiple
          defaultValue={body.documents[step] ?? []}
          options={askable(step).map((document) => ({ value: document, label: documentName(document) }))}
        />
      </div>
    ))
