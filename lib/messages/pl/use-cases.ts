import { actionNames } from '@/lib/messages/pl/action-names'

/** The thing alone, for an action that has no words of its own yet. */
const things: Record<string, string> = {
  case: 'sprawa',
  task: 'zadanie',
  meeting: 'spotkanie zespołu',
  caseMeeting: 'spotkanie w sprawie',
  feed: 'kalendarz spotkań',
  caseTask: 'zadanie w sprawie',
  referral: 'zgłoszenie',
  participant: 'zespół rodziny',
  family: 'rodzina',
  identity: 'dane osobowe',
  consent: 'zgoda',
  basis: 'podstawa prawna',
  clause: 'klauzula informacyjna',
  consultation: 'konsultacja eksperta',
  diagnosis: 'diagnoza',
  need: 'potrzeby',
  strength: 'mocne strony',
  goal: 'cele',
  plan: 'plan',
  line: 'usługa w koszyku',
  delivery: 'realizacja usługi',
  monitoring: 'monitoring',
  evaluation: 'ewaluacja',
  team: 'zespół',
  institution: 'instytucja',
  people: 'osoby i role',
  account: 'własne konto',
  audit: 'rejestr dostępu',
  session: 'logowanie',
  search: 'wyszukiwanie',
  figures: 'sprawozdanie',
  board: 'tablica zespołu',
  notification: 'powiadomienia',
  invitation: 'zaproszenie',
}

/** What a use case is called in the access log. */
export const actionName = (action: string): string =>
  actionNames[action] ?? things[action.split('.')[0] ?? ''] ?? action
