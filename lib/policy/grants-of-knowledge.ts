import type { Role } from '@/lib/policy/actor'
import type { Grant, Reach } from '@/lib/policy/reach'

/** Who works on the programme of a voivodeship and in its teams: everybody but the platform and the ministry. */
const staff = [
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
] as const satisfies readonly Role[]

const allOf = (reach: Reach) =>
  Object.fromEntries(staff.map((role) => [role, reach])) as Record<(typeof staff)[number], Reach>

const inRegion = allOf('region')
/** A control reads what the leader of the audited unit reads (3.6). */
const regionReaders = { ...inRegion, audytor: 'region' } as const satisfies Grant
const keepers = { rops_koordynator: 'region', animator: 'region' } as const satisfies Grant
/** Who answers for the people of an institution. */
const houseHeads = ['lider_gminny', 'lider_powiatowy', 'decydent', 'admin_lokalny'] as const
const ofHouse = (reach: Reach | readonly Reach[]) =>
  Object.fromEntries(houseHeads.map((role) => [role, reach])) as Record<
    (typeof houseHeads)[number],
    Reach | readonly Reach[]
  >
/** Of one person: that person, the heads of the house, who keeps the school. */
const ownHouseOrKeeper = {
  ...allOf('author'),
  ...ofHouse(['author', 'institution']),
  rops_koordynator: ['author', 'region'],
  animator: ['author', 'region'],
} as const satisfies Grant

/** What a voivodeship passes on to its teams holds no case: reach is the voivodeship, never a consent. */
export const schoolGrants = {
  'school.list': regionReaders,
  'school.read': regionReaders,
  'school.openMaterial': regionReaders,
  'school.verify': regionReaders,
  'school.create': keepers,
  'school.correct': keepers,
  'school.cancel': keepers,
  'school.attendance': keepers,
  'school.addMaterial': keepers,
  'school.removeMaterial': keepers,
  'school.trainings': keepers,
  'school.signUp': inRegion,
  'school.signUpPeople': ofHouse('region'),
  'school.signOff': ownHouseOrKeeper,
  'school.certificate': ownHouseOrKeeper,
  'school.ofTeam': {
    rops_koordynator: 'region',
    animator: 'assignedTeam',
    lider_gminny: 'memberTeam',
    lider_powiatowy: 'memberTeam',
    koordynator_zespolu: 'assignedTeam',
  },
} as const satisfies Record<string, Grant>

/** Who asks in the name of a team. */
const askers = {
  lider_gminny: 'memberTeam',
  lider_powiatowy: 'memberTeam',
  koordynator_zespolu: 'assignedTeam',
} as const satisfies Grant
/** An expert of the model is the member of the WZK who answers (3.5). */
const answerers = { ekspert: 'region', rops_koordynator: 'region' } as const satisfies Grant

export const questionGrants = {
  'wzk.list': regionReaders,
  'wzk.add': keepers,
  'wzk.end': keepers,
  'question.list': regionReaders,
  'question.read': regionReaders,
  'question.prepare': {
    lider_gminny: 'everywhere',
    lider_powiatowy: 'everywhere',
    koordynator_zespolu: 'everywhere',
  },
  'question.ask': askers,
  'question.withdraw': { ...askers, ...keepers },
  'question.assign': keepers,
  'question.answer': answerers,
  'question.end': { ...answerers, animator: 'region' },
} as const satisfies Record<string, Grant>

const centre = { rops_koordynator: 'region' } as const satisfies Grant

/** Of the model, never of a case. Row-level security narrows "read" to who is invited. */
export const modelConsultationGrants = {
  'model.list': regionReaders,
  'model.read': regionReaders,
  'model.prepare': centre,
  'model.open': centre,
  'model.correct': centre,
  'model.invite': centre,
  'model.takeBack': centre,
  'model.remark': inRegion,
  'model.correctRemark': allOf('author'),
  'model.answer': centre,
  'model.close': centre,
  'model.export': keepers,
} as const satisfies Record<string, Grant>

export const libraryGrants = {
  'library.list': regionReaders,
  'library.read': regionReaders,
  'library.add': keepers,
  'library.correct': keepers,
  'library.attach': keepers,
  'library.openFile': regionReaders,
  'library.filmPlace': keepers,
  'library.attachFilm': keepers,
  'library.openFilm': regionReaders,
  'library.withdraw': keepers,
  'library.restore': keepers,
} as const satisfies Record<string, Grant>
