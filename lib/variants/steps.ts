/**
 * Documents of domain 2.2 that a step of team or case needs. `always`: the state machine asks for it whatever a region
 * says (4.1, 4.2). `more`: a region may ask for it too; the product sees by itself whether it is there: a scan on the
 * team's documents, approved minutes of a meeting held since the stage began, a monitoring card of the case.
 */
export const documentSteps = {
  'team.sendAgreement': { of: 'team', always: ['porozumienie'], more: [] },
  'team.activate': {
    of: 'team',
    always: ['porozumienie', 'regulamin'],
    more: ['zarzadzenie', 'plan_zespolu'],
  },
  'team.dissolve': { of: 'team', always: [], more: ['sprawozdanie'] },
  'case.startDiagnosis': { of: 'case', always: ['klauzula_info', 'zgoda'], more: [] },
  'case.finishDiagnosis': { of: 'case', always: ['karta_diagnozy'], more: ['protokol'] },
  'case.submitPlan': { of: 'case', always: ['koszyk'], more: ['protokol'] },
  'case.putInForce': { of: 'case', always: ['plan_wspolpracy'], more: [] },
  'case.startEvaluation': { of: 'case', always: [], more: ['karta_monitoringu', 'protokol'] },
  'case.close': { of: 'case', always: ['ewaluacja'], more: ['protokol'] },
} as const satisfies Record<
  string,
  { of: 'team' | 'case'; always: readonly string[]; more: readonly string[] }
>

export type DocumentStep = keyof typeof documentSteps
export type TeamDocumentStep = Extract<DocumentStep, `team.${string}`>
export type CaseDocumentStep = Extract<DocumentStep, `case.${string}`>
/** A document that a region may ask for beyond what every step needs. */
export type AskedDocument = (typeof documentSteps)[DocumentStep]['more'][number]

export const documentStepKeys = Object.keys(documentSteps) as [DocumentStep, ...DocumentStep[]]

/** What a region may ask for at this step. */
export const askable = (step: DocumentStep): readonly AskedDocument[] => documentSteps[step].more
