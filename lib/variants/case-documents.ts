import type { CaseDocumentStep, documentSteps } from '@/lib/variants/steps'

/** A document that a region may ask for before a step of a case; the keys of domain 2.2. */
export type CaseDocument = (typeof documentSteps)[CaseDocumentStep]['more'][number]

export const caseDocuments: readonly CaseDocument[] = ['protokol', 'karta_monitoringu']

export const isCaseDocument = (key: string): key is CaseDocument =>
  (caseDocuments as readonly string[]).includes(key)
