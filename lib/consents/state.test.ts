import { describe, expect, test } from 'vitest'
import {
  type ConsentStatus,
  consentStep,
  lastDayOfGuardians,
  signingOf,
  standing,
  withoutBasic,
} from '@/lib/consents/state'

describe('steps of a consent', () => {
  test.each<[ConsentStatus, ConsentStatus, unknown]>([
    ['draft', 'granted', { ok: true, by: 'consent.record' }],
    ['draft', 'refused', { ok: true, by: 'consent.record' }],
    ['draft', 'withdrawn', { ok: false, reason: 'noSuchStep' }],
    ['granted', 'withdrawn', { ok: true, by: 'consent.withdraw' }],
    ['granted', 'expired', { ok: true, by: 'time' }],
    ['granted', 'replaced', { ok: true, by: 'consent.record' }],
    ['granted', 'refused', { ok: false, reason: 'noSuchStep' }],
    ['granted', 'draft', { ok: false, reason: 'noSuchStep' }],
    ['refused', 'replaced', { ok: true, by: 'consent.record' }],
    ['refused', 'granted', { ok: false, reason: 'noSuchStep' }],
    ['withdrawn', 'granted', { ok: false, reason: 'ended' }],
    ['expired', 'granted', { ok: false, reason: 'ended' }],
    ['replaced', 'granted', { ok: false, reason: 'ended' }],
  ])('%s to %s', (from, to, expected) => {
    expect(consentStep(from, to)).toEqual(expected)
  })
})

describe('a guardian signs until the eve of the eighteenth birthday', () => {
  test.each([
    ['2017-03-14', '2035-03-13'],
    ['2012-01-01', '2029-12-31'],
    // art. 112 KC: born on 29 February, of age when the last day of February begins
    ['2012-02-29', '2030-02-27'],
  ] as const)('born %s: until %s', (bornOn, last) => {
    expect(lastDayOfGuardians(bornOn)).toBe(last)
  })

  test('on the day itself it has expired, on the eve it has not', () => {
    expect(standing('granted', '2035-03-13', '2035-03-13')).toBe('granted')
    expect(standing('granted', '2035-03-13', '2035-03-14')).toBe('expired')
    expect(standing('granted', null, '2035-03-14')).toBe('granted')
    expect(standing('refused', '2035-03-13', '2035-03-14')).toBe('refused')
  })
})

describe('who signs', () => {
  const person = {
    personId: 'kuba',
    minor: true,
    underGuardianship: false,
    guardianIds: ['dorota', 'marek'],
    guardianConflict: false,
    courtDecision: null,
  }
  test.each([
    ['an adult', { minor: false, guardianIds: [] }, { kind: 'self', signers: ['kuba'] }],
    [
      'an adult under guardianship',
      { minor: false, underGuardianship: true },
      { kind: 'one', signers: ['dorota', 'marek'] },
    ],
    ['a child', {}, { kind: 'one', signers: ['dorota', 'marek'] }],
    [
      'a child of parents in conflict',
      { guardianConflict: true },
      { kind: 'all', signers: ['dorota', 'marek'] },
    ],
    [
      'the same with a court decision',
      { guardianConflict: true, courtDecision: 'III Nsm 12/26' },
      { kind: 'court', signers: ['dorota', 'marek'] },
    ],
    ['a child without a recorded guardian', { guardianIds: [] }, { kind: 'nobody', signers: [] }],
  ])('%s', (_name, change, expected) => {
    expect(signingOf({ ...person, ...change })).toEqual(expected)
  })
})

test('every category needs the basic data of the same institution', () => {
  expect(
    withoutBasic([
      { institutionId: 'school', category: 'PODSTAWOWE' },
      { institutionId: 'school', category: 'EDUKACJA' },
      { institutionId: 'clinic', category: 'ZDROWIE' },
      { institutionId: 'clinic', category: 'RELACJE' },
    ]),
  ).toEqual(['clinic'])
})
