export { nationalBody, safetyArea, type VariantBody } from '@/lib/variants/body'
export { type CaseDocument, caseDocuments, isCaseDocument } from '@/lib/variants/case-documents'
export { type Change, variantChanges } from '@/lib/variants/changes'
export {
  nationalVersion,
  type VersionMove,
  type VersionView,
  versionChoice,
  versionsFor,
} from '@/lib/variants/choices'
export { beginDraft, dropDraft, publishDraft } from '@/lib/variants/draft'
export { modelOf, newestModel, type Pinned, type VariantModel } from '@/lib/variants/model'
export { namedRoles, saveDraft } from '@/lib/variants/save'
export {
  type AskedDocument,
  askable,
  type CaseDocumentStep,
  type DocumentStep,
  documentStepKeys,
  documentSteps,
  type TeamDocumentStep,
} from '@/lib/variants/steps'
export { type TermHolder, termFor, termUnit } from '@/lib/variants/term-for'
export {
  type ChosenTerm,
  fitsUnit,
  longestTerm,
  type TermKey,
  termKeys,
  termUnits,
} from '@/lib/variants/terms'
export { listVariants, readVariant, type VariantPage, type VariantRow } from '@/lib/variants/versions'
export type { VariantWords } from '@/lib/variants/words'
