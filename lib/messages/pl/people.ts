import { formatDate, type IsoDate } from '@/lib/format/dates'
import { plural } from '@/lib/format/plural'

const persons = { one: 'osoba', few: 'osoby', many: 'osób' }
const families = { one: 'rodzina', few: 'rodziny', many: 'rodzin' }
const services = { one: 'usługa', few: 'usługi', many: 'usług' }

type Params = Readonly<Record<string, string | number>>

export const peopleErrors: Record<string, (p: Params) => string> = {
  roleNotYours: () => 'Tej roli nie może Pani/Pan nadać ani zakończyć w tej instytucji.',
  alreadyWorks: () => 'Ta osoba już przyjęła zaproszenie.',
  notYourself: () =>
    'Własnego zatrudnienia nie można zakończyć. Robi to inna osoba kierująca instytucją, a gdy jej nie ma, ROPS.',
  notYourAuthorisation: () =>
    'Upoważnienia dla siebie nie można wystawić. Robi to inna osoba kierująca instytucją albo ROPS.',
  handOverFirst: () => 'Nic nie zginęło. Najpierw proszę wskazać, kto przejmie zadania tej osoby.',
  ropsExists: (p) => `To województwo ma już ROPS: ${p.name}.`,
  kindNotYours: () =>
    'Rodzaj instytucji i województwo zmienia ROPS tego województwa, bo od nich zależy, jakie role mogą mieć pracownicy.',
  kindBreaksTeam: (p) =>
    `Nic nie zginęło. Na tym rodzaju instytucji opiera się zespół: ${p.teams}. Najpierw proszę zmienić skład zespołu.`,
  kindBreaksRoles: (p) =>
    `Nic nie zginęło. Pracownicy mają role, których w nowym rodzaju instytucji nie ma (${p.count}). Najpierw proszę je zakończyć.`,
  institutionInTeams: (p) =>
    `Instytucja jest jeszcze w zespołach (${p.count}). Najpierw proszę zapisać jej odejście albo rozwiązać zespół.`,
  institutionHasPeople: (p) =>
    `W instytucji pracują jeszcze ludzie (${plural(Number(p.count), persons)}). Najpierw proszę zakończyć ich zatrudnienie.`,
}

export const peopleFieldErrors: Record<string, string> = {
  passwordShort: 'Hasło musi mieć co najmniej 12 znaków.',
  passwordsDiffer: 'Oba hasła muszą być takie same.',
  mustAccept: 'Bez tego potwierdzenia nie można zacząć pracy.',
  cannotDeliver: 'Ta osoba nie ma roli, w której realizuje się usługi. Proszę najpierw ją nadać.',
  emailKept: 'Tego adresu nie można już zmienić: osoba wchodzi nim do systemu.',
  emailTaken: 'Ten adres ma już inne konto.',
  datePast: 'Ta data już minęła.',
  regonTaken: 'Inna działająca instytucja ma już ten numer REGON.',
  areaNotYours: 'Gminy, w których działa ośrodek, zapisuje ROPS województwa.',
  kindReserved: 'Instytucji tego rodzaju nie wpisuje się do rejestru ani na niego nie zmienia.',
  otherRegion: 'Proszę wybrać gminę z tego samego województwa.',
  url: 'Proszę wpisać pełny adres strony, na przykład https://gops.example.',
}

/** What a person answers for, with its figure. */
export const holdingWords = {
  koordynator_rodziny: (n: number) => `Koordynator rodziny: ${plural(n, families)}`,
  asystent_rodziny: (n: number) => `Asystent rodziny: ${plural(n, families)}`,
  specjalista: (n: number) => `Członek zespołu rodziny: ${plural(n, families)}`,
  koordynator_zespolu: (_n: number) => 'Koordynator zespołu',
  lider_gminny: (_n: number) => 'Lider gminny',
  lider_powiatowy: (_n: number) => 'Lider powiatowy',
  animator: (_n: number) => 'Animator zespołu',
  representative: (_n: number) => 'Przedstawiciel instytucji w zespole',
  deputy: (_n: number) => 'Zastępca przedstawiciela w zespole',
  line: (n: number) => `Osoba odpowiedzialna: ${plural(n, services)} w toku`,
  task: (n: number) => `Otwarte zadania: ${n}`,
} as const satisfies Record<string, (n: number) => string>

export const personStates = {
  working: 'pracuje',
  invited: 'zaproszenie wysłane',
  expired: 'zaproszenie nieważne',
  ended: 'odeszła',
} as const

export const personTones = { working: 'done', invited: 'wait', expired: 'late', ended: 'off' } as const

export const peopleMessages = {
  list: {
    title: 'Osoby',
    sample: 'przykład, osoba wymyślona',
    of: (institution: string) => `Osoby: ${institution}`,
    lead: (n: number) => plural(n, persons),
    invite: 'Zaproś osobę',
    search: 'Imię albo nazwisko',
    former: 'Pokaż też osoby, które odeszły',
    current: 'Tylko pracujące',
    authorisationEnds: (on: IsoDate) => `upoważnienie do ${formatDate(on)}`,
    columns: { name: 'Osoba', job: 'Stanowisko', roles: 'Role', state: 'Stan' },
    noRole: 'bez roli',
    nobodyMarked: 'Nikt w tej instytucji nie ma ważnego oznaczenia „nk”.',
    nobodyMarkedText:
      'Odpowiedzi o podejrzeniu przemocy nie przeczyta więc nikt. Oznaczenie nadaje się na stronie osoby.',
    empty: 'Nie ma tu jeszcze nikogo',
    emptyText: 'Pierwsza osoba dostanie e-mailem jednorazowe zaproszenie.',
    nothing: 'Nikt nie pasuje do tego wyszukiwania',
  },
  invite: {
    title: 'Nowa osoba',
    lead: 'Osoba dostanie e-mailem jednorazowy odnośnik ważny 7 dni. Do czasu przyjęcia zaproszenia nie zobaczy nic.',
    givenName: 'Imię',
    familyName: 'Nazwisko',
    email: 'Służbowy adres e-mail',
    emailHint: 'Kto ma już konto w innej instytucji, zachowa je pod tym samym adresem.',
    address: 'Forma grzecznościowa',
    addresses: { pani: 'Pani', pan: 'Pan' },
    jobTitle: 'Stanowisko',
    roles: 'Role',
    rolesHint: 'Rola otwiera tylko to, co jest potrzebne w tej pracy. Role można zmienić w każdej chwili.',
    scope: 'Imienne upoważnienie: zakres',
    scopeHint:
      'Tę treść osoba zobaczy i potwierdzi przed pierwszą pracą (art. 29 RODO, art. 100 ustawy o pomocy społecznej).',
    scopeDefault: 'Przetwarzanie danych rodzin w zakresie zadań tej instytucji i powierzonych ról.',
    validTo: 'Upoważnienie ważne do',
    submit: 'Wyślij zaproszenie',
  },
  person: {
    back: 'Osoby',
    job: 'Stanowisko',
    email: 'E-mail',
    phone: 'Telefon',
    since: 'Pracuje od',
    period: (from: IsoDate, to: IsoDate | null) =>
      to ? `${formatDate(from)} – ${formatDate(to)}` : `od ${formatDate(from)}`,
    roles: 'Role',
    noRoles: 'Ta osoba nie ma teraz żadnej roli, więc nie może się zalogować do pracy tutaj.',
    until: (to: IsoDate) => `do ${formatDate(to)}`,
    inTeam: (team: string) => `zespół: ${team}`,
    givenBy: (name: string) => `nadała osoba: ${name}`,
    caseRole: (n: number) => plural(n, families),
    endRole: 'Zakończ',
    endRoleOf: (role: string) => `Zakończ rolę: ${role}`,
    addRole: 'Nadaj rolę',
    role: 'Rola',
    roleUntil: 'Do kiedy',
    roleUntilHint: 'Puste pole: bez daty końca. Kontrola zawsze ma datę końca.',
    roleGiven: 'Rola nadana.',
    roleEnded: 'Rola zakończona.',
    authorisation: 'Imienne upoważnienie',
    valid: 'Ważne',
    acknowledgement: 'Potwierdzenie',
    acknowledged: 'potwierdzone przez osobę',
    notAcknowledged: 'jeszcze niepotwierdzone',
    none: 'Brak',
    expired: (on: IsoDate) =>
      `Upoważnienie wygasło ${formatDate(on)}. Do czasu odnowienia osoba nie może tu pracować.`,
    renew: 'Wystaw nowe upoważnienie',
    renewHint:
      'Obowiązuje od dzisiaj. Poprzednie zostaje w aktach, a osoba potwierdzi nowe na stronie swojego konta.',
    renewed: 'Upoważnienie wystawione. Osoba dostała powiadomienie.',
    mend: 'Popraw dane osoby',
    secrecy: 'Tajemnica zawodowa',
    secrecyHint:
      'Lekarz, psycholog, prawnik, terapeuta: w sprawach rodzin zapisuje tylko udział i zalecenie, bez treści rozmów.',
    secrecyAnswers: { yes: 'tak, bez treści rozmów', no: 'nie' },
    mended: 'Dane zapisane.',
    mendEmailHint:
      'Dopóki zaproszenie nie jest przyjęte, adres można poprawić: nowe zaproszenie wyjdzie od razu.',
    invitation: 'Zaproszenie',
    invitedUntil: (until: string) => `Odnośnik działa do ${until}.`,
    expiredText: 'Odnośnik już nie działa.',
    resend: 'Wyślij nowe zaproszenie',
    resent: 'Wysłano nowe zaproszenie. Poprzedni odnośnik już nie działa.',
    revoke: 'Cofnij zaproszenie',
    revoked: 'Zaproszenie cofnięte.',
    mark: 'Oznaczenie „nk”',
    markLead: 'Osoba z oznaczeniem widzi znak Niebieskiej Karty w sprawach, do których i tak ma dostęp.',
    markNow: (number: string) => `Powołanie nr ${number}`,
    number: 'Numer powołania',
    from: 'Od',
    to: 'Do',
    give: 'Nadaj oznaczenie',
    given: 'Oznaczenie nadane.',
    take: 'Odbierz oznaczenie',
    taken: 'Oznaczenie odebrane.',
    end: 'Koniec zatrudnienia',
    endLead:
      'Role, upoważnienie i sesje kończą się od razu. To, co osoba prowadzi, przejmuje wskazana osoba z tej instytucji; otwarte zadania, których nikt nie przejmie, zostają u instytucji.',
    endsOn: 'Ostatni dzień pracy',
    reason: 'Powód',
    takesOver: (what: string, team: string | null) => (team ? `${what}, ${team}` : what),
    takesOverHint: 'Kto to przejmuje',
    nobodyHere:
      'W tej instytucji nie ma nikogo, kto mógłby to przejąć. Najpierw proszę zaprosić nową osobę: wystarczy wysłane zaproszenie.',
    nobody: 'nikt, zadanie się kończy',
    tasksToHouse: 'nikt, zadania zostają u instytucji',
    endSubmit: 'Zakończ zatrudnienie',
    endedOn: (on: IsoDate, reason: string | null) =>
      `Odeszła ${formatDate(on)}${reason ? `: ${reason}` : ''}`,
    past: 'Zatrudnienia',
  },
  rops: {
    title: 'Nowy ROPS',
    lead: 'Zakłada region: instytucję i jej pierwszego administratora lokalnego. On powoła animatorów i pozostałe osoby.',
    wojewodztwo: 'Województwo',
    name: 'Nazwa ROPS',
    admin: 'Pierwszy administrator lokalny',
    submit: 'Załóż i wyślij zaproszenie',
  },
  welcome: {
    title: 'Zaproszenie',
    lead: (institution: string) => `${institution} zaprasza Panią/Pana do pracy w systemie Kooperacja.`,
    inviting: 'Zaprasza',
    account: 'Konto',
    authorisation: 'Imienne upoważnienie do przetwarzania danych',
    until: (to: IsoDate) => `Ważne do ${formatDate(to)}.`,
    secrecy: 'Oświadczenie o poufności',
    secrecyText:
      'Zobowiązuję się zachować w tajemnicy dane osobowe i wszystko, czego dowiem się o rodzinach w związku z pracą w zespole, także po jej zakończeniu (art. 100 ust. 7 ustawy o pomocy społecznej). Dane wykorzystuję tylko w zakresie upoważnienia.',
    accept: 'Zapoznałam/zapoznałem się z upoważnieniem i składam oświadczenie o poufności',
    password: 'Nowe hasło',
    passwordHint: 'Co najmniej 12 znaków. Najłatwiej zapamiętać kilka słów.',
    again: 'Nowe hasło jeszcze raz',
    known: 'Ma już Pani/Pan konto. Proszę potwierdzić zaproszenie swoim dotychczasowym hasłem.',
    knownPassword: 'Hasło',
    submit: 'Zacznij pracę',
    gone: 'To zaproszenie już nie działa',
    goneText:
      'Odnośnik działa raz, przez 7 dni, i można go cofnąć. Nowe zaproszenie wysyła kierownik albo administrator lokalny instytucji.',
    signIn: 'Przejdź do logowania',
  },
} as const
