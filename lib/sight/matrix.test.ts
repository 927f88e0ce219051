import { describe, expect, it } from 'vitest'
import type { ConsentEntry, ConsentPerson, ConsentView } from '@/lib/consents'
import { reasonsOf, sightOf } from '@/lib/sight/matrix'

const institution = (id: string, change = {}) => ({
  id,
  name: id,
  kinds: [],
  sector: '',
  owner: false,
  expert: false,
  receiver: false,
  purpose: null,
  noPersonalData: false,
  ...change,
})
const person = (personId: string, open: ConsentPerson['open'] = [], change = {}): ConsentPerson => ({
  personId,
  name: personId,
  minor: false,
  takesPart: true,
  conflict: false,
  slots: [],
  open,
  until: null,
  clauseOn: null,
  ...change,
})
const entry = (change: Partial<ConsentEntry>): ConsentEntry => ({
  id: 'e',
  personId: 'maria',
  person: 'maria',
  signedById: 'maria',
  signedBy: 'maria',
  courtDecision: null,
  standing: 'granted',
  givenOn: '2026-09-10',
  channel: 'paper',
  textVersion: '1',
  validTo: null,
  withdrawnAt: null,
  withdrawnChannel: null,
  granted: [],
  refused: [],
  closed: [],
  scans: [],
  ...change,
})
const pair = (category: 'PODSTAWOWE' | 'EDUKACJA' | 'ZDROWIE', institutionId = 'szkola') => ({
  institutionId,
  category,
})
const view = (change: Partial<ConsentView>): ConsentView => ({
  caseId: 'c',
  today: '2026-11-24',
  ownerInstitutionId: 'gops',
  hasClause: true,
  environment: false,
  institutions: [institution('gops', { owner: true }), institution('szkola')],
  places: [],
  persons: [],
  proposal: [],
  history: [],
  bases: [],
  gaps: [],
  askable: true,
  tellable: true,
  clauseDue: '2026-12-01',
  may: {
    'consent.record': true,
    'consent.withdraw': true,
    'basis.record': true,
    'basis.end': true,
    'clause.deliver': true,
    'consent.attachScan': true,
    'consent.readScan': true,
    'sight.lookAs': true,
    'audit.ledger': true,
  },
  ...change,
})
const knot = (v: ConsentView, place: string, category: string, personId: string | null = null) => {
  const found = sightOf(v, personId)
    .find((row) => row.institutionId === place)
    ?.knots.find((k) => k.category === category)
  return [found?.state, found?.open]
}

describe('who sees what', () => {
  it('counts persons who opened a category, and takes one person on demand', () => {
    const v = view({
      persons: [person('maria', [pair('PODSTAWOWE'), pair('EDUKACJA')]), person('jan', [pair('PODSTAWOWE')])],
    })
    expect(knot(v, 'szkola', 'PODSTAWOWE')).toEqual(['all', 2])
    expect(knot(v, 'szkola', 'EDUKACJA')).toEqual(['some', 1])
    expect(knot(v, 'szkola', 'ZDROWIE')).toEqual(['none', 0])
    expect(knot(v, 'szkola', 'EDUKACJA', 'jan')).toEqual(['none', 0])
  })

  it('leaves out who takes no part', () => {
    const v = view({ persons: [person('maria'), person('jan', [], { takesPart: false })] })
    expect(sightOf(v, null)[0]?.knots[0]?.cells.map((c) => c.personId)).toEqual(['maria'])
  })

  it('the owner has its own tasks, and in art. 9 and 10 its coordinator alone until somebody agrees', () => {
    const v = view({ persons: [person('maria')] })
    expect(knot(v, 'gops', 'BYT')).toEqual(['own', 1])
    expect(knot(v, 'gops', 'ZDROWIE')).toEqual(['coordinator', 0])
    const open = view({ persons: [person('maria', [pair('ZDROWIE', 'gops')])] })
    expect(knot(open, 'gops', 'ZDROWIE')).toEqual(['all', 1])
  })

  it('an institution that left keeps a row of its own', () => {
    const v = view({ places: [{ id: 'policja', name: 'policja', phone: null }], persons: [person('maria')] })
    expect(sightOf(v, null).map((row) => [row.institution, row.note])).toEqual([
      ['gops', 'owner'],
      ['szkola', null],
      ['policja', 'left'],
    ])
  })
})

describe('the reason in words', () => {
  const school = (v: ConsentView) => {
    const row = sightOf(v, 'maria').find((r) => r.institutionId === 'szkola')
    return row ? reasonsOf(row, 'maria') : []
  }
  const rest = [
    'BYT',
    'FINANSE',
    'PRACA',
    'RELACJE',
    'BEZPIECZENSTWO',
    'PSYCHIKA_UZALEZNIENIA',
    'PRAWNE',
    'KARNE',
    'INNE_SZCZEGOLNE',
  ]

  it('names consent, law, refusal and what nobody asked for', () => {
    const v = view({
      persons: [person('maria', [pair('PODSTAWOWE'), pair('EDUKACJA')])],
      history: [entry({ granted: [pair('PODSTAWOWE')], refused: [pair('ZDROWIE')], validTo: '2027-01-01' })],
      bases: [
        {
          id: 'b',
          personId: null,
          person: null,
          institutionId: 'szkola',
          institution: 'szkola',
          category: 'EDUKACJA',
          basis: 'OBOWIAZEK_PRAWNY',
          note: 'n',
          startsOn: '2026-10-01',
          endsOn: null,
          endedAt: null,
        },
      ],
    })
    const found = school(v)
    expect(found.slice(0, 3)).toEqual([
      {
        open: true,
        why: { kind: 'consent', on: '2026-09-10', until: '2027-01-01' },
        categories: ['PODSTAWOWE'],
      },
      {
        open: true,
        why: { kind: 'basis', basis: 'OBOWIAZEK_PRAWNY', on: '2026-10-01', until: null },
        categories: ['EDUKACJA'],
      },
      expect.objectContaining({ open: false }),
    ])
    expect(found.find((r) => r.why.kind === 'refused')?.categories).toEqual(['ZDROWIE'])
    expect(found.find((r) => r.why.kind === 'notAsked')?.categories.toSorted()).toEqual(rest.toSorted())
  })

  it.each([
    [
      'withdrawn',
      entry({
        standing: 'withdrawn',
        withdrawnAt: new Date('2026-11-01T10:00:00Z'),
        granted: [pair('EDUKACJA')],
        closed: [pair('EDUKACJA')],
      }),
    ],
    ['expired', entry({ standing: 'expired', validTo: '2026-11-20', granted: [pair('EDUKACJA')] })],
    ['otherGuardian', entry({ granted: [pair('EDUKACJA')] })],
  ])('%s', (kind, one) => {
    const found = school(view({ persons: [person('maria')], history: [one] }))
    expect(found.find((r) => r.categories.includes('EDUKACJA'))?.why.kind).toBe(kind)
  })
})
