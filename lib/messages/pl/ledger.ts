import { plural } from '@/lib/format/plural'

/** The sheet for the family: who looked at its data, when and why (art. 15 RODO). Plain words, Pan/Pani avoided: a family. */
export const ledgerMessages = {
  title: 'Kto zaglądał do naszych danych',
  lead: 'Jedna strona dla rodziny, w dużym druku. Szczegóły z nazwiskami pracowników drukuje się na życzenie rodziny.',
  link: 'Wydruk dla rodziny: kto zaglądał do danych',
  back: 'Kto zaglądał',
  asOf: (family: string, number: string, on: string) => `${family}, sprawa nr ${number}, stan na ${on}`,
  empty: 'Nikt jeszcze nie zaglądał do tych danych.',
  who: 'Kto',
  when: 'Kiedy, ile razy i po co',
  why: (list: string) => `Po co: żeby ${list}.`,
  others: (list: string) => `Rzadziej zaglądali: ${list}.`,
  unknownPlace: 'bez instytucji',
  people: (n: number) => plural(n, { one: 'osoba', few: 'osoby', many: 'osób' }),
  /** "2026: maj 4, czerwiec 1": the year once */
  year: (year: number, months: readonly string[]) => `${year}: ${months.join(', ')}`,
  times: (month: string, n: number) => `${month}\u00a0${n}`,
  writes: (n: number) => `(w tym zapisy: ${n})`,
  purposes: {
    lead: 'prowadzić sprawę rodziny',
    list: 'mieć listę swoich spraw i usług',
    contact: 'wiedzieć, kto jest w rodzinie i jak się z nią skontaktować',
    understand: 'zrozumieć, z czym jest trudno i co pomaga',
    plan: 'ułożyć plan i sprawdzić, czy pomaga',
    services: 'prowadzić usługi dla rodziny',
    consent: 'zapisać zgody i sprawdzić, kto co widzi',
    advice: 'zapytać eksperta o radę, bez nazwisk',
    watch: 'sprawdzić, czy dane są bezpieczne',
  },
  rights: {
    title: 'Co można zrobić',
    text: 'Można zapytać koordynatora rodziny, kto i po co zaglądał: wydrukuje szczegóły. Można wycofać zgodę dla jednej instytucji albo dla wszystkich: działa to od razu i nie zmienia prawa do świadczeń. Można zapytać inspektora ochrony danych i złożyć skargę do Prezesa Urzędu Ochrony Danych Osobowych.',
  },
  details: {
    show: 'Pokaż szczegóły z nazwiskami (na życzenie rodziny)',
    hide: 'Tylko jedna strona',
    title: 'Szczegóły',
    month: 'Miesiąc',
    person: 'Osoba',
    byLink: 'przez jednorazowy odnośnik',
    what: 'Co',
    times: 'Razy',
  },
} as const
