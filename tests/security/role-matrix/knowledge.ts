import type { Matrix } from '@/tests/security/role-matrix/holders'

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
]
const inRegion = staff.map((role) => `${role} region`).join(', ')
const readers = `${inRegion}, audytor region`
const keepers = 'rops_koordynator region, animator region'
const ownHouseOrKeeper = `${staff.map((role) => `${role} author`).join(', ')}, lider_gminny institution, lider_powiatowy institution, decydent institution, admin_lokalny institution, ${keepers}`

const askers = 'lider_gminny memberTeam, lider_powiatowy memberTeam, koordynator_zespolu assignedTeam'

/** What a voivodeship passes on to its teams: no case, no person served. */
export const knowledgeMatrix: Matrix = {
  'school.list': ['R knowledge', readers],
  'school.read': ['R knowledge', readers],
  'school.openMaterial': ['R knowledge', readers],
  'school.verify': ['R knowledge', readers],
  'school.create': ['A knowledge', keepers],
  'school.correct': ['A knowledge', keepers],
  'school.cancel': ['A knowledge', keepers],
  'school.attendance': ['A knowledge', keepers],
  'school.addMaterial': ['A knowledge', keepers],
  'school.removeMaterial': ['A knowledge', keepers],
  'school.trainings': ['A knowledge', keepers],
  'school.signUp': ['C knowledge', inRegion],
  'school.signUpPeople': [
    'C knowledge',
    'lider_gminny region, lider_powiatowy region, decydent region, admin_lokalny region',
  ],
  'school.signOff': ['C knowledge', ownHouseOrKeeper],
  'school.certificate': ['R knowledge', ownHouseOrKeeper],
  'school.ofTeam': [
    'R knowledge',
    'rops_koordynator region, animator assignedTeam, lider_gminny memberTeam, lider_powiatowy memberTeam, koordynator_zespolu assignedTeam',
  ],
  'wzk.list': ['R knowledge', readers],
  'wzk.add': ['A knowledge', keepers],
  'wzk.end': ['A knowledge', keepers],
  'question.list': ['R knowledge', readers],
  'question.read': ['R knowledge', readers],
  'question.prepare': [
    'R knowledge',
    'lider_gminny everywhere, lider_powiatowy everywhere, koordynator_zespolu everywhere',
  ],
  'question.ask': ['C knowledge', askers],
  'question.withdraw': ['C knowledge', `${askers}, ${keepers}`],
  'question.assign': ['A knowledge', keepers],
  'question.answer': ['U knowledge', 'ekspert region, rops_koordynator region'],
  'question.end': ['U knowledge', 'ekspert region, rops_koordynator region, animator region'],
  'model.list': ['R knowledge', readers],
  'model.read': ['R knowledge', readers],
  'model.prepare': ['A knowledge', 'rops_koordynator region'],
  'model.open': ['A knowledge', 'rops_koordynator region'],
  'model.correct': ['A knowledge', 'rops_koordynator region'],
  'model.invite': ['A knowledge', 'rops_koordynator region'],
  'model.takeBack': ['A knowledge', 'rops_koordynator region'],
  'model.remark': ['C knowledge', inRegion],
  'model.correctRemark': ['C knowledge', staff.map((role) => `${role} author`).join(', ')],
  'model.answer': ['A knowledge', 'rops_koordynator region'],
  'model.close': ['A knowledge', 'rops_koordynator region'],
  'model.export': ['A knowledge', keepers],
  'library.list': ['R knowledge', readers],
  'library.read': ['R knowledge', readers],
  'library.add': ['A knowledge', keepers],
  'library.correct': ['A knowledge', keepers],
  'library.attach': ['A knowledge', keepers],
  'library.openFile': ['R knowledge', readers],
  'library.filmPlace': ['A knowledge', keepers],
  'library.attachFilm': ['A knowledge', keepers],
  'library.openFilm': ['R knowledge', readers],
  'library.withdraw': ['A knowledge', keepers],
  'library.restore': ['A knowledge', keepers],
}
