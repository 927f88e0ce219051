import { plural } from '@/lib/format/plural'

type Params = Readonly<Record<string, string | number>>

/** Refusals about teams, by the key of the error. */
export const teamErrors: Record<string, (p: Params) => string> = {
  teamNotReady: () => 'Jeszcze nie wszystko jest gotowe. Na stronie zespołu widać, czego brakuje.',
  teamExists: (p) =>
    `W tej gminie działa już zespół w tym wariancie: ${p.name}. Gmina może mieć jeden czynny zespół w wariancie.`,
  memberSigned: () => 'Ta instytucja już podpisała porozumienie. Odchodzi aneksem, gdy zespół będzie czynny.',
  leadStays: () => 'Instytucja prowadząca nie może odejść: prowadzi sprawy zespołu.',
  opsSideStays: () => 'To jedyna instytucja gminna tego zespołu. Najpierw musi przystąpić inna.',
  powiatSideStays: () => 'To jedyna instytucja powiatowa tego zespołu. Najpierw musi przystąpić inna.',
  partyHasOpenLines: (p) =>
    `Ta instytucja realizuje jeszcze usługi (${plural(Number(p.count), { one: 'usługa', few: 'usługi', many: 'usług' })}). Najpierw trzeba je przekazać albo zakończyć.`,
  openLinesLeft: () => 'Ta instytucja realizuje jeszcze usługi. Najpierw trzeba je przekazać albo zakończyć.',
  linesInApproval: () =>
    'Żadnej z wybranych usług nie można teraz przekazać: plan czeka na akceptację albo trwa ewaluacja. Można poczekać albo zakończyć usługi.',
  proposalWaits: () =>
    'Jedna propozycja czeka już na zgodę drugiego lidera. Najpierw trzeba na nią odpowiedzieć.',
  'joining.teams': () =>
    'Połączyć można dwa działające zespoły w tym samym wariancie i województwie. Zespół, który zostaje, musi być czynny.',
  'joining.transfers': () =>
    'Trwa przekazanie rodziny między zespołami. Najpierw trzeba na nie odpowiedzieć, dokończyć je albo wycofać.',
  'joining.otherOwner': () =>
    'Są otwarte sprawy, które prowadzi inna jednostka niż ta, która prowadzi zespół, który zostaje. Najpierw trzeba je przekazać albo zakończyć.',
  'joining.waits': () => 'Propozycja połączenia tego zespołu już czeka na zgodę liderów.',
  'joining.notAsked': () => 'Na Pani/Pana zgodę to połączenie już nie czeka.',
  proposalOfOwnSide: () => 'Zgodę na tę propozycję daje lider drugiej strony.',
  similarInstitutions: () =>
    'Nic nie zginęło. W rejestrze są podobne instytucje: proszę sprawdzić, czy to nie te same.',
}

/** Messages beside fields; what follows a colon in the key is shown in the text. */
export const teamFieldErrors: Record<string, (detail: string) => string> = {
  similarInstitution: (known) => `Podobna instytucja już jest w rejestrze: ${known}.`,
  sameAsRepresentative: () => 'Zastępcą musi być inna osoba niż przedstawiciel.',
  gminaNotYours: () =>
    'W tej gminie nie może Pani/Pan założyć zespołu: należy do innego województwa albo instytucja jej nie obsługuje.',
  alreadyParty: () => 'Ta instytucja już jest w zespole.',
  isCoordinator: () => 'Ta osoba już koordynuje ten zespół.',
  noPlaceInTeam: () => 'Taka instytucja nie może być stroną porozumienia zespołu.',
  annexNumberTaken: () => 'Aneks o tym numerze już jest.',
  beforeTeam: () => 'Ta data jest wcześniejsza od początku zespołu.',
  beforeJoining: () => 'Ta data jest wcześniejsza od przystąpienia tej instytucji.',
  beforeLeaving: () => 'W tym dniu ta instytucja była jeszcze stroną porozumienia.',
  notLonger: () => 'Nowy ostatni dzień musi być późniejszy od dotychczasowego i nie może być w przeszłości.',
  beforeAgreement: () => 'Ta data jest wcześniejsza od wysłania porozumienia.',
}
