import { formatDate, type IsoDate } from '@/lib/format/dates'
import { type PluralForms, plural } from '@/lib/format/plural'

const remarks: PluralForms = { one: 'uwaga', few: 'uwagi', many: 'uwag' }

/** Consultations of the model, which a ROPS opens on a text. Not the consultation of a case with an expert. */
export const modelMessages = {
  title: 'Konsultacje modelu',
  lead: 'ROPS pyta o zdanie w sprawie tekstu albo pytania o Modelu Kooperacji. Na końcu widać, co przyjęto, a czego nie i dlaczego.',
  open: 'Otwórz konsultacje',
  none: 'Nie ma konsultacji',
  noneText: 'Gdy ROPS zaprosi Panią/Pana do konsultacji, pojawią się tutaj.',
  caption: 'Konsultacje modelu',
  columns: {
    what: 'Konsultacje',
    until: 'Do kiedy',
    state: 'Stan',
    mine: 'Pani/Pana uwagi',
    all: 'Wszystkie uwagi',
  },
  state: { open: 'zbieramy uwagi', ended: 'czekają na podsumowanie', closed: 'zamknięte' },
  unanswered: (n: number) => `bez odpowiedzi: ${n}`,
  count: (n: number) => plural(n, remarks),
  verdict: { taken: 'przyjęta', partly: 'przyjęta w części', notTaken: 'nieprzyjęta' },
  form: {
    newTitle: 'Otwórz konsultacje modelu',
    newLead:
      'Wybrane osoby dostaną powiadomienie. Osoby spoza systemu zaprosi Pani/Pan potem adresem e-mail.',
    editTitle: 'Popraw konsultacje',
    editLead: 'Treści nie da się zmienić, gdy są już do niej uwagi.',
    name: 'Czego dotyczą',
    body: 'Tekst albo pytanie',
    endsOn: 'Ostatni dzień na uwagi',
    roles: 'Kogo pytamy',
    teams: 'W których zespołach',
    teamsHint: 'Bez zaznaczenia: we wszystkich zespołach i instytucjach województwa.',
    shows: 'Po zamknięciu zaproszone osoby zobaczą wszystkie uwagi, z nazwiskiem i instytucją autora',
    submitNew: 'Otwórz konsultacje',
    submitEdit: 'Zapisz zmiany',
  },
  page: {
    until: (day: string) => `Uwagi do ${day}`,
    by: 'Kto pyta',
    text: 'Tekst do konsultacji',
    edit: 'Popraw',
    own: 'Moje uwagi',
    ownNone: 'Nie ma jeszcze Pani/Pana uwag.',
    add: 'Dodaj uwagę',
    addHint: 'Jedna uwaga na jeden temat: łatwiej na nią odpowiedzieć. Bez danych rodzin i osób.',
    willShow: 'Po zamknięciu uwagi zobaczą zaproszone osoby, z nazwiskiem i instytucją autora.',
    willNotShow: 'Uwagi czyta tylko ROPS.',
    theme: 'Temat',
    body: 'Uwaga',
    addSubmit: 'Wyślij uwagę',
    correct: 'Popraw uwagę',
    correctSubmit: 'Zapisz uwagę',
    all: 'Wszystkie uwagi',
    allNone: 'Nikt jeszcze nie przysłał uwag.',
    who: (name: string, job: string) => `${name}, ${job}`,
    outside: 'spoza systemu',
    answer: 'Co z tą uwagą',
    verdict: 'Decyzja',
    reason: 'Uzasadnienie',
    answerSubmit: 'Zapisz decyzję',
    answerChange: 'Zmień decyzję',
    noVerdict: 'bez odpowiedzi',
    verdictText: (verdict: string, reason: string) => `${verdict}: ${reason}`,
    invite: 'Zaproś osoby spoza systemu',
    inviteLead: 'Każda dostanie list z własnym odnośnikiem, który działa do ostatniego dnia konsultacji.',
    emails: 'Adresy e-mail',
    emailsHint:
      'Najwyżej 50 naraz, po przecinku albo w osobnych wierszach. Drugi list na ten sam adres unieważnia pierwszy odnośnik.',
    inviteSubmit: 'Wyślij zaproszenia',
    invited: 'Zaproszone adresy',
    opened: 'otwarto odnośnik',
    notOpened: 'nie otwarto',
    ended: 'odnośnik cofnięty',
    takeBack: 'Cofnij odnośnik',
    close: 'Zamknij konsultacje',
    closeEarly: 'Zamknąć można od ostatniego dnia na uwagi.',
    closeUnanswered: (n: number) => `Przed zamknięciem każda uwaga musi mieć decyzję. Zostało: ${n}.`,
    summary: 'Podsumowanie',
    summaryHint:
      'Co zmienimy w modelu po konsultacjach, temat po temacie. Decyzje o uwagach dołączą się same.',
    closeSubmit: 'Zamknij i ogłoś podsumowanie',
    closedOn: (day: string) => `Zamknięte ${day}`,
    file: 'Pobierz DOCX',
  },
  outside: {
    title: 'Opinia o Modelu Kooperacji',
    asks: (issuer: string, day: string) => `${issuer} prosi o uwagi do ${day}.`,
    gone: 'Ten odnośnik nie działa',
    goneText:
      'Konsultacje mogły się już skończyć albo odnośnik został cofnięty. Proszę zapytać osobę, która go przysłała.',
    shown:
      'Uwagę przeczyta ROPS, a po zamknięciu konsultacji także zaproszone osoby, z imieniem, nazwiskiem i instytucją autora. Bez danych rodzin i innych osób.',
    notShown:
      'Uwagę z imieniem, nazwiskiem i instytucją autora przeczyta tylko ROPS. Bez danych rodzin i innych osób.',
    sent: 'Uwaga jest zapisana. Można dodać następną.',
    yours: 'Wysłane uwagi',
    name: 'Imię i nazwisko',
    function: 'Funkcja i instytucja',
    submit: 'Wyślij uwagę',
  },
  paper: {
    title: (title: string) => `Konsultacje: ${title}`,
    issued: (issuer: string, day: string) => `${issuer}. Uwagi zbierano do ${day}.`,
    closed: (day: string) => `Zamknięto ${day}.`,
    summary: 'Podsumowanie',
    noSummary: 'Konsultacje jeszcze trwają.',
    remarks: 'Uwagi i decyzje',
    noRemarks: 'Bez uwag.',
    text: 'Tekst, o który pytano',
    remark: 'Uwaga',
    who: 'Kto zgłosił',
    verdict: 'Decyzja',
    reason: 'Uzasadnienie',
    open: 'bez decyzji',
  },
} as const

const done: Readonly<Record<string, string>> = {
  otwarto: 'Konsultacje są otwarte. Wybrane osoby dostały powiadomienie.',
  poprawiono: 'Zmiany zostały zapisane.',
  zaproszono: 'Zaproszenia są wysłane.',
  cofnieto: 'Odnośnik już nie działa.',
  uwaga: 'Uwaga jest zapisana.',
  decyzja: 'Decyzja jest zapisana.',
  zamknieto: 'Konsultacje są zamknięte. Zaproszone osoby dostały powiadomienie.',
}

/** What was just done, by the code in the address. */
export const modelDone = (code = ''): string | undefined =>
  Object.hasOwn(done, code) ? done[code] : undefined

/** To somebody outside who is asked for an opinion. Holds no person and nothing of the text. */
export const modelInvitationLetter = (link: string, endsOn: IsoDate) => ({
  subject: 'Kooperacja: prośba o opinię',
  body: [
    'Dzień dobry,',
    '',
    'prosimy o opinię w konsultacjach Modelu Kooperacji. Pod tym adresem jest tekst i miejsce na uwagi:',
    '',
    link,
    '',
    `Odnośnik jest tylko dla Pani/Pana i działa do ${formatDate(endsOn)}. Jeśli to pomyłka, proszę nic nie robić.`,
  ].join('\n'),
})

export const modelActionNames = {
  'model.list': 'lista konsultacji modelu',
  'model.read': 'konsultacje modelu',
  'model.prepare': 'formularz konsultacji modelu',
  'model.open': 'otwarcie konsultacji modelu',
  'model.correct': 'poprawienie konsultacji modelu',
  'model.invite': 'zaproszenie do konsultacji modelu spoza systemu',
  'model.takeBack': 'cofnięcie zaproszenia do konsultacji modelu',
  'model.remark': 'uwaga w konsultacjach modelu',
  'model.correctRemark': 'poprawienie uwagi w konsultacjach modelu',
  'model.remarkByLink': 'uwaga przez odnośnik z zaproszenia',
  'model.answer': 'decyzja o uwadze w konsultacjach modelu',
  'model.close': 'zamknięcie konsultacji modelu',
  'model.export': 'pobranie konsultacji modelu',
} as const

export const modelNotifications = {
  'model.opened': 'ROPS zaprasza do konsultacji modelu',
  'model.closed': 'Konsultacje modelu są zamknięte: jest podsumowanie',
} as const

export const modelErrors: Record<string, () => string> = {
  'model.closed': () => 'Czas na uwagi minął albo konsultacje są już zamknięte.',
  'model.early': () => modelMessages.page.closeEarly,
  'model.unanswered': () => 'Przed zamknięciem każda uwaga musi mieć decyzję z uzasadnieniem.',
  'model.answered': () => 'Na tę uwagę jest już odpowiedź: nie da się jej zmienić. Można dodać nową.',
  'model.often': () => 'Dziś wysłano już 200 zaproszeń. Następne można wysłać jutro.',
  'model.gone': () => modelMessages.outside.goneText,
  'model.many': () => 'Z tego odnośnika przyszło już 50 uwag.',
}

export const modelFieldErrors: Record<string, string> = {
  modelEndPast: 'Ten dzień już minął.',
  modelHasRemarks: 'Są już uwagi: tego nie można zmienić.',
  modelManyAddresses: 'Najwyżej 50 adresów naraz.',
}
