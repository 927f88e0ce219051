import { describe, expect, it } from 'vitest'
import type { Actor, Assignment, Role } from '@/lib/policy/actor'
import { decide, type Facts } from '@/lib/policy/decide'
import { permissions } from '@/lib/policy/permissions'
import { beyond, columns, matrix, rows } from '@/tests/security/role-matrix'

/** What the person is to the subject: the own assignment, and what policy is told of the subject. */
type Situation = { readonly assignment?: Partial<Assignment>; readonly facts: Facts }

const foreignCase = { teamId: 'T', caseId: 'C', ownerInstitutionId: 'other', wojewodztwoCode: '20' }
const ownCase = { ...foreignCase, ownerInstitutionId: 'mine' }
const shared = { ...foreignCase, participates: true, open: true }
const coordinated = { teamId: 'T' }
const assigned = { caseId: 'C' }
const sent = { ...foreignCase, providerInstitutionId: 'mine', open: true }
const named = { ...sent, responsibleUserId: 'me' }

const situations = {
  stranger: { facts: { ...foreignCase, institutionId: 'other', participates: false, open: true } },
  ownRegion: { facts: { wojewodztwoCode: '18', institutionId: 'other', teamId: 'T' } },
  ownInstitution: { facts: { wojewodztwoCode: '20', institutionId: 'mine' } },
  memberTeam: { facts: { wojewodztwoCode: '20', teamId: 'T', memberOfTeam: true } },
  ownArea: { facts: { wojewodztwoCode: '20', servesGmina: true } },
  aCentre: { facts: { wojewodztwoCode: '20', institutionId: 'other', regionalCentre: true } },
  orphanedInstitution: { facts: { wojewodztwoCode: '18', institutionId: 'other', orphaned: true } },
  orphanedElsewhere: { facts: { wojewodztwoCode: '20', institutionId: 'other', orphaned: true } },
  assignedTeam: { assignment: coordinated, facts: { wojewodztwoCode: '20', teamId: 'T' } },
  ownerCase: { facts: ownCase },
  partConsent: { facts: shared },
  partNoConsent: { facts: { ...shared, open: false } },
  teamCaseOwner: { assignment: coordinated, facts: ownCase },
  teamCaseConsent: { assignment: coordinated, facts: shared },
  teamCaseNoConsent: { assignment: coordinated, facts: { ...shared, open: false } },
  teamCaseNoPart: { assignment: coordinated, facts: { ...shared, participates: false } },
  caseOwner: { assignment: assigned, facts: ownCase },
  caseConsent: { assignment: assigned, facts: shared },
  caseNoConsent: { assignment: assigned, facts: { ...shared, open: false } },
  caseNoPart: { assignment: assigned, facts: { ...shared, participates: false } },
  providerConsent: { facts: sent },
  providerNoConsent: { facts: { ...sent, open: false } },
  lineConsent: { facts: named },
  lineNoConsent: { facts: { ...named, open: false } },
  lineOwner: { facts: { ...named, ownerInstitutionId: 'mine', open: false } },
  lineElsewhere: { facts: { ...named, providerInstitutionId: 'other' } },
  asked: { facts: { ...foreignCase, expertId: 'me', expertInstitutionId: 'mine' } },
  askedElsewhere: { facts: { ...foreignCase, expertId: 'me', expertInstitutionId: 'other' } },
  animated: { facts: { animatorId: 'me', animatorInstitutionId: 'mine', wojewodztwoCode: '20' } },
  animatedElsewhere: { facts: { animatorId: 'me', animatorInstitutionId: 'other', wojewodztwoCode: '20' } },
  author: { facts: { authorId: 'me', authorInstitutionId: 'mine', wojewodztwoCode: '20' } },
  authorElsewhere: { facts: { authorId: 'me', authorInstitutionId: 'other', wojewodztwoCode: '20' } },
} satisfies Record<string, Situation>
type Name = keyof typeof situations
const names = Object.keys(situations) as Name[]

/** How far each word of the matrix reaches (domain 3.5, 3.6, 5.3.7): where it says yes. Everywhere else it is no. */
const reaches: Record<string, readonly Name[]> = {
  everywhere: names,
  region: ['ownRegion', 'orphanedInstitution'],
  orphaned: ['orphanedInstitution'],
  institution: ['ownInstitution'],
  memberTeam: ['memberTeam'],
  assignedTeam: ['assignedTeam', 'teamCaseOwner', 'teamCaseConsent', 'teamCaseNoConsent', 'teamCaseNoPart'],
  unit: ['ownerCase', 'teamCaseOwner', 'caseOwner', 'lineOwner'],
  participating: [
    'ownerCase',
    'teamCaseOwner',
    'caseOwner',
    'lineOwner',
    'partConsent',
    'teamCaseConsent',
    'caseConsent',
  ],
  teamCases: ['assignedTeam', 'teamCaseOwner', 'teamCaseConsent'],
  case: ['caseOwner', 'caseConsent'],
  provider: ['providerConsent', 'lineConsent', 'lineOwner'],
  line: ['lineConsent', 'lineOwner'],
  ownLine: ['lineOwner'],
  ownArea: ['ownArea'],
  regionalCentre: ['aCentre'],
  consulted: ['asked'],
  animated: ['animated'],
  author: ['author'],
}

const actorIn = (role: Role, { assignment }: Situation): Actor => ({
  userId: 'me',
  institutionId: 'mine',
  institutionName: 'OPS',
  institutionKind: 'ops',
  wojewodztwoCode: '18',
  givenName: 'Anna',
  familyName: 'Próbna',
  email: 'anna@test.example',
  formOfAddress: 'pani',
  assignments: [{ role, teamId: null, caseId: null, wojewodztwoCode: null, endsOn: null, ...assignment }],
})

/** `role reach, role reach` → reaches by role. */
const held = (holders: string): Map<string, string[]> => {
  const by = new Map<string, string[]>()
  for (const one of holders.split(', ')) {
    const [role = '', reach = ''] = one.split(' ')
    by.set(role, [...(by.get(role) ?? []), reach])
  }
  return by
}

const cellOf = (row: string, role: string): string =>
  (rows[row as keyof typeof rows] ?? '').split(' ')[(columns as readonly string[]).indexOf(role)] ?? ''
/** U and A include R; C includes R of what one made oneself (3.6). */
const covers = (cell: string, letters: string): boolean =>
  [...letters].some((letter) => (letter === 'R' ? /[RCUA]/.test(cell) : cell.includes(letter)))

describe('the matrix of domain 3.6', () => {
  it('names each permission once', () => {
    expect([...permissions].sort()).toEqual([...new Set(permissions)].sort())
  })

  it('knows every permission, and no other', () => {
    const missing = permissions.filter((p) => !(p in matrix))
    const unknown = Object.keys(matrix).filter((p) => !(permissions as readonly string[]).includes(p))
    expect(
      { missing, unknown },
      `Enter into tests/security/role-matrix/, out of domain 3.6: ${missing.join(', ') || 'nothing'}. Take out: ${unknown.join(', ') || 'nothing'}.`,
    ).toEqual({ missing: [], unknown: [] })
  })

  it('has a cell for each of seventeen roles in each row', () => {
    expect(columns.length).toBe(17)
    const short = Object.entries(rows).filter(([, cells]) => !/^[CRUASP-]+( [CRUASP-]+){16}$/.test(cells))
    expect(short).toEqual([])
  })

  it('gives nobody a permission whose letter is not in the cell of the role', () => {
    const more = Object.entries(matrix).flatMap(([permission, [needs, holders]]) => {
      const [letters = '', row = ''] = needs.split(' ')
      return [...held(holders).keys()]
        .filter((role) => !covers(cellOf(row, role), letters))
        .map((role) => `${permission} ${role}`)
    })
    expect(more).toEqual(Object.keys(beyond))
  })

  const known = permissions.filter((p) => p in matrix)
  it.each(known)('%s: every role in every situation', (permission) => {
    const by = held(matrix[permission]?.[1] ?? '')
    const wrong: string[] = []
    for (const role of columns)
      for (const name of names) {
        const situation: Situation = situations[name]
        const expected = (by.get(role) ?? []).some((reach) => reaches[reach]?.includes(name))
        const { allowed } = decide(actorIn(role, situation), permission, situation.facts)
        if (allowed !== expected) wrong.push(`${role} in ${name}: ${allowed ? 'allowed' : 'refused'}`)
      }
    expect(wrong, `${permission} is not what tests/security/role-matrix/ says`).toEqual([])
  })
})
