import { describe, expect, it } from 'vitest'
import {
  type Candidate,
  countsAs,
  type Declared,
  nearnessOf,
  proposalsFor,
  type Service,
} from '@/lib/baskets/proposals'

const service = (key: string, providerKinds: string[], core = true): Service => ({
  key,
  name: key,
  core,
  providerKinds,
})

const institution = (id: string, kindKey: string, fields: Partial<Candidate> = {}): Candidate => ({
  id,
  name: id,
  kindKey,
  replacesOps: false,
  inTeam: true,
  servesHere: true,
  nearness: 'gmina',
  km: 0,
  results: new Map(),
  offers: new Map(),
  ...fields,
})

const said = (fields: Partial<Declared> = {}): Declared => ({
  waitingDays: null,
  freePlaces: null,
  places: null,
  conditions: null,
  confirmedOn: '2026-11-02',
  byOther: false,
  old: false,
  ...fields,
})

const offering = (key: string, fields: Partial<Declared> = {}) => ({ offers: new Map([[key, said(fields)]]) })

const names = (services: Service[], candidates: Candidate[], refused?: Set<string>) =>
  proposalsFor(services, candidates, refused).map(
    (p) => `${p.service.key}: ${p.offers.map((o) => `${o.institutionId} (${o.reason})`).join(', ')}`,
  )

describe('who counts as what', () => {
  it.each([
    ['mopr', false, ['mopr', 'ops', 'pcpr', 'organizator_pieczy']],
    ['cus', true, ['cus', 'ops']],
    ['cus', false, ['cus']],
    ['pcpr', false, ['pcpr', 'organizator_pieczy']],
    ['ops', false, ['ops']],
    ['szkola_podstawowa', false, ['szkola_podstawowa']],
  ] as const)('%s (replaces OPS: %s) → %o', (kindKey, replacesOps, kinds) => {
    expect(countsAs({ kindKey, replacesOps })).toEqual(kinds)
  })
})

describe('proposals', () => {
  const basic = [service('praca_socjalna', ['ops'])]

  it('take a MOPR for an OPS, a CUS only when it replaced one', () => {
    expect(
      names(basic, [
        institution('MOPR', 'mopr'),
        institution('CUS beside', 'cus'),
        institution('CUS instead', 'cus', { replacesOps: true }),
      ]),
    ).toEqual(['praca_socjalna: CUS instead (task), MOPR (task)'])
  })

  it('leave out who does not serve the gmina', () => {
    expect(names(basic, [institution('far', 'ops', { servesHere: false })])).toEqual(['praca_socjalna: '])
  })

  it('take from outside the team only who says that it offers the service', () => {
    expect(
      names(basic, [
        institution('guess', 'ops', { inTeam: false }),
        institution('says', 'ngo', { inTeam: false, ...offering('praca_socjalna') }),
      ]),
    ).toEqual(['praca_socjalna: says (declared)'])
  })

  it('show core services first, and what somebody here does before what nobody does', () => {
    expect(
      names(
        [service('nobody', ['dps']), service('extra', ['ops'], false), service('core', ['ops'])],
        [institution('GOPS', 'ops')],
      ),
    ).toEqual(['core: GOPS (task)', 'extra: GOPS (task)', 'nobody: '])
  })
})

/** Names in the order in which they are proposed for one service. */
const order = (candidates: Candidate[], refused?: Set<string>) =>
  proposalsFor([service('terapia', ['ppp'])], candidates, refused)[0]?.offers.map((o) => o.name)

const one = (id: string, fields: Partial<Candidate> = {}, words: Partial<Declared> = {}) =>
  institution(id, 'ppp', { ...offering('terapia', words), ...fields })

const results = (result: 'mostly' | 'half' | 'seldom') => ({ results: new Map([['terapia', result]]) })

describe('the order of proposals', () => {
  // each pair differs in one place of the ranking, the names would say the opposite
  it.each<[string, Candidate, Candidate]>([
    ['who did not refuse', one('Z', {}, { waitingDays: 80 }), one('A', { id: 'refused' })],
    ['help in sight, even outside', one('Z', { inTeam: false }), one('A', {}, { waitingDays: 91 })],
    [
      'a place somewhere before none',
      one('Z', { inTeam: false }),
      one('A', {}, { freePlaces: 0, places: 8 }),
    ],
    ['the agreement', one('Z', {}, { waitingDays: 90 }), one('A', { inTeam: false }, { waitingDays: 0 })],
    ['who says it', one('Z', {}, { waitingDays: 60 }), institution('A', 'ppp')],
    ['at once before soon', one('Z', {}, { freePlaces: 2 }), one('A', {}, { waitingDays: 7 })],
    ['soon before later', one('Z', {}, { waitingDays: 30 }), one('A', {}, { waitingDays: 31 })],
    ['the gmina', one('Z', {}), one('A', { nearness: 'powiat', km: 4 })],
    ['the powiat', one('Z', { nearness: 'powiat', km: 25 }), one('A', { nearness: 'wojewodztwo', km: 8 })],
    ['the shorter way', one('Z', { nearness: 'powiat', km: 10 }), one('A', { nearness: 'powiat', km: 11 })],
    ['the fresher word', one('Z'), one('A', {}, { old: true, confirmedOn: '2025-11-02' })],
    ['what turned out well', one('Z', results('mostly')), one('A')],
    ['what is unknown before what turned out badly', one('Z'), one('A', results('seldom'))],
    ['the shorter queue', one('Z', {}, { waitingDays: 8 }), one('A', {}, { waitingDays: 9 })],
    ['the nearer seat', one('Z', { nearness: 'powiat', km: 5 }), one('A', { nearness: 'powiat', km: 6 })],
  ])('puts first %s', (_why, first, second) => {
    const refused = new Set(['refused terapia'])
    expect(order([second, first], refused)).toEqual(['Z', 'A'])
    expect(order([first, second], refused)).toEqual(['Z', 'A'])
  })

  it('is the alphabet and then the id where nothing else differs, whatever order they came in', () => {
    const same = [one('Żaba', { id: '3' }), one('Ława', { id: '2' }), one('Żaba', { id: '1' })]
    const ids = (candidates: Candidate[]) =>
      proposalsFor([service('terapia', [])], candidates)[0]?.offers.map((o) => o.institutionId)
    expect(ids(same)).toEqual(['2', '1', '3'])
    expect(ids([...same].reverse())).toEqual(['2', '1', '3'])
  })

  it('is empty where nobody offers anything', () => {
    expect(order([])).toEqual([])
    expect(proposalsFor([], [one('A')])).toEqual([])
  })
})

describe('why', () => {
  const why = (candidate: Candidate, refused?: Set<string>) => {
    const offer = proposalsFor([service('terapia', ['ppp'])], [candidate], refused)[0]?.offers[0]
    return { pros: offer?.pros, cons: offer?.cons }
  }

  it('says all that speaks for the best one', () => {
    const words = { freePlaces: 3, places: 10, waitingDays: 0 }
    expect(why(one('A', results('mostly'), words))).toEqual({
      pros: [
        { kind: 'declared', on: '2026-11-02' },
        { kind: 'places', free: 3, all: 10 },
        { kind: 'noQueue' },
        { kind: 'near', nearness: 'gmina', km: null },
        { kind: 'agreement' },
        { kind: 'results', result: 'mostly' },
      ],
      cons: [],
    })
  })

  it('says all that speaks against the worst one, and still why it is there', () => {
    const far = { inTeam: false, nearness: 'wojewodztwo', km: 48, ...results('seldom') } as const
    const words = {
      freePlaces: 0,
      waitingDays: 120,
      old: true,
      confirmedOn: '2025-01-07',
      byOther: true,
    } as const
    expect(why(one('A', far, words), new Set(['A terapia']))).toEqual({
      pros: [{ kind: 'declared', on: null }],
      cons: [
        { kind: 'refused' },
        { kind: 'unconfirmed', on: '2025-01-07' },
        { kind: 'byOther' },
        { kind: 'full' },
        { kind: 'longWaiting', days: 120 },
        { kind: 'far', km: 48 },
        { kind: 'outside' },
        { kind: 'results', result: 'seldom' },
      ],
    })
  })

  it('of a task that nobody declared is the task alone', () => {
    expect(why(institution('A', 'ppp', { nearness: 'powiat', km: null }))).toEqual({
      pros: [{ kind: 'task' }, { kind: 'near', nearness: 'powiat', km: null }, { kind: 'agreement' }],
      cons: [{ kind: 'undeclared' }],
    })
  })
})

describe('how near', () => {
  it.each([
    ['1816122', 'gmina', 'gmina'],
    ['1816082', 'gmina', 'powiat'],
    // a PCPR has its desk in the city beside, which is a powiat of its own
    ['1863011', 'powiat', 'powiat'],
    ['1863011', 'wojewodztwo', 'wojewodztwo'],
    ['1863011', 'gmina', 'wojewodztwo'],
  ] as const)('%s of level %s is %s', (seat, level, nearness) => {
    expect(nearnessOf('1816122', seat, level)).toBe(nearness)
  })
})
