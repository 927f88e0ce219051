import { describe, expect, test } from 'vitest'
import type { Actor, Role } from '@/lib/policy/actor'
import { homeFor, navigationFor } from '@/lib/web/navigation'

const institutionId = '11111111-1111-4111-8111-111111111111'
const team = '22222222-2222-4222-8222-222222222222'

type Held = Role | readonly [Role, string]

const actor = (...held: Held[]): Actor => ({
  userId: institutionId,
  institutionId,
  institutionName: 'GOPS Świlcza',
  institutionKind: 'ops',
  wojewodztwoCode: '18',
  givenName: 'Anna',
  familyName: 'Leśniak',
  email: 'anna@example.pl',
  formOfAddress: 'pani',
  assignments: held.map((one) => {
    const [role, teamId] = typeof one === 'string' ? [one, null] : one
    return { role: role as Role, teamId, caseId: null, wojewodztwoCode: null, endsOn: null }
  }),
})

const hrefs = (...held: Held[]) => navigationFor(actor(...held)).map(({ href }) => href)

const homes = {
  koordynator_rodziny: '/sprawy',
  asystent_rodziny: '/sprawy',
  koordynator_zespolu: '/zespoly',
  lider_gminny: '/zespoly',
  lider_powiatowy: '/praca',
  specjalista: '/sprawy',
  decydent: '/moje-uslugi',
  wykonawca: '/moje-uslugi',
  rops_koordynator: '/region',
  animator: '/region',
  ministerstwo: '/kraj',
  ekspert: '/konsultacje',
  radny: '/zespoly',
  audytor: '/sprawy',
  iod: '/rejestr-dostepu',
  admin_lokalny: `/instytucje/${institutionId}/osoby`,
  operator: '/instytucje',
} as const satisfies Record<Role, string>

const roles = Object.keys(homes) as Role[]
const pairs = roles.flatMap((one) => roles.filter((two) => two !== one).map((two) => [one, two] as const))

describe('home', () => {
  test.each(Object.entries(homes))('of %s is %s', (role, home) => {
    expect(homeFor(actor(role as Role))).toBe(home)
  })

  test.each([['lider_gminny'], ['koordynator_zespolu']] as const)(
    'of %s with one team is its board',
    (role) => {
      expect(homeFor(actor([role, team]))).toBe(`/zespoly/${team}/sprawy`)
      expect(homeFor(actor([role, team], [role, institutionId]))).toBe('/zespoly')
    },
  )
})

test.each(pairs)('%s and %s: both homes stand in the bar, in the first four places', (one, two) => {
  const bar = hrefs(one, two).slice(0, 4)
  expect(bar).toContain(homes[one])
  expect(bar).toContain(homes[two])
})

test('a leader of the powiat who also answers for the institution keeps both ways in', () => {
  expect(hrefs('lider_powiatowy', 'decydent').slice(0, 2)).toEqual(['/praca', '/moje-uslugi'])
})

test.each(pairs)('%s and %s: no place twice, neither by address nor by name', (one, two) => {
  const items = navigationFor(actor([one, team], [two, team]))
  expect(new Set(items.map(({ href }) => href)).size).toBe(items.length)
  expect(new Set(items.map(({ label }) => label)).size).toBe(items.length)
})

test('who founds teams or keeps the registry has a way to it', () => {
  expect(hrefs('lider_gminny')).toContain('/instytucje')
  expect(hrefs('rops_koordynator')).toEqual(expect.arrayContaining(['/wskazniki', '/terytorium']))
  expect(hrefs('operator')).toContain('/terytorium')
  expect(hrefs('asystent_rodziny')).toContain('/moje-uslugi')
})

test('radny and audytor read figures: of the one team at once, of several by the list', () => {
  expect(hrefs(['radny', team])).toContain(`/zespoly/${team}/liczby`)
  expect(hrefs('audytor')).toContain('/sprawozdania')
})
