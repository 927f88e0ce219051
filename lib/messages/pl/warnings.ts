import { formatQuantity } from '@/lib/format/money'
import { formatNumber, type PluralForms, plural } from '@/lib/format/plural'

const settled: PluralForms = { one: 'ostrzeżenie', few: 'ostrzeżenia', many: 'ostrzeżeń' }
const open: PluralForms = {
  one: 'ostrzeżenie czeka na rozstrzygnięcie',
  few: 'ostrzeżenia czekają na rozstrzygnięcie',
  many: 'ostrzeżeń czeka na rozstrzygnięcie',
}

const made = (names: string): string => (names ? ` Składają się na to: ${names}.` : '')

/** What the overlap engine says of a basket, and how somebody answers it. */
export const warningMessages = {
  title: 'Do rozstrzygnięcia',
  lead: (n: number, blocking: number) =>
    n === 0
      ? 'Wszystkie ostrzeżenia są rozstrzygnięte.'
      : `${plural(n, open)}.${blocking > 0 ? ` W tym wstrzymujące pytania i plan: ${formatNumber(blocking)}.` : ''}`,
  of: (line: string, provider: string) => `${line}, ${provider}`,
  household: 'Cała rodzina',
  duplicate: (providers: string) => `Ta sama osoba ma w tym czasie tę samą usługę (${providers}).`,
  opposite: (other: string, reason: string) => `Przeciwny cel ma usługa: ${other}. ${reason}`,
  clash: (names: string) =>
    names
      ? `W tym samym dniu i o tej samej godzinie ta osoba ma już: ${names}.`
      : 'W tym samym dniu i o tej samej godzinie ta osoba ma już inną usługę.',
  protectedMeets: (names: string) =>
    names
      ? `Osobne spotkania: osoba chroniona i osoba, przed którą jest chroniona, są u tego wykonawcy w tym samym dniu i o tej samej godzinie (${names}).`
      : 'Osobne spotkania: w tej usłudze bierze udział osoba chroniona razem z osobą, przed którą jest chroniona.',
  protectedMeetsAt: {
    meeting:
      'Osobne spotkania: na to spotkanie jest zaproszona osoba chroniona razem z osobą, przed którą jest chroniona.',
    planned:
      'Osobne spotkania: kto zaprosi rodzinę, zaprosi osobę chronioną razem z osobą, przed którą jest chroniona.',
  },
  tooClose: (other: string, free: number, rest: number) =>
    free === 0
      ? `Tuż obok innego spotkania tej samej osoby, bez przerwy: ${other}.`
      : `Tylko ${free} min przerwy między tym a innym spotkaniem tej samej osoby: ${other}. Zwykle co najmniej ${rest} min.`,
  travel: (other: string, free: number, needed: number) =>
    `Między tym a innym spotkaniem tej samej osoby zostaje ${free} min, a sam dojazd trwa około ${needed} min: ${other}.`,
  overburdened: (visits: number, limit: number, names: string) =>
    `Wizyt w tygodniu: ${formatQuantity(Math.round(visits * 100))}, zwykle nie więcej niż ${limit}.${made(names)}`,
  farAWeek: (km: number, limit: number, names: string) =>
    `Dojazdy w tygodniu: około ${formatNumber(km)} km, zwykle nie więcej niż ${limit} km.${made(names)}`,
  notParty: (provider: string) => `${provider} nie jest stroną porozumienia w dniu rozpoczęcia.`,
  noConsent: (provider: string, missing: string) =>
    `${provider} nie może poznać danych. Brakuje zgody: ${missing}.`,
  nobodyAnswers: (provider: string) =>
    `W instytucji ${provider} nikt nie może odpowiedzieć. Proszę wskazać osobę w pozycji, poprosić instytucję o przedstawiciela albo po zapytaniu wysłać jej jednorazowy odnośnik.`,
  outsidePlan: 'Daty wykraczają poza okres planu.',
  outsideAgreement: 'Daty wykraczają poza okres porozumienia zespołu.',
  consentItem: (person: string, category: string) => `${person} (${category})`,
  family: 'rodzina',
  settle: 'Rozstrzygnij',
  /** a warning in two words, for names of forms */
  kinds: {
    duplicate: 'ta sama usługa dwa razy',
    opposite: 'przeciwne cele',
    clash: 'ta sama godzina',
    protectedMeets: 'osobne spotkania',
    tooClose: 'za mało przerwy',
    travel: 'za mało czasu na dojazd',
    overburdened: 'za dużo wizyt',
    farAWeek: 'za dużo dojazdów',
    notParty: 'spoza porozumienia',
    noConsent: 'brak zgody',
    nobodyAnswers: 'nikt nie odpowie',
    outsidePlan: 'poza okresem planu',
    outsideAgreement: 'poza okresem porozumienia',
  },
  briefly: (line: string, kind: string, others: string) => `${line}, ${kind}${others ? `: ${others}` : ''}`,
  reason: 'Dlaczego tak może zostać',
  reasonHint:
    'Powód widzą osoby, które prowadzą sprawę. Wróci do rozstrzygnięcia, gdy zmienią się usługa, osoby albo terminy.',
  earlier: (reason: string) => `Przed zmianą napisano: „${reason}”`,
  settledTitle: (n: number) => `Rozstrzygnięte: ${plural(n, settled)}`,
  settledBy: (reason: string, who: string | null, on: string | null) =>
    `Powód: ${reason}${who && on ? ` (${who}, ${on})` : ''}`,
  settledHidden: 'Powód widzą osoby, które prowadzą sprawę.',
  undo: 'Cofnij rozstrzygnięcie',
  toConsents: 'Przejdź do zgód',
  mark: (n: number) => `do rozstrzygnięcia: ${formatNumber(n)}`,
  print: {
    title: 'Do rozstrzygnięcia, dla koordynatora',
    lead: 'Ta kartka nie jest dla rodziny.',
  },
} as const
