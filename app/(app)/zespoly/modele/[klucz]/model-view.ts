import { documentStepKeys, documentSteps, termKeys, type VariantPage } from '@/lib/variants'

/** A version of a variant with names in place of keys, as the page shows it. */
export const modelView = ({ shown: { body }, offered }: VariantPage) => {
  const kindNames = (keys: readonly string[]) =>
    keys.map((wanted) => offered.kinds.find(({ key }) => key === wanted)?.name ?? wanted)
  return {
    labels: body.labels,
    roles: body.roles,
    twoLevels: body.twoLevels,
    terms: termKeys.map((key) => ({ key, ...body.terms[key] })),
    required: kindNames(body.requiredKinds),
    recommended: kindNames(body.recommendedKinds),
    documents: documentStepKeys.map((step) => ({
      step,
      always: documentSteps[step].always,
      more: body.documents[step] ?? [],
    })),
    areas: body.areas,
  }
}
