/** Whose turn it is, by the permission of the step (domain 4.2, column "Who"). */
const names: Record<string, string> = {
  'case.screen': 'koordynator zespołu',
  'case.decide': 'lider gminny',
  'case.requestConsent': 'koordynator zespołu',
  'case.startDiagnosis': 'koordynator rodziny',
  'case.finishDiagnosis': 'koordynator rodziny',
  'case.submitPlan': 'koordynator rodziny',
  'case.putInForce': 'koordynator zespołu',
  'case.startEvaluation': 'koordynator rodziny',
  'case.resume': 'koordynator zespołu',
  'case.close': 'lider gminny',
}

export const grantedNames = (permission: string | null): string =>
  names[permission ?? ''] ?? 'koordynator zespołu'
