import { describe, expect, it } from 'vitest'
import { missingForActive, missingForAgreement, refusalToLeave, type TeamSetup } from '@/lib/teams/conditions'
import { stepOf, type TeamStatus, teamActions } from '@/lib/teams/state'

const party = (kindKey: string, over: Partial<TeamSetup['parties'][number]> = {}) => ({
  institutionId: kindKey,
  kindKey,
  replacesOps: false,
  founding: true,
  signedOn: '2026-11-01' as const,
  ...over,
})

const ready: TeamSetup = {
  parties: [party('ops'), party('pcpr'), party('szkola_podstawowa')],
  agreementFrom: '2026-12-01',
  agreementTo: '2028-12-31',
  agreementText: 'Strony postanawiają współpracować.',
  minimumSignatures: null,
  rulesAdoptedOn: '2026-11-20',
  coordinators: 1,
  openCases: 0,
  requiredKinds: [],
  askedDocuments: {},
  attached: [],
}

const statuses: TeamStatus[] = ['initiated', 'agreement', 'active', 'suspended', 'dissolved']

/** Where each action leads from each state; '-' is refused. Columns as in `statuses`. */
const expected: Record<(typeof teamActions)[number], string> = {
  'team.mend': 'initiated - - - -',
  'team.addMember': 'initiated agreement - - -',
  'team.removeMember': 'initiated agreement - - -',
  'team.nameRepresentatives': 'initiated agreement active suspended -',
  'team.adoptRules': 'initiated agreement active - -',
  'team.appoint': 'initiated agreement active suspended -',
  'team.setDeadlines': 'initiated agreement active suspended -',
  'team.moveVariantVersion': 'initiated agreement active suspended -',
  'team.sendAgreement': 'agreement - - - -',
  'team.recordSignature': '- agreement active - -',
  'team.unrecordSignature': '- agreement - - -',
  'team.takeBack': '- initiated - - -',
  'team.activate': '- active - - -',
  'team.giveUp': 'dissolved dissolved - - -',
  'team.accession': '- - active - -',
  'team.withdraw': '- - active - -',
  'team.extendAgreement': '- - active suspended -',
  'team.suspend': '- - suspended - -',
  'team.resume': '- - - active -',
  'team.dissolve': '- - dissolved dissolved -',
}

describe('states and actions of a team', () => {
  it.each(teamActions)('%s', (action) => {
    const row = statuses.map((status) => {
      const step = stepOf(status, action, ready)
      return step.open && step.missing.length === 0 ? step.to : '-'
    })
    expect(row.join(' ')).toBe(expected[action])
  })
})

const keys = (missing: readonly { key: string }[]) => missing.map((m) => m.key)

describe('sending the agreement', () => {
  it.each([
    ['nobody', [], ['parties', 'opsSide', 'powiatSide']],
    ['an OPS alone', [party('ops')], ['parties', 'powiatSide']],
    ['OPS and school', [party('ops'), party('szkola_podstawowa')], ['powiatSide']],
    ['PCPR and school', [party('pcpr'), party('szkola_podstawowa')], ['opsSide']],
    ['OPS and PCPR', [party('ops'), party('pcpr')], []],
    ['CUS in place of the OPS, and PCPR', [party('cus', { replacesOps: true }), party('pcpr')], []],
    ['MOPR plays both sides, with a school', [party('mopr'), party('szkola_podstawowa')], []],
    ['MOPR alone', [party('mopr')], ['parties']],
  ])('%s', (_name, parties, missing) => {
    expect(keys(missingForAgreement({ ...ready, parties }))).toEqual(missing)
  })

  it('asks for the draft and its dates', () => {
    expect(keys(missingForAgreement({ ...ready, agreementText: null, agreementTo: null }))).toEqual([
      'agreementText',
      'agreementDates',
    ])
  })
})

describe('activating', () => {
  const unsigned = [party('ops'), party('pcpr', { signedOn: null }), party('szkola_podstawowa')]

  it('asks for every founding signature', () => {
    expect(missingForActive({ ...ready, parties: unsigned })).toEqual([
      { key: 'signatures', have: 2, need: 3 },
    ])
  })
  it('is content with the configured minimum', () => {
    expect(missingForActive({ ...ready, parties: unsigned, minimumSignatures: 2 })).toEqual([])
  })
  it('does not wait for who joined by an annex', () => {
    const parties = [party('ops'), party('pcpr'), party('ngo', { founding: false, signedOn: null })]
    expect(missingForActive({ ...ready, parties })).toEqual([])
  })
  it('asks for rules and a coordinator', () => {
    expect(keys(missingForActive({ ...ready, rulesAdoptedOn: null, coordinators: 0 }))).toEqual([
      'rules',
      'coordinator',
    ])
  })
})

describe('what the version of the variant asks for', () => {
  const asking: TeamSetup = {
    ...ready,
    requiredKinds: ['biblioteka', 'szkola_podstawowa', 'kgw'],
    askedDocuments: {
      'team.activate': ['zarzadzenie', 'plan_zespolu'],
      'team.dissolve': ['sprawozdanie'],
    },
    attached: ['plan_zespolu'],
  }

  it('holds up the start of a team by name, and not the sending of the agreement', () => {
    expect(missingForActive(asking)).toEqual([
      { key: 'kinds', names: ['Biblioteka publiczna', 'Koło gospodyń wiejskich'] },
      { key: 'documents', documents: ['zarzadzenie'] },
    ])
    expect(missingForAgreement(asking)).toEqual([])
  })
  it('holds up the end of a team until its report is attached, and nothing else of a running one', () => {
    const missing = (status: TeamStatus, action: (typeof teamActions)[number]) => {
      const step = stepOf(status, action, asking)
      return step.open ? step.missing : null
    }
    const report = [{ key: 'documents', documents: ['sprawozdanie'] }]
    expect(missing('active', 'team.dissolve')).toEqual(report)
    expect(missing('suspended', 'team.dissolve')).toEqual(report)
    expect(missing('suspended', 'team.resume')).toEqual([])
    expect(missing('active', 'team.suspend')).toEqual([])
  })
})

describe('dissolving and leaving', () => {
  it('waits for the last open case', () => {
    expect(stepOf('active', 'team.dissolve', { ...ready, openCases: 2 })).toEqual({
      open: true,
      to: 'dissolved',
      missing: [{ key: 'openCases', count: 2 }],
    })
  })
  it.each([
    ['ops', 'leadStays'],
    ['pcpr', 'powiatSideStays'],
    ['szkola_podstawowa', null],
  ])('%s', (leaving, refusal) => {
    expect(refusalToLeave(ready, leaving, 'ops')).toBe(refusal)
  })
})
