/** How the figures of the programme are counted. */
export const programmeDefinitions = [
  {
    id: 'plan',
    name: 'Gminy w planie',
    what: 'Gminy, które ROPS wpisał do planu wprowadzania modelu, według etapu, który osiągnęły, dziś.',
    how: 'Plany województw. Etap liczy się, gdy odbył się on albo późniejszy: rozmowę i prezentację wpisuje animator, porozumienie, pierwszą rodzinę i stałą pracę produkt zna sam. Po terminie jest gmina, w której minął planowany dzień etapu następującego po ostatnim osiągniętym. Liczb gmin nie ukrywa się.',
  },
  {
    id: 'barriers',
    name: 'Bariery',
    what: 'Instytucje zaproszone do zespołów i powody odmów, dziś.',
    how: 'Zaproszenia zapisane przez ROPS. Instytucja zaproszona ponownie nie liczy się już jako odmowa. Słów, którymi instytucja uzasadniła odmowę, tu nie ma. Liczb instytucji nie ukrywa się.',
  },
] as const

/** Sums of the regions' plans, for the ministry. */
export const countryProgrammeMessages = {
  title: 'Wprowadzanie modelu',
  plans: 'Plany województw: gminy według osiągniętego etapu',
  barriers: 'Odpowiedzi instytucji i bariery według powodu',
  download: 'Pobierz dane o wprowadzaniu modelu',
  unit: 'Województwo',
  country: 'Kraj',
  planned: 'W planie',
  stages: {
    talk: 'Rozmowa',
    presentation: 'Prezentacja',
    agreement: 'Porozumienie',
    family: 'Pierwsza rodzina',
    steady: 'Stała praca',
  },
  late: 'Po terminie',
  invited: 'Zaproszone',
  agreed: 'Zgodziły się',
  refused: (reason: string) => `Odmowa: ${reason}`,
  empty: 'Żadne województwo nie ma jeszcze planu',
  emptyText: 'Liczby pojawią się, gdy ROPS wpisze pierwsze gminy do planu albo zaprosi pierwszą instytucję.',
  csv: {
    file: 'kooperacja-program.csv',
    head: 'kod;województwo;gminy w planie;rozmowa;prezentacja;porozumienie;pierwsza rodzina;stała praca;po terminie;zaproszone;zgodziły się;bariera prawna;bariera finansowa;bariera kompetencji;bariera logistyczna;bariera inna',
  },
} as const
