import { describe, expect, it } from 'vitest'
import { type Place, rolesToGive } from '@/lib/people/grantable'
import type { Actor, Role } from '@/lib/policy/actor'

const actorWith = (...roles: Role[]): Actor => ({
  userId: 'u',
  institutionId: 'own',
  institutionName: 'GOPS',
  institutionKind: 'ops',
  wojewodztwoCode: '18',
  givenName: 'Anna',
  familyName: 'Próbna',
  email: 'a@test.example',
  formOfAddress: 'pani',
  assignments: roles.map((role) => ({
    role,
    teamId: null,
    caseId: null,
    wojewodztwoCode: null,
    endsOn: null,
  })),
})

const place = (over: Partial<Place> = {}): Place => ({
  institutionId: 'own',
  kindKey: 'ops',
  wojewodztwoCode: '18',
  inCoordinatedTeam: false,
  ...over,
})
const neighbour = place({ institutionId: 'other' })
const farAway = place({ institutionId: 'far', wojewodztwoCode: '20' })
const school = place({ institutionId: 'other', kindKey: 'szkola_podstawowa' })

const given = (roles: Role[], where: Place): string =>
  rolesToGive(actorWith(...roles), where)
    .sort()
    .join(' ')

describe('who may give which role', () => {
  it.each<[string, Role[], Place, string]>([
    [
      'local administrator of an OPS',
      ['admin_lokalny'],
      place(),
      'admin_lokalny asystent_rodziny audytor decydent iod koordynator_rodziny lider_gminny specjalista wykonawca',
    ],
    [
      'local administrator of an advising body',
      ['admin_lokalny'],
      place({ kindKey: 'uczelnia' }),
      'admin_lokalny audytor decydent ekspert iod specjalista wykonawca',
    ],
    [
      'local administrator of a charity: nothing that sees a region',
      ['admin_lokalny'],
      place({ kindKey: 'ngo' }),
      'admin_lokalny asystent_rodziny audytor decydent iod specjalista wykonawca',
    ],
    ['local administrator elsewhere', ['admin_lokalny'], neighbour, ''],
    [
      'leader of the gmina in the own OPS',
      ['lider_gminny'],
      place(),
      'admin_lokalny asystent_rodziny decydent iod koordynator_rodziny lider_gminny specjalista wykonawca',
    ],
    ['leader of the gmina elsewhere', ['lider_gminny'], school, ''],
    [
      'head of an institution',
      ['decydent'],
      place({ kindKey: 'szkola_podstawowa' }),
      'decydent specjalista wykonawca',
    ],
    ['animator at a school of the region', ['animator'], school, 'decydent'],
    ['animator at an OPS of the region', ['animator'], neighbour, 'decydent lider_gminny'],
    [
      'animator at a PCPR of the region',
      ['animator'],
      { ...neighbour, kindKey: 'pcpr' },
      'decydent lider_powiatowy',
    ],
    ['animator in another region', ['animator'], farAway, ''],
    ['ROPS at an OPS of the region', ['rops_koordynator'], neighbour, 'admin_lokalny decydent lider_gminny'],
    [
      'team coordinator at a party',
      ['koordynator_zespolu'],
      { ...school, inCoordinatedTeam: true },
      'decydent specjalista wykonawca',
    ],
    ['team coordinator at a stranger', ['koordynator_zespolu'], school, ''],
    [
      'animator at a council: never a role that reaches a case',
      ['animator'],
      { ...neighbour, kindKey: 'rada_gminy' },
      'radny',
    ],
    ['provider', ['wykonawca'], place(), ''],
    ['family coordinator', ['koordynator_rodziny'], place(), ''],
    ['councillor', ['radny'], place(), ''],
    ['data protection officer', ['iod'], place(), ''],
    ['operator', ['operator'], place(), ''],
    ['operator at a ROPS', ['operator'], { ...farAway, kindKey: 'rops' }, 'admin_lokalny'],
  ])('%s', (_name, roles, where, expected) => {
    expect(given(roles, where)).toBe(expected)
  })
})
