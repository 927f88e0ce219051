import { describe, expect, it } from 'vitest'
import { officeName } from '@/lib/messages/pl/teams'
import { nationalBody } from '@/lib/variants/body'
import { wordsOf } from '@/lib/variants/words'

describe('words of a variant', () => {
  it.each([
    ['I', 'Zespół rodziny', 'Indywidualny Program Współpracy (IPW)', 'IPW', 'Animator gminny'],
    [
      'II',
      'Gminna Grupa Kooperacyjna (GGK)',
      'Plan Gminnej Grupy Kooperacyjnej (plan GGK)',
      'Plan GGK',
      'Lider gminny',
    ],
    [
      'III',
      'Zadaniowy Zespół Kooperacyjny (ZZK)',
      'Kontrakt socjalny i plan współpracy (kontrakt)',
      'Kontrakt',
      'Lider instytucjonalny',
    ],
  ] as const)('%s', (key, familyTeam, plan, planShort, leader) => {
    const words = wordsOf(nationalBody(key))
    expect([words.familyTeam, words.plan, words.planShort, words.roles.lider_gminny]).toEqual([
      familyTeam,
      plan,
      planShort,
      leader,
    ])
  })

  it('stand with the common name of an office where they are another', () => {
    expect(officeName('Animator gminny', 'Lider gminny')).toBe('Animator gminny (lider gminny)')
    expect(officeName('Lider gminny', 'Lider gminny')).toBe('Lider gminny')
    expect(officeName(undefined, 'Koordynator zespołu')).toBe('Koordynator zespołu')
  })
})
