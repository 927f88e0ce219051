import { type PluralForms, plural } from '@/lib/format/plural'

const fresh: PluralForms = {
  one: 'nowe powiadomienie',
  few: 'nowe powiadomienia',
  many: 'nowych powiadomień',
}
const all: PluralForms = { one: 'powiadomienie', few: 'powiadomienia', many: 'powiadomień' }

/** What is told, by the kind that the commands write. No name of a family and no service stands here. */
const kinds: Record<string, string> = {
  'line.asked': 'Pytanie o usługę czeka na odpowiedź',
  'line.ended': 'Usługa skończyła się razem ze współpracą z rodziną',
  'line.answered': 'Instytucja odpowiedziała na pytanie o usługę',
  'case.referred': 'Nowe zgłoszenie czeka na kwalifikację',
  'case.proposed': 'Propozycja koordynatora czeka na decyzję',
  'case.decided': 'Lider zgodził się z propozycją',
  'case.sentBack': 'Lider odesłał propozycję do poprawy',
  'case.assigned': 'Wskazano Panią/Pana do pracy z rodziną',
  'referral.decided': 'Zespół podjął decyzję w sprawie zgłoszenia',
  'participant.invited': 'Zespół zaprasza tę instytucję do pracy z rodziną',
  'participant.accepted': 'Instytucja przyjęła zaproszenie do pracy z rodziną',
  'participant.declined': 'Instytucja nie przyjęła zaproszenia do pracy z rodziną',
  'consent.withdrawn': 'Wycofano zgodę: trzeba zdecydować o usługach',
  'consent.closed': 'Część danych przestała być dostępna: koordynator zadzwoni',
  'consent.expiring': 'Zgoda opiekuna kończy się: dziecko kończy 18 lat',
  'consultation.opened': 'Koordynator pyta o opinię w sprawie rodziny',
  'consultation.answered': 'Ekspert odpowiedział na pytanie',
  'plan.unsigned': 'Zmieniły się warunki usługi: rodzina podpisuje plan jeszcze raz',
  'team.agreementSent': 'Porozumienie zespołu czeka na podpis',
  'team.takenBack': 'Porozumienie zespołu wróciło do poprawek; podpisy zbieramy od nowa',
  'team.activated': 'Zespół rozpoczął pracę',
  'team.givenUp': 'Zrezygnowano z tworzenia zespołu',
  'team.suspended': 'Zespół został zawieszony',
  'team.resumed': 'Zespół wznowił pracę',
  'authorisation.ending': 'Pani/Pana upoważnienie wkrótce się kończy',
  'authorisation.endingOther': 'Komuś w instytucji wkrótce kończy się upoważnienie',
  'authorisation.renewed': 'Jest nowe upoważnienie do potwierdzenia',
  'team.dissolved': 'Zespół został rozwiązany',
  'team.animator': 'Jest Pani/Pan animatorem zespołu',
  'team.seat': 'Jest Pani/Pan przedstawicielem albo zastępcą instytucji w zespole',
  'team.joined': 'Pani/Pana instytucja jest stroną porozumienia zespołu',
  'team.partyJoined': 'Do zespołu przystąpiła instytucja',
  'team.partyLeft': 'Z zespołu odeszła instytucja',
  'team.partyLeftCase': 'Instytucja odeszła z zespołu i nie pracuje już z tą rodziną',
  'team.agreementExtended': 'Porozumienie zespołu zostało przedłużone',
}

export const notificationMessages = {
  title: 'Powiadomienia',
  lead: (unread: number) => (unread === 0 ? 'Wszystko przeczytane.' : `${plural(unread, fresh)}.`),
  kind: (kind: string): string => kinds[kind] ?? 'Coś się zmieniło',
  fresh: 'nowe',
  onlyUnread: 'Tylko nowe',
  everything: 'Wszystkie',
  filter: 'Które powiadomienia',
  read: 'Oznacz wszystkie jako przeczytane',
  readDone: 'Oznaczono jako przeczytane.',
  shown: (n: number) => plural(n, all),
  empty: 'Nie ma tu żadnych powiadomień',
  emptyText: 'Pojawią się, gdy ktoś zapyta o usługę, odpowie, zgłosi rodzinę albo zmieni etap zespołu.',
} as const
