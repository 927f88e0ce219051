import { describe, expect, test } from 'vitest'
import {
  areas,
  categories,
  closingReasons,
  dataCategories,
  declineReasons,
  fundingSources,
  institutionKinds,
  modelVariants,
  needTypes,
  outcomeCodes,
  redirectTargets,
  rejectionReasons,
  relations,
  roleKeys,
  roles,
  serviceConflicts,
  serviceNames,
  servicesAtHome,
  serviceTypes,
  suggestVariant,
} from '@/lib/catalogue'

const ordinary = ['PODSTAWOWE', 'BYT', 'FINANSE', 'PRACA', 'EDUKACJA', 'RELACJE', 'PRAWNE']
const guarded = ['BEZPIECZENSTWO', 'ZDROWIE', 'PSYCHIKA_UZALEZNIENIA', 'KARNE', 'INNE_SZCZEGOLNE']
const sorted = (keys: readonly string[]) => [...keys].sort()

test('the reference files are whole', () => {
  expect(serviceTypes()).toHaveLength(125)
  expect(serviceTypes().filter((service) => service.core)).toHaveLength(98)
  expect(needTypes()).toHaveLength(31)
  expect(institutionKinds()).toHaveLength(80)
  expect(areas()).toHaveLength(11)
  expect(fundingSources()).toHaveLength(14)
  expect(outcomeCodes()).toHaveLength(6)
  expect(redirectTargets()).toHaveLength(4)
  expect(relations()).toHaveLength(23)
  expect(declineReasons()).toHaveLength(9)
  expect(rejectionReasons()).toHaveLength(9)
  expect(closingReasons()).toHaveLength(9)
  expect(roles().map((role) => role.key)).toEqual(roleKeys)
  expect(roles().filter((role) => !role.signIn)).toHaveLength(1)
})

describe('services with opposite aims', () => {
  const known = new Set(serviceTypes().map(({ key }) => key))

  test('name services of the catalogue, each pair once, with a reason in a sentence', () => {
    expect(serviceConflicts()).toHaveLength(59)
    expect(serviceConflicts().filter(({ blocks }) => blocks)).toHaveLength(35)
    const pairs = serviceConflicts().map(({ services }) => [...services].sort().join(' '))
    expect(new Set(pairs).size).toBe(59)
    expect(
      serviceConflicts().filter(({ services: [a, b] }) => a === b || !known.has(a) || !known.has(b)),
    ).toEqual([])
    expect(serviceConflicts().filter(({ reasonPl }) => !/^\p{Lu}.+\.$/u.test(reasonPl))).toEqual([])
  })

  test('services that come to the family are of the catalogue', () => {
    expect(servicesAtHome().filter(({ key }) => !known.has(key))).toEqual([])
    expect(servicesAtHome()).toHaveLength(21)
  })
})

describe('names of services for a family that reads Ukrainian or English', () => {
  test('stand for every service of the catalogue, in its order', () => {
    expect(
      serviceNames()
        .map(({ key }) => key)
        .sort(),
    ).toEqual(
      serviceTypes()
        .map(({ key }) => key)
        .sort(),
    )
    expect(serviceNames()).toHaveLength(125)
  })

  test('Ukrainian is written in its own letters, English in its own, and no two services share a name', () => {
    expect(serviceNames().filter(({ uk }) => !/^\p{Lu}/u.test(uk) || /[ыэёъ]/u.test(uk))).toEqual([])
    // abbreviations of Polish offices stay as they stand on their doors
    expect(
      serviceNames()
        .filter(({ uk }) => /\p{Script=Latin}/u.test(uk))
        .map(({ key }) => key),
    ).toEqual(['sprawy_krus_zus'])
    expect(serviceNames().filter(({ en }) => !/^[A-Z][a-zA-Z ,:()’“”-]+$/u.test(en))).toEqual([])
    expect(new Set(serviceNames().map(({ uk }) => uk)).size).toBe(125)
    expect(new Set(serviceNames().map(({ en }) => en)).size).toBe(125)
  })

  test.each([
    ['swietlica_szkolna', 'Група продовженого дня у школі', 'School after-class club'],
    ['asystent_rodziny', 'Підтримка асистента сім’ї', 'Support of a family assistant'],
    ['nieodplatna_pomoc_prawna', 'Безоплатна правова допомога', 'Free legal help'],
  ])('%s', (key, uk, en) => {
    expect(serviceNames().find((name) => name.key === key)).toEqual({ key, uk, en })
  })
})

describe('data categories (domain 5.5)', () => {
  test('the list is closed and each is named', () => {
    expect(categories().dataCategories.map((category) => category.key)).toEqual(dataCategories)
    expect(
      categories()
        .dataCategories.filter((category) => category.law !== 'ordinary')
        .map((category) => category.key),
    ).toEqual(['BEZPIECZENSTWO', 'ZDROWIE', 'PSYCHIKA_UZALEZNIENIA', 'KARNE', 'INNE_SZCZEGOLNE'])
  })

  test('no entry without a category and no category without an entry', () => {
    expect(sorted(Object.keys(categories().services))).toEqual(
      sorted(serviceTypes().map((service) => service.key)),
    )
    expect(sorted(Object.keys(categories().needs))).toEqual(sorted(needTypes().map((need) => need.key)))
    expect(sorted(Object.keys(categories().areas))).toEqual(sorted(areas().map((area) => area.key)))
    expect(sorted(Object.keys(categories().statutoryAreas))).toEqual(
      sorted([...new Set(serviceTypes().map((service) => service.category))]),
    )
    expect(sorted(Object.keys(categories().serviceCategories))).toEqual(
      sorted(Object.keys(categories().statutoryAreas)),
    )
  })

  const entries = [...serviceTypes(), ...needTypes()]

  test.each(entries.filter((entry) => entry.sensitive))('$key is sensitive: guarded', ({ dataCategory }) => {
    expect(guarded).toContain(dataCategory)
  })

  test.each(entries.filter((entry) => !entry.sensitive))('$key is not: ordinary', ({ dataCategory }) => {
    expect(ordinary).toContain(dataCategory)
  })

  test('how many of each kind, so that neither list above can be empty', () => {
    expect(entries.filter((entry) => entry.sensitive)).toHaveLength(52)
    expect(entries.filter((entry) => !entry.sensitive)).toHaveLength(104)
  })

  test.each([
    ['dzielnicowy', 'KARNE'],
    ['nadzor_kuratora', 'KARNE'],
    ['wsparcie_przemoc', 'BEZPIECZENSTWO'],
    ['terapia_uzaleznien', 'PSYCHIKA_UZALEZNIENIA'],
    ['wsparcie_parafialne', 'INNE_SZCZEGOLNE'],
    ['nieodplatna_pomoc_prawna', 'PRAWNE'],
    ['zasilek_celowy', 'FINANSE'],
    ['najem_socjalny', 'BYT'],
  ])('%s is %s', (key, category) => {
    expect(serviceTypes().find((service) => service.key === key)?.dataCategory).toBe(category)
  })
})

describe('what refers to what', () => {
  test('services name known kinds of institution, needs known services', () => {
    const kinds = new Set(institutionKinds().map((kind) => kind.key))
    const services = new Set(serviceTypes().map((service) => service.key))
    expect(
      serviceTypes().flatMap((service) => service.providerKinds.filter((kind) => !kinds.has(kind))),
    ).toEqual([])
    expect(needTypes().flatMap((need) => need.serviceKeys.filter((key) => !services.has(key)))).toEqual([])
  })

  test('every category belongs to one of the 14 statutory areas', () => {
    const names = categories().statutoryAreaNames
    expect(Object.keys(names)).toHaveLength(14)
    expect(serviceTypes().filter((service) => names[service.statutoryArea] === undefined)).toEqual([])
  })

  test('a reason to close gives an outcome that exists', () => {
    const outcomes = new Set(outcomeCodes().map((outcome) => outcome.key))
    expect(closingReasons().filter(({ outcome }) => outcome !== null && !outcomes.has(outcome))).toEqual([])
  })
})

describe('diagnosis areas', () => {
  test('the area bears the first of its categories; only safety is always required', () => {
    expect(areas().map((area) => [area.key, area.categories[0]])).toEqual([
      ['warunki_bytowe', 'BYT'],
      ['dochody', 'FINANSE'],
      ['praca', 'PRACA'],
      ['zdrowie', 'ZDROWIE'],
      ['zdrowie_psychiczne', 'PSYCHIKA_UZALEZNIENIA'],
      ['edukacja', 'EDUKACJA'],
      ['relacje', 'RELACJE'],
      ['bezpieczenstwo', 'BEZPIECZENSTWO'],
      ['sprawy_prawne', 'PRAWNE'],
      ['siec_wsparcia', 'RELACJE'],
      ['samodzielnosc', 'RELACJE'],
    ])
    expect(areas().filter((area) => categories().areas[area.key] !== area.categories[0])).toEqual([])
    expect(areas().flatMap((area) => (area.required ? [area.key] : []))).toEqual(['bezpieczenstwo'])
  })

  test('every need touches an area', () => {
    expect(needTypes().filter((need) => need.areaKeys.length === 0)).toEqual([])
    const known = new Set(needTypes().map((need) => need.key))
    expect(areas().flatMap((area) => area.needs.filter((key) => !known.has(key)))).toEqual([])
  })

  test('a sensitive need makes no ordinary area required, which would tell of it; origin has no area of its own', () => {
    const telling = needTypes().filter((need) =>
      areas().some(
        (area) =>
          need.sensitive && area.needs.includes(need.key) && !area.categories.includes(need.dataCategory),
      ),
    )
    expect(telling.map((need) => need.key)).toEqual(['integracja_cudzoziemcow', 'cudzoziemcy_inne'])
  })

  test('work is described as the families read it', () => {
    expect(areas()[2]?.levels[0]).toBe(
      'Nikt dorosły nie pracuje od ponad roku i nie szuka, bo dotąd nic się nie udało.',
    )
  })
})

describe('model variants', () => {
  test('names of team, family team and plan', () => {
    expect(
      modelVariants().map((variant) => [
        variant.key,
        variant.teamShort,
        variant.familyTeamShort,
        variant.planShort,
      ]),
    ).toEqual([
      ['I', 'PZK (GPZK)', 'zespół rodziny', 'IPW'],
      ['II', 'PZK', 'GGK', 'plan GGK'],
      ['III', 'PZK', 'ZZK', 'kontrakt'],
    ])
  })

  test.each([
    [{ kind: 2, cityPowiat: false }, 'I'],
    [{ kind: 3, cityPowiat: false }, 'II'],
    [{ kind: 1, cityPowiat: true }, 'III'],
    [{ kind: 1, cityPowiat: false }, undefined],
    [{ kind: 1, cityPowiat: false, townOver20k: false }, undefined],
    [{ kind: 1, cityPowiat: false, townOver20k: true }, 'III'],
    [{ kind: 3, cityPowiat: false, townOver20k: true }, 'II'],
  ] as const)('%j is suggested %s', (gmina, key) => {
    expect(suggestVariant(gmina)).toBe(key)
  })
})

test('a redirection to the Blue Card reads like any other to those who may not know', () => {
  expect(new Set(redirectTargets().map((target) => target.publicPl))).toEqual(
    new Set(['Przekierowano do innej procedury']),
  )
  expect(redirectTargets().filter((target) => target.protected)).toHaveLength(1)
})
