import { formatLongDate, type IsoDate } from '@/lib/format/dates'

/** Letters that go out by e-mail. They never hold data of a person served and no names in the subject (UPS art. 100). */
export const invitationLetter = ({ institution, link }: { institution: string; link: string }) => ({
  subject: 'Kooperacja: zaproszenie do pracy w systemie',
  body: [
    'Dzień dobry,',
    '',
    `instytucja „${institution}” zaprasza Panią/Pana do pracy w systemie Kooperacja.`,
    'Pod tym adresem można ustawić hasło i zapoznać się z imiennym upoważnieniem:',
    '',
    link,
    '',
    'Odnośnik działa raz, przez 7 dni. Jeśli to pomyłka, proszę nic nie robić.',
  ].join('\n'),
})

/** A forgotten password. Says nothing of the person but what the address says itself. */
export const passwordLetter = (link: string) => ({
  subject: 'Kooperacja: nowe hasło',
  body: [
    'Dzień dobry,',
    '',
    'ktoś poprosił o nowe hasło do tego konta. Pod tym adresem można je ustawić:',
    '',
    link,
    '',
    'Odnośnik działa raz, przez godzinę. Jeśli to nie Pani/Pan, proszę nic nie robić: hasło się nie zmieni.',
  ].join('\n'),
})

/** A question to an institution in which nobody has an account. Nothing of the family, the service or the case stands here. */
export const lineLinkLetter = (link: string) => ({
  subject: 'Kooperacja: pytanie czeka na odpowiedź',
  body: [
    'Dzień dobry,',
    '',
    'zespół współpracy w gminie ma pytanie do Państwa instytucji. Pod tym adresem można je zobaczyć i odpowiedzieć:',
    '',
    link,
    '',
    'Potrzebny jest kod, który pytający poda telefonicznie. Odnośnik działa do odpowiedzi, najdłużej 7 dni.',
    'Jeśli to pomyłka, proszę nic nie robić i nikomu nie przekazywać tej wiadomości.',
  ].join('\n'),
})

export const letterMessages = {
  firstAdministratorScope: 'Zakładanie kont i nadawanie ról w tej instytucji; bez dostępu do spraw rodzin.',
} as const

const meetingSubjects = {
  called: (gmina: string) => `Kooperacja: spotkanie zespołu – ${gmina}`,
  moved: (gmina: string) => `Kooperacja: zmiana spotkania zespołu – ${gmina}`,
  cancelled: (gmina: string) => `Kooperacja: spotkanie zespołu odwołane – ${gmina}`,
}
const meetingLines = {
  called: 'zapraszamy na spotkanie zespołu:',
  moved: 'zmienił się termin albo miejsce spotkania zespołu. Teraz:',
  cancelled: 'spotkanie zespołu nie odbędzie się:',
}

/** A meeting of the team: gmina, day, hour, place. The agenda stands in the product. */
export const meetingLetter = (
  kind: keyof typeof meetingSubjects,
  {
    gmina,
    on,
    at,
    place,
    address,
  }: { gmina: string; on: IsoDate; at: string; place: string; address: string },
) => ({
  subject: meetingSubjects[kind](gmina),
  body: [
    'Dzień dobry,',
    '',
    meetingLines[kind],
    '',
    `${formatLongDate(on)}, godz. ${at}`,
    place,
    '',
    'Porządek spotkania:',
    address,
  ].join('\n'),
})

const caseMeetingLines = {
  called: 'zapraszamy na spotkanie:',
  moved: 'zmienił się termin spotkania. Teraz:',
  cancelled: 'spotkanie nie odbędzie się:',
}

/** A meeting around a family: day and hour alone; where and what about stands in the product. */
export const caseMeetingLetter = (
  kind: keyof typeof caseMeetingLines,
  { on, at, address }: { on: IsoDate; at: string; address: string },
) => ({
  subject: 'Kooperacja: spotkanie',
  body: [
    'Dzień dobry,',
    '',
    caseMeetingLines[kind],
    '',
    `${formatLongDate(on)}, godz. ${at}`,
    '',
    'Miejsce i porządek:',
    address,
  ].join('\n'),
})
