import { describe, expect, it } from 'vitest'
import { changeWords } from '@/components/variants/changes'
import { nationalBody } from '@/lib/variants/body'
import { variantChanges } from '@/lib/variants/changes'

const national = nationalBody('I')
const worded = (to: typeof national): string[] =>
  variantChanges(national, to).map((change) => {
    const { section, label, text } = changeWords(change)
    return `${section}: ${label}: ${text}`
  })

describe('what two versions of a variant differ in', () => {
  it('is nothing between a version and itself', () => {
    expect(variantChanges(national, structuredClone(national))).toEqual([])
  })

  it('says names, levels and deadlines', () => {
    const { lider_gminny: _, ...roles } = national.roles
    expect(
      worded({
        ...national,
        labels: { ...national.labels, planShort: 'Program' },
        roles: { ...roles, animator: 'Doradca gminy' },
        twoLevels: true,
        terms: {
          ...national.terms,
          diagnosis: { unit: 'business', count: 20 },
          meetingRhythm: { unit: 'month', count: 2 },
        },
      }),
    ).toEqual([
      'names: Skrót nazwy planu: IPW → Program',
      'roles: Regionalny animator współpracy: Doradca → Doradca gminy',
      'roles: Lider gminny: Animator gminny → Lider gminny (nazwa wspólna)',
      'levels: Praca z rodziną: jeden poziom: z rodziną pracuje sam zespół → dwa poziomy: zespół instytucji i osobny zespół przy rodzinie',
      'terms: Diagnoza z rodziną: 30 dni kalendarzowych → 20 dni roboczych',
      'terms: Spotkanie zespołu co najmniej co: 3 miesiące → 2 miesiące',
    ])
  })

  it('says institutions and documents', () => {
    expect(
      worded({
        ...national,
        requiredKinds: ['policja_posterunek'],
        recommendedKinds: national.recommendedKinds.filter((key) => key !== 'policja_posterunek'),
        documents: { 'team.activate': ['zarzadzenie'], 'case.close': ['protokol'] },
      }),
    ).toEqual([
      'kinds: Wymagane instytucje: + Policja – posterunek / komisariat / dzielnicowy',
      'kinds: Zalecane instytucje: − Policja – posterunek / komisariat / dzielnicowy',
      'documents: Dodatkowe dokumenty, krok „Rozpoczęcie pracy zespołu”: + zarządzenie',
      'documents: Dodatkowe dokumenty, krok „Zakończenie pracy z rodziną”: + zatwierdzony protokół spotkania',
    ])
  })

  it('says areas: gone, new, renamed, always to be described, in another order', () => {
    const [first, second, third, ...rest] = national.areas
    if (!first || !second || !third) throw new Error('the model has areas')
    const here = { ...national, areas: [second, { ...first, name: 'Mieszkanie', required: true }, ...rest] }
    const order = (names: string[]) => [
      ...names,
      'Zdrowie',
      'Zdrowie psychiczne i uzależnienia',
      'Edukacja i rozwój dzieci',
      'Relacje i kompetencje rodzicielskie',
      'Bezpieczeństwo',
      'Sprawy prawne',
      'Sieć wsparcia i aktywność',
      'Samodzielność',
    ]
    expect(variantChanges(national, here)).toEqual([
      { section: 'areas', what: 'removed', area: 'Praca' },
      { section: 'areas', what: 'renamed', before: 'Warunki bytowe i mieszkanie', after: 'Mieszkanie' },
      { section: 'areas', what: 'required', area: 'Mieszkanie' },
      {
        section: 'areas',
        what: 'order',
        before: order(['Warunki bytowe i mieszkanie', 'Dochody i zadłużenie']),
        after: order(['Dochody i zadłużenie', 'Mieszkanie']),
      },
    ])
    expect(variantChanges(here, national)[0]).toEqual({ section: 'areas', what: 'added', area: 'Praca' })
  })
})
