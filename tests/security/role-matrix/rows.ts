/** Columns of 3.6, then the two roles that it puts into words below the table. */
export const columns = [
  'operator',
  'rops_koordynator',
  'animator',
  'ekspert',
  'lider_gminny',
  'lider_powiatowy',
  'koordynator_zespolu',
  'koordynator_rodziny',
  'asystent_rodziny',
  'decydent',
  'specjalista',
  'wykonawca',
  'radny',
  'admin_lokalny',
  'iod',
  'audytor',
  'ministerstwo',
] as const

/**
 * Rows of 3.6, a cell a column: C create, R read, U edit, A approve, S statistics, P coded fields, - none. What a role
 * reads of a case through a line or an invitation stands as R. audytor reads what lider_gminny reads; ministerstwo has
 * S where rops_koordynator has, and the public registers.
 */
export const rows = {
  dictionary: 'CU R R R R R R R R R R R R R R R R',
  overlay: 'R CUA R R R R R R R R R R R R R R R',
  institution: 'C CU CU R CU CU R R R U R R R CU R R R',
  team: '- CRUA CRUA R CRUA RUA CRU R R RA R - R - R R -',
  meeting: '- R CRU - CRUA RUA CRUA R R R R - R - - R -',
  /** Family meetings and items that name a case; tasks of a case. */
  caseMeeting: '- - - - R R CRUA CRU R - R - - - - R -',
  /** Without a row in 3.6: own things to do; what was given to one is done by whoever it was given to. */
  task: 'CRU CRU CRU CRU CRU CRU CRU CRU CRU CRU CRU CRU CRU CRU CRU CRU CRU',
  case: '- S S P RUA R CRU RU R R R R S - RA R S',
  familyTeam: '- - - - RA R CRUA CRU R A R - - - R R -',
  name: '- - - - R R R CU R R R R - - - R -',
  identity: '- - - - R R R CU R - R - - - - R -',
  referral: '- - - - CRUA CRU CRU CRU CRU CRU CRU CRU - - - R -',
  consent: '- - - - R R CRA CRUA R - - - - - R R -',
  need: '- - - P R R R CU CU - CRU - - - - R -',
  plan: '- - - P RA R RA CUA U - R - - - - R -',
  line: '- S S P R R RU CRU CRU RUA RUA RUA S - - R S',
  delivery: '- S S - RA R RA CRU CRU CRU CRU CRU S - - R S',
  /** Without a row in 3.6: holds no case; kept by who builds and leads baskets in the team, shared by the ROPS. */
  template: '- RA - - RUA - CRUA CRUA R - - - - - - R -',
  /** Without a row in 3.6: the registry and the people of its region, which the ROPS may make one by one. */
  import: '- CRUA - - - - - - - - - - - - - - -',
  /** Without a row in 3.6: the plan of a region; teams' leaders read what the animator shares. */
  programme: '- CRUA CRU - R R R - - - - - - - - - -',
  request: '- - - - RA RA - C C - - - - - CRUA R -',
  report: '- S S - S S S S - S - - S - - S S',
  log: '- - - - R R - R - - - - - - R R -',
  people: 'C CUA CUA - A A C - - A - - - CU R R -',
  /** Without a row in 3.6: what a voivodeship passes on holds no case; its ROPS and animators keep it, its teams take part. */
  knowledge: '- CRUA CRUA CRU CRUA CRUA CRU CR CR CR CR CR CR CR CR R -',
  /** Without a row in 3.6: it has the rights of what it belongs to, or is everybody's own. */
  own: 'R R R R R R R R R R R R R R R R R',
} as const

/** Where a role holds more than its cell of 3.6 says, and why that is right. */
export const beyond: Readonly<Record<string, string>> = {
  'institution.mend operator': 'corrects what it made for a new tenant before anybody works there',
  'institution.reclassify operator': 'the same',
  'institution.end operator': 'the same: ends an institution that was made by mistake',
  'line.answer asystent_rodziny':
    'as the named responsible person of a line it answers like any worker of the provider',
  'line.answer koordynator_rodziny':
    'a unit that asks itself may name its own social worker; never in a case of another owner',
}
