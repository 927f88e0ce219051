import type { RoleKey } from '@/lib/catalogue'
import { roles } from '@/lib/catalogue'

/** One password for every demo person: shown on the sign-in page of the embedded demo and nowhere else. */
export const demoPassword = 'Kooperacja-demo-2026'

type Account = {
  readonly role: RoleKey
  readonly given: string
  readonly family: string
  /** What the seed makes this person beside it, in any institution: prisma/seed/demo/roles.ts (a test holds both equal). */
  readonly also?: readonly RoleKey[]
  /** Local part of the address at demo.example. */
  readonly login: string
  /** Key of the institution in prisma/seed/demo/institutions.json. */
  readonly institutionKey: string
  readonly institution: string
  readonly jobTitle: string
  /** Heads the institution: signs for it and represents it in teams. */
  readonly head?: boolean
  /** Took the place of an invented sample when the demo was drawn already. */
  readonly late?: boolean
  readonly note: string
}

const gops = { institutionKey: 'gops_swilcza', institution: 'GOPS w Świlczy' }
const rops = { institutionKey: 'rops_rzeszow', institution: 'ROPS w Rzeszowie' }

/** One person a role of domain 3.5 (rodzina has no sign-in), then three more who show another side of the same work. */
export const demoAccounts: readonly Account[] = [
  {
    role: 'wykonawca',
    given: 'Bogumiła',
    family: 'Zych',
    login: 'nauczycielka',
    institutionKey: 'sp_swilcza',
    institution: 'Szkoła Podstawowa w Świlczy',
    jobTitle: 'nauczycielka, wychowawczyni świetlicy',
    note: 'Usługi, które czekają na odpowiedź i na odnotowanie',
  },
  {
    role: 'koordynator_rodziny',
    given: 'Marta',
    family: 'Kędzior',
    login: 'koordynatorka.rodziny',
    ...gops,
    jobTitle: 'starszy pracownik socjalny',
    note: 'Własne sprawy: co po terminie, kto na kogo czeka',
  },
  {
    role: 'asystent_rodziny',
    given: 'Paweł',
    family: 'Lis',
    login: 'asystent',
    ...gops,
    jobTitle: 'asystent rodziny',
    note: 'Przydzielone rodziny',
  },
  {
    role: 'koordynator_zespolu',
    given: 'Ewelina',
    family: 'Surowiec',
    login: 'koordynatorka.zespolu',
    ...gops,
    jobTitle: 'specjalista pracy socjalnej, koordynatorka zespołu',
    note: 'Tablica zespołu: zgłoszenia i sprawy według etapu',
  },
  {
    role: 'lider_gminny',
    also: ['decydent'],
    given: 'Halina',
    family: 'Wójtowicz',
    login: 'kierowniczka.gops',
    ...gops,
    jobTitle: 'kierownik ośrodka',
    head: true,
    note: 'Decyzje o kwalifikacji, zespół, sprawy ośrodka',
  },
  {
    role: 'lider_powiatowy',
    also: ['decydent'],
    given: 'Robert',
    family: 'Haligowski',
    login: 'dyrektor.pcpr',
    institutionKey: 'pcpr_rzeszow',
    institution: 'PCPR w Rzeszowie',
    jobTitle: 'dyrektor',
    head: true,
    note: 'Jedna lista pracy ze wszystkich zespołów powiatu',
  },
  {
    role: 'decydent',
    given: 'Krzysztof',
    family: 'Bieniek',
    login: 'dyrektor.szkoly',
    institutionKey: 'sp_swilcza',
    institution: 'Szkoła Podstawowa w Świlczy',
    jobTitle: 'dyrektor szkoły',
    head: true,
    note: 'Usługi szkoły, wyznaczanie osoby odpowiedzialnej',
  },
  {
    role: 'specjalista',
    given: 'Agata',
    family: 'Rączka',
    login: 'psycholozka',
    institutionKey: 'ppp_rzeszow',
    institution: 'Poradnia Psychologiczno-Pedagogiczna',
    jobTitle: 'psycholog',
    note: 'Członkini zespołów rodzin w kilku gminach',
  },
  {
    role: 'radny',
    given: 'Stanisław',
    family: 'Pokrzywa',
    login: 'radny',
    institutionKey: 'rada_swilcza',
    institution: 'Rada Gminy Świlcza',
    jobTitle: 'radny, przewodniczący komisji polityki społecznej',
    head: true,
    note: 'Zespół i liczby, żadnych nazwisk',
  },
  {
    role: 'animator',
    given: 'Dominika',
    family: 'Tarnawska',
    login: 'animatorka',
    ...rops,
    jobTitle: 'regionalny animator współpracy',
    note: 'Region: gminy bez zespołu, zakładanie zespołów',
  },
  {
    role: 'rops_koordynator',
    given: 'Jacek',
    family: 'Olender',
    login: 'koordynator.rops',
    ...rops,
    jobTitle: 'koordynator regionalny',
    head: true,
    note: 'Mapa województwa i to, co wymaga działania',
  },
  {
    role: 'ekspert',
    given: 'Lucyna',
    family: 'Grabiec',
    login: 'ekspertka',
    institutionKey: 'kuratorium_rzeszow',
    institution: 'Kuratorium Oświaty w Rzeszowie',
    jobTitle: 'wizytator, ekspert ds. modelu',
    note: 'Zespoły województwa, doradztwo',
  },
  {
    role: 'ministerstwo',
    given: 'Irena',
    family: 'Sawicka',
    login: 'ministerstwo',
    institutionKey: 'ministerstwo',
    institution: 'Ministerstwo Rodziny, Pracy i Polityki Społecznej',
    jobTitle: 'główny specjalista',
    head: true,
    note: 'Kraj: mapa i wskaźniki, żadnych danych osób',
  },
  {
    role: 'admin_lokalny',
    given: 'Adrian',
    family: 'Sroczyński',
    login: 'administrator',
    ...gops,
    jobTitle: 'informatyk, administrator lokalny',
    note: 'Osoby i usługi instytucji, bez spraw rodzin',
  },
  {
    role: 'iod',
    given: 'Beata',
    family: 'Falandysz',
    login: 'iod',
    ...gops,
    jobTitle: 'inspektor ochrony danych',
    note: 'Rejestr dostępu: kto i po co zaglądał',
  },
  {
    role: 'audytor',
    given: 'Wiesław',
    family: 'Cygan',
    login: 'audytor',
    ...gops,
    jobTitle: 'inspektor wojewódzki (kontrola)',
    note: 'Wgląd na czas kontroli, każdy odnotowany',
  },
  {
    role: 'operator',
    given: 'Tomasz',
    family: 'Żak',
    login: 'operator',
    institutionKey: 'operator',
    institution: 'Operator platformy',
    jobTitle: 'administrator platformy',
    head: true,
    note: 'Instytucje i słowniki, bez spraw rodzin',
  },
  {
    role: 'koordynator_rodziny',
    given: 'Joanna',
    family: 'Pyziak',
    login: 'koordynatorka.rodziny2',
    ...gops,
    jobTitle: 'pracownik socjalny, członkini grupy diagnostyczno-pomocowej',
    note: 'Druga koordynatorka tego samego ośrodka',
  },
  {
    role: 'specjalista',
    also: ['wykonawca'],
    given: 'Monika',
    family: 'Baryła',
    login: 'pracowniczka.pcpr',
    institutionKey: 'pcpr_rzeszow',
    institution: 'PCPR w Rzeszowie',
    jobTitle: 'psycholog, poradnictwo rodzinne',
    note: 'Pracuje z rodzinami kilku gmin powiatu',
  },
  {
    role: 'lider_gminny',
    also: ['decydent'],
    given: 'Sabina',
    family: 'Choińska',
    login: 'kierowniczka.sokoly',
    institutionKey: 'gops_sokoly',
    institution: 'GOPS w Sokołach',
    jobTitle: 'kierownik ośrodka',
    head: true,
    note: 'Zespół w innym województwie',
  },
  {
    role: 'lider_powiatowy',
    also: ['decydent'],
    given: 'Witold',
    family: 'Kosakowski',
    login: 'dyrektor.pcpr.wm',
    institutionKey: 'pcpr_wm',
    institution: 'PCPR w Wysokiem Mazowieckiem',
    jobTitle: 'dyrektor',
    head: true,
    late: true,
    note: 'Proponuje połączenie dwóch zespołów',
  },
]

export type DemoPerson = {
  readonly role: RoleKey
  /** Every role, the one above first. */
  readonly roles: readonly RoleKey[]
  readonly roleName: string
  readonly name: string
  readonly email: string
  readonly password: string
  readonly institution: string
  readonly note: string
}

const roleNames = new Map(roles().map(({ key, namePl }) => [key, namePl]))

/** People of the embedded demo, as the sign-in page and `npm run -s list:people` show them. */
export const demoPeople: readonly DemoPerson[] = demoAccounts.map((account) => ({
  role: account.role,
  roles: [account.role, ...(account.also ?? [])],
  roleName: roleNames.get(account.role) ?? account.role,
  name: `${account.given} ${account.family}`,
  email: `${account.login}@demo.example`,
  password: demoPassword,
  institution: account.institution,
  note: account.note,
}))
