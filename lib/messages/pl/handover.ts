import { plural } from '@/lib/format/plural'

const things = { one: 'pozycja', few: 'pozycje', many: 'pozycji' }
const cases = { one: 'sprawa', few: 'sprawy', many: 'spraw' }
const seats = { one: 'miejsce', few: 'miejsca', many: 'miejsc' }
const tasks = { one: 'zadanie', few: 'zadania', many: 'zadań' }
const services = { one: 'usługa', few: 'usługi', many: 'usług' }

/** Words about handing the work of one person over to a colleague. */
export const handoverMessages = {
  title: 'Przekazanie pracy',
  lead: 'Wybrane sprawy, usługi, miejsca w zespołach i zadania jednej osoby przechodzą do innej osoby z tej samej instytucji: w jednym kroku, z powodem i śladem w historii rodziny.',
  open: 'Przekaż pracę innej osobie',
  who: {
    title: 'Czyją pracę przekazać',
    caption: 'Osoby, które mają sprawy, usługi, miejsca w zespołach albo zadania',
    name: 'Osoba',
    cases: (n: number) => plural(n, cases),
    services: (n: number) => plural(n, services),
    casesHead: 'Sprawy',
    servicesHead: 'Usługi',
    seats: (n: number) => plural(n, seats),
    seatsHead: 'W zespołach',
    tasks: (n: number) => plural(n, tasks),
    tasksHead: 'Zadania',
    empty: 'Nikt nie ma teraz niczego, co można by przekazać',
    emptyText:
      'Pojawią się tu osoby z naszej instytucji, które mają sprawy, usługi, miejsca w zespołach albo zadania.',
  },
  choose: {
    title: (name: string) => `Praca: ${name}`,
    things: 'Co przekazać',
    to: 'Komu',
    toHint: 'Osoba z tej samej instytucji. Na następnej stronie widać, czego nie może przejąć.',
    preview: 'Sprawdź przed przekazaniem',
    back: 'Inna osoba',
  },
  preview: {
    title: (from: string, to: string) => `${from} → ${to}`,
    goes: (n: number) => `Przejdzie ${plural(n, things)}`,
    stays: (n: number) => `Zostanie ${plural(n, things)}`,
    nothing: 'Tej osobie nie można przekazać żadnej z wybranych pozycji.',
    reason: 'Powód',
    reasonHint: 'Bez wyjaśnień o zdrowiu i życiu prywatnym: powód czytają osoby, które pracują z rodziną.',
    submit: 'Przekaż',
    change: 'Zmień wybór',
  },
  tasks: {
    choose: 'Otwarte zadania',
    what: 'Zadanie',
    where: 'Gdzie',
    due: 'Termin',
    until: (day: string) => `do ${day}`,
    hidden: 'zadanie',
    hiddenOfCase: 'zadanie, którego treści Pani/Pan nie czyta',
    someCase: 'sprawa rodziny',
    goes: (n: number) => `Przejdzie ${plural(n, tasks)}`,
    stays: (n: number) => `Nie przejdzie ${plural(n, tasks)}`,
    gone: (n: number) => `Przeszło: ${plural(n, tasks)}`,
    left: (n: number) => `Nie przeszło: ${plural(n, tasks)}`,
    staysNote:
      'Zadanie rodziny przechodzi tylko do osoby, która ma dostęp do tej sprawy. Pozostałe zostają u dotychczasowej osoby, a gdy przestaje ona pracować z rodziną – u instytucji; dalej przydziela je koordynator.',
    leaving: (n: number) => `Zadania do przekazania: ${n}`,
    leavingRest: (n: number) => `oraz ${plural(n, tasks)}, których treści Pani/Pan nie czyta`,
    takers: (names: string) => `może je przejąć: ${names}`,
    noTaker:
      'nikt z pozostałych osób nie ma teraz dostępu do tej sprawy: przejdzie tylko z rolą albo usługą w tej rodzinie, inaczej zostanie u instytucji',
  },
  done: {
    title: 'Praca przekazana',
    summary: (from: string, to: string) => `${from} → ${to}`,
    by: (who: string, at: string) => `Przekazał(a) ${who}, ${at}.`,
    goes: (n: number) => `Przeszło: ${plural(n, things)}`,
    stays: (n: number) => `Zostało na miejscu: ${plural(n, things)}`,
    staysNote: 'Te pozycje proszę przekazać komuś innemu.',
    again: 'Przekaż dalej',
  },
  table: { what: 'Co', case: 'Sprawa', why: 'Dlaczego nie' },
  seat: (what: string, team: string | null) => `${what}, ${team ?? 'każdy zespół tej instytucji'}`,
  seats: {
    choose: 'Miejsca w zespołach',
    goes: (n: number) => `Przejdzie w zespołach: ${plural(n, seats)}`,
    stays: (n: number) => `Zostanie w zespołach: ${plural(n, seats)}`,
    gone: (n: number) => `Przeszło w zespołach: ${plural(n, seats)}`,
    left: (n: number) => `Zostało na miejscu w zespołach: ${plural(n, seats)}`,
    kinds: {
      representative: 'przedstawiciel instytucji',
      deputy: 'zastępca przedstawiciela',
      lider_gminny: 'lider gminny',
      lider_powiatowy: 'lider powiatowy',
      koordynator_zespolu: 'koordynator zespołu',
      animator: 'animator',
    } as Readonly<Record<string, string>>,
    team: 'Zespół',
  },
  service: (name: string) => `usługa: ${name}`,
  hiddenService: 'usługa',
  thing: (what: string, family: string) => `${what}, ${family}`,
  reasons: {
    leave: 'urlop',
    absence: 'dłuższa nieobecność',
    division: 'nowy podział pracy',
    load: 'za dużo spraw u jednej osoby',
    leaving: 'koniec pracy w instytucji',
  },
  refusals: {
    choose: 'ta osoba nie może tego przejąć',
    forbidden: 'ta czynność nie należy do Pani/Pana roli',
    notHere: 'ta osoba już u nas nie pracuje',
    taskOutsideCase: 'ta osoba nie pracuje z tą rodziną',
    taskNotOpened: 'rodzina nie otworzyła tej osobie informacji, których dotyczy zadanie',
    cannotDeliver: 'ta osoba nie ma roli, w której realizuje się usługi',
    keptApart: 'ta osoba ma rolę, która nie łączy się z pracą z rodziną',
    alreadyThere: 'ta osoba już pracuje z tą rodziną w tej roli',
    bothRolesInGmina:
      'w tej gminie ta osoba jest już koordynatorem albo asystentem rodziny; jedno wyklucza drugie',
  } as Readonly<Record<string, string>>,
  story: (what: string, from: string, to: string) => `Przekazanie pracy (${what}): ${from} → ${to}`,
} as const
