type Params = Readonly<Record<string, string | number>>

/** The catalogue of a voivodeship: what a ROPS adds to the national one, names otherwise, or offers no longer. */
export const overlayMessages = {
  title: 'Katalog województwa',
  lead: 'Co w tym województwie jest inaczej niż w katalogu krajowym. Każdy wpis ma swoją usługę krajową: pod nią liczą się sprawozdania, dlatego liczby województw da się porównać.',
  link: 'Katalog województwa',
  now: 'Obowiązuje albo zacznie obowiązywać',
  nowNone: 'Województwo nie zmieniło jeszcze niczego w katalogu krajowym',
  nowNoneText: 'Wszystkie zespoły korzystają z usług pod nazwami krajowymi.',
  ended: 'Zakończone',
  add: {
    title: 'Dodaj usługę województwa',
    lead: 'Dla usługi, której nie ma w katalogu krajowym. Nazwę krajową zmienia i wycofuje się na stronie tej usługi w katalogu.',
    national: 'Liczy się w sprawozdaniach jako',
    nationalHint:
      'Usługa krajowa, do której ta jest najbardziej podobna. Z niej są: rodzaj danych, jednostka, wymóg decyzji. Później nie da się jej zmienić.',
    submit: 'Dodaj usługę',
  },
  name: 'Nazwa w województwie',
  description: 'Na czym polega',
  startsOn: 'Od kiedy',
  reason: 'Dlaczego',
  kind: { added: 'dodana', renamed: 'inna nazwa', retired: 'wycofana' },
  kindLong: {
    added: 'Usługa dodana przez województwo',
    renamed: 'Usługa krajowa pod inną nazwą',
    retired: 'Usługa krajowa wycofana w województwie',
  },
  state: { ahead: 'zacznie obowiązywać', live: 'obowiązuje', ended: 'nie obowiązuje' },
  national: 'Usługa krajowa',
  from: (day: string) => `od ${day}`,
  period: (from: string, until: string) => `od ${from}, nie obowiązuje od ${until}`,
  caption: 'Wpisy katalogu województwa',
  columns: { what: 'Usługa', change: 'Zmiana', when: 'Kiedy' },
  onService: {
    title: 'W tym województwie',
    none: 'Pod nazwą krajową, bez zmian.',
    rename: 'Nadaj inną nazwę',
    renameLead: 'Nowa nazwa pojawi się w koszykach, na listach instytucji i na wydrukach tego województwa.',
    retire: 'Wycofaj w województwie',
    retireLead: 'Usługa zniknie z wyboru. To, co już jest w koszykach, trwa dalej.',
    submitRename: 'Zapisz nazwę',
    submitRetire: 'Wycofaj usługę',
  },
  entry: {
    correct: 'Popraw wpis',
    correctLead: 'Usługi krajowej, do której należy wpis, nie da się zmienić.',
    submitCorrect: 'Zapisz poprawkę',
    end: 'Zakończ wpis',
    endLead: {
      added: 'Usługi nie będzie można już wybrać. To, co jest w koszykach, trwa dalej pod tą nazwą.',
      renamed: 'Wróci nazwa krajowa.',
      retired: 'Usługę znów będzie można wybrać.',
    },
    endedOn: 'Od kiedy nie obowiązuje',
    submitEnd: 'Zakończ wpis',
    restore: 'Przywróć wpis',
    restoreLead: 'Wpis będzie obowiązywał jeszcze raz.',
    submitRestore: 'Przywróć wpis',
    history: 'Co robiono z wpisem',
    step: { made: 'dodano', corrected: 'poprawiono', ended: 'zakończono', restored: 'przywrócono' },
    somebody: 'pracownik ROPS',
  },
} as const

const done: Readonly<Record<string, string>> = {
  dodano: 'Wpis jest w katalogu województwa.',
  poprawiono: 'Poprawka została zapisana.',
  zakonczono: 'Wpis został zakończony.',
  przywrocono: 'Wpis będzie obowiązywał jeszcze raz.',
}

/** What was just done with an entry, by the code in the address. */
export const overlayDone = (code: string): string | undefined =>
  Object.hasOwn(done, code) ? done[code] : undefined

export const overlayErrors: Record<string, (p: Params) => string> = {
  'overlay.alreadyThere': () =>
    'Ta usługa ma już w województwie taki wpis w tym czasie. Proszę poprawić albo zakończyć tamten.',
  'overlay.ended': () => 'Ten wpis jest już zakończony. Można go przywrócić.',
  'overlay.live': () => 'Ten wpis obowiązuje: nie ma czego przywracać.',
}

export const overlayFieldErrors: Record<string, string> = {
  overlayNameTaken: 'Inna usługa ma już taką nazwę.',
  overlayBeforeEnd: 'Do tego dnia wpis już obowiązywał. Proszę podać dzień, w którym nie obowiązywał.',
  serviceRetired: 'Tej usługi województwo już nie oferuje. Proszę wybrać inną.',
}
