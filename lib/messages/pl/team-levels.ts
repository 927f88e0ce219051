/** Who works with a family: the team itself, or a family team beside the institutional one. */
export const teamLevelMessages = {
  one: (team: string) =>
    `Z rodziną pracuje sam zespół: ${team}. Poniżej osoby i instytucje, które biorą w tym udział.`,
  oneInstitutions: 'Instytucje zespołu, które biorą udział',
  two: (familyTeam: string) => `${familyTeam}: osoby i instytucje, które pracują z tą rodziną.`,
  twoInstitutions: 'Instytucje przy tej rodzinie',
  institutional: {
    lead: 'Zespół instytucji: umawia współpracę w gminie i nie zajmuje się pojedynczą rodziną. Rodzinę znają tylko te instytucje, które pracują także z nią.',
    counted: (here: number, all: number) => `Przy tej rodzinie pracuje ${here} z ${all} instytucji zespołu.`,
    open: 'Wszystkie instytucje zespołu',
    takesPart: 'także przy tej rodzinie',
  },
} as const
