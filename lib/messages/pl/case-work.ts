import { plural } from '@/lib/format/plural'

const persons = { one: 'osoba', few: 'osoby', many: 'osób' }

/** Words of the first stages of a case and of who takes part in it. */
export const caseWorkMessages = {
  proposals: {
    title: 'Co proponuje koordynator',
    kinds: {
      qualify: 'Zakwalifikować do współpracy',
      reject: 'Odrzucić zgłoszenie',
      redirect: 'Przekierować',
    },
    reason: 'Powód',
    note: 'Uzasadnienie',
    by: 'Kto i kiedy',
    answer: 'Odpowiedź lidera',
    waits: 'czeka na decyzję lidera',
    agreed: 'zgoda',
    sentBack: 'odesłano do poprawy',
    remarks: 'Uwagi lidera',
    earlier: 'Wcześniejsze propozycje',
  },
  blueCard: {
    title: 'Niebieska Karta',
    lead: 'Tę część widzą tylko osoby z oznaczeniem „nk”. Formularzy procedury w tym systemie nie ma.',
    procedure: 'Procedura',
    runs: 'trwa',
    runsNot: 'nie odnotowano, że trwa',
    suspicion: 'Odpowiedź zgłaszającego',
    suspected: 'jest podejrzenie przemocy domowej',
    suspectedNot: 'nie ma podejrzenia',
    route: 'Wybrana droga',
    routes: {
      instead: 'procedura zamiast współpracy',
      parallel: 'procedura równolegle, z planem bezpieczeństwa',
    },
    redirection: 'Przekierowanie',
    redirected: 'do procedury „Niebieskie Karty”',
    question: 'Czy procedura trwa?',
    yes: 'Tak, trwa',
    no: 'Nie trwa',
    submit: 'Zapisz znak',
  },
  people: {
    leave: 'Zakończ pracę z rodziną',
    asked: (date: string) => `zaproszona ${date}, czekamy na odpowiedź`,
    declined: (name: string, date: string | null, reason: string | null) =>
      `${[`${name}: nie weźmie udziału`, date].filter(Boolean).join(', ')}. ${reason ?? ''}`.trim(),
  },
  invitations: {
    title: 'Zaproszenia do pracy z rodziną',
    lead: 'Zespół pyta, czy ta instytucja weźmie udział. Danych rodziny tu nie ma: zobaczy je wskazana osoba, gdy rodzina się zgodzi.',
    row: (number: string, team: string) => `Sprawa ${number}, ${team}`,
    since: (date: string) => `zaproszenie z ${date}`,
    accept: 'Weźmiemy udział',
    person: 'Kto weźmie udział',
    decline: 'Nie weźmiemy udziału',
    reason: 'Dlaczego',
    done: 'Odpowiedź zapisana. Koordynator został powiadomiony.',
  },
  elsewhere: {
    title: 'Te osoby są już w innej trwającej sprawie w tej gminie',
    main: (name: string) => `${name}, osoba główna w sprawie`,
    member: (name: string) => `${name}, sprawa`,
    linked: (number: string) => `Ta sama rodzina jest też w sprawie ${number}`,
    previous: (number: string, date: string | null) =>
      date ? `Poprzednia sprawa: ${number}, zakończona ${date}` : `Poprzednia sprawa: ${number}`,
  },
  expiring: {
    title: (n: number) => `Do poproszenia o własną zgodę: ${plural(n, persons)}`,
    unnamed: 'osoba z tej rodziny',
    over: (date: string | null) =>
      date ? `zgoda opiekuna skończyła się ${date}, w tym wieku zgadza się sama` : 'zgoda opiekuna wygasła',
    until: (date: string) => `zgoda opiekuna trwa do ${date}, potem osoba zgadza się sama`,
  },
  history: {
    proposed: (kind: string) => `Propozycja: ${kind}`,
    agreed: (kind: string) => `Zgoda lidera: ${kind}`,
    sentBack: (kind: string) => `Odesłano do poprawy: ${kind}`,
  },
} as const
