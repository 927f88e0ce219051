import { describe, expect, it } from 'vitest'
import { type Candidate, countsAs, proposalsFor, type Service } from '@/lib/baskets/proposals'

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
  offers: new Map(),
  ...fields,
})

const offering = (key: string, waitingDays: number | null = null) => ({
  offers: new Map([[key, { waitingDays, places: null }]]),
})

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

  it('order by team, refusal, declaration and queue', () => {
    const refused = new Set(['refused terapia'])
    expect(
      names(
        [service('terapia', ['ppp', 'ngo'])],
        [
          institution('outside', 'ngo', { inTeam: false, ...offering('terapia') }),
          institution('refused', 'ppp', offering('terapia')),
          institution('queue', 'ppp', offering('terapia', 120)),
          institution('supposed', 'ngo'),
          institution('free', 'ppp', offering('terapia', 0)),
        ],
        refused,
      ),
    ).toEqual([
      'terapia: free (declared), queue (declared), supposed (task), outside (declared), refused (declared)',
    ])
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
