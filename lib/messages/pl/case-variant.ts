import { formatDate, type IsoDate } from '@/lib/format/dates'
import { versionWords } from '@/lib/messages/pl/variants'

/** By which version of its variant a case goes, and moving it to another one. */
export const caseVariantMessages = {
  title: 'Model sprawy',
  lead: 'Nazwy, terminy, dokumenty i obszary diagnozy w tej sprawie. Sprawa zostaje przy wersji, z którą się zaczęła, dopóki ktoś jej nie przeniesie.',
  link: 'Według jakiego modelu toczy się sprawa',
  now: 'Obowiązuje w tej sprawie',
  version: 'Wersja',
  note: 'Co w niej nowego',
  team: 'Zespół',
  familyTeam: 'Praca z rodziną',
  levels: {
    one: (team: string) => `sam zespół (${team})`,
    two: (familyTeam: string) => `osobny zespół obok zespołu instytucji: ${familyTeam}`,
  },
  plan: 'Plan',
  areas: 'Obszary diagnozy',
  documents: 'Dodatkowe dokumenty',
  noDocuments: 'żadnych ponad te, których wymaga model krajowy',
  termsLead: 'Termin, który zespół ustalił sam, jest ważniejszy.',
  termsOpen: 'Terminy w tej wersji',
  teamOther: (name: string) =>
    `Zespół działa teraz według innej wersji: ${name}. Ta sprawa została przy swojej, bo z nią się zaczęła.`,
  move: {
    title: 'Przejście na inną wersję',
    lead: 'Najpierw proszę zobaczyć, co się zmieni. Nic nie zmieni się, dopóki nie potwierdzi Pani/Pan przejścia.',
    look: (name: string) => `Zobacz, co zmieni ${name}`,
    ofTeam: 'według niej działa zespół',
    changes: (name: string) => `Co zmieni ${name}`,
    stays: 'Co się nie zmieni',
    due: (on: IsoDate) =>
      `Termin obecnego etapu zostaje: ${formatDate(on)}. Nowe terminy liczą się od następnego kroku.`,
    noDue: 'Obecny etap nie ma terminu. Nowe terminy liczą się od następnego kroku.',
    kept: (names: string) =>
      `To, co zapisano w obszarach, których nowa wersja nie ma, zostaje do czytania: ${names}.`,
    gates: 'Kto co widzi w tej sprawie, nie zmienia się.',
    reason: 'Dlaczego',
    reasonHint: 'Przeczytają to osoby, które prowadzą tę sprawę w naszej instytucji.',
    button: 'Przenieś sprawę',
  },
  history: 'Wcześniejsze przejścia',
  done: 'Sprawa toczy się teraz według wybranej wersji.',
  story: (from: number | null, to: number | null) =>
    `Sprawa przeszła na inną wersję modelu: ${versionWords.moved(from, to)}`,
} as const
