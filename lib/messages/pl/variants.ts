import { formatDate, type IsoDate } from '@/lib/format/dates'
import { type PluralForms, plural } from '@/lib/format/plural'
import { roleNames } from '@/lib/messages/pl/roles'
import { teamMessages } from '@/lib/messages/pl/teams'

const units: Readonly<Record<'calendar' | 'business' | 'month', PluralForms>> = {
  calendar: { one: 'dzień kalendarzowy', few: 'dni kalendarzowe', many: 'dni kalendarzowych' },
  business: { one: 'dzień roboczy', few: 'dni robocze', many: 'dni roboczych' },
  month: { one: 'miesiąc', few: 'miesiące', many: 'miesięcy' },
}

/** Names of the parts of a model variant; also what two versions of it differ in. */
export const variantParts = {
  labels: {
    teamLabel: 'Nazwa zespołu',
    teamShort: 'Skrót nazwy zespołu',
    familyTeamLabel: 'Nazwa zespołu, który pracuje z rodziną',
    familyTeamShort: 'Skrót nazwy zespołu, który pracuje z rodziną',
    planLabel: 'Nazwa planu',
    planShort: 'Skrót nazwy planu',
  },
  roles: roleNames,
  levels: {
    true: 'dwa poziomy: zespół instytucji i osobny zespół przy rodzinie',
    false: 'jeden poziom: z rodziną pracuje sam zespół',
  },
  terms: teamMessages.deadlines.names,
  /** With the kind of days: where two versions are compared, it may be the only difference. */
  term: (count: number, unit: keyof typeof units): string => plural(count, units[unit]),
  kinds: { required: 'Wymagane instytucje', recommended: 'Zalecane instytucje' },
  steps: {
    'team.sendAgreement': 'Wysłanie porozumienia do podpisu',
    'team.activate': 'Rozpoczęcie pracy zespołu',
    'team.dissolve': 'Rozwiązanie zespołu',
    'case.startDiagnosis': 'Rozpoczęcie diagnozy',
    'case.finishDiagnosis': 'Zakończenie diagnozy',
    'case.submitPlan': 'Przekazanie planu do akceptacji',
    'case.putInForce': 'Zatwierdzenie planu',
    'case.startEvaluation': 'Rozpoczęcie ewaluacji',
    'case.close': 'Zakończenie pracy z rodziną',
  },
  documents: {
    porozumienie: 'porozumienie',
    regulamin: 'regulamin',
    zarzadzenie: 'zarządzenie',
    plan_zespolu: 'plan pracy zespołu',
    sprawozdanie: 'sprawozdanie',
    klauzula_info: 'klauzula informacyjna',
    zgoda: 'zgoda rodziny',
    karta_diagnozy: 'karta diagnozy',
    protokol: 'zatwierdzony protokół spotkania',
    koszyk: 'koszyk usług',
    plan_wspolpracy: 'podpisany plan',
    karta_monitoringu: 'karta monitoringu',
    ewaluacja: 'karta ewaluacji',
  },
} as const

/** A document of a step, as people call it. */
export const documentName = (key: string): string =>
  (variantParts.documents as Readonly<Record<string, string>>)[key] ?? key

type Version = { readonly number: number | null; readonly publishedOn: IsoDate | null }

const versionName = (number: number | null): string =>
  number === null ? 'model krajowy' : `wersja ${number}`

/** How a version is called, wherever it is named. */
export const versionWords = {
  name: versionName,
  full: ({ number, publishedOn }: Version): string =>
    publishedOn ? `${versionName(number)} z ${formatDate(publishedOn)}` : versionName(number),
  /** After the name of a variant; the national model goes without saying. */
  after: (variant: string, number: number | null): string =>
    number === null ? variant : `${variant}, ${versionName(number)}`,
  moved: (from: number | null, to: number | null): string => `${versionName(from)} → ${versionName(to)}`,
  required: 'zawsze opisywany',
  asked: (names: string): string => `w tej wersji także ${names}`,
} as const

/** What two versions differ in. */
export const changeMessages = {
  sections: {
    names: 'Nazwy',
    roles: 'Nazwy ról',
    levels: 'Poziomy zespołu',
    terms: 'Terminy i rytm spotkań',
    kinds: 'Instytucje',
    documents: 'Dokumenty',
    areas: 'Obszary diagnozy',
  },
  none: 'Nic się nie różni.',
  levels: 'Praca z rodziną',
  commonName: (name: string) => `${name} (nazwa wspólna)`,
  becomes: (before: string, after: string) => `${before} → ${after}`,
  document: (step: string) => `Dodatkowe dokumenty, krok „${step}”`,
  added: (name: string) => `+ ${name}`,
  removed: (name: string) => `− ${name}`,
  areas: {
    added: 'Nowy obszar',
    removed: 'Obszaru już nie ma',
    required: 'Obszar, który trzeba opisać zawsze',
    optional: 'Obszar, którego nie trzeba już opisywać zawsze',
    renamed: 'Nowa nazwa obszaru',
    order: 'Kolejność obszarów',
  },
} as const
