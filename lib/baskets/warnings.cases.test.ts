import { describe, expect, it } from 'vitest'
import { lineWarnings } from '@/lib/baskets/warnings'
import { around, lineOf, warned } from '@/tests/support/basket-notation'

type Case = readonly [what: string, basket: readonly string[], expected: readonly string[]]

describe('nothing is said', () => {
  it.each<Case>([
    ['of an empty basket', [], []],
    ['of one line', ['a asystent_rodziny gops ewa weekly*1 2@16:00'], []],
    ['of two services that go together', ['a asystent_rodziny gops ewa', 'b powrot_dziecka pcpr *'], []],
    [
      'of a whole ordinary week',
      [
        'a asystent_rodziny gops ewa weekly*1 1@16:00',
        'b pomoc_pp szkola staś weekly*2 2@09:00',
        'c terapia_uzaleznien poradnia jan weekly*1 3@17:00',
        'd grupa_wsparcia fundacja ewa fortnightly*1 4@18:00',
        'e zasilek_celowy gops ewa once',
      ],
      [],
    ],
    ['of a benefit beside every meeting', ['a dodatek_mieszkaniowy gops ewa monthly*1', 'b ipd pup ewa'], []],
    ['of an unknown pair', ['a korepetycje szkola staś', 'b zajecia_sportowe fundacja staś'], []],
  ])('%s', (_what, basket, expected) => {
    expect(warned(basket)).toEqual(expected)
  })
})

describe('the same service twice', () => {
  it.each<Case>([
    [
      'one person, the same months',
      ['a korepetycje szkola staś', 'b korepetycje fundacja staś'],
      ['a+b duplicate !'],
    ],
    [
      'the same institution too',
      ['a korepetycje szkola staś', 'b korepetycje szkola staś'],
      ['a+b duplicate !'],
    ],
    [
      'explained on one of the two',
      ['a korepetycje szkola staś', 'b korepetycje fundacja staś because'],
      ['a+b duplicate'],
    ],
    ['two children', ['a korepetycje szkola staś', 'b korepetycje fundacja ola'], []],
    [
      'a child in both groups',
      ['a korepetycje szkola staś,ola', 'b korepetycje fundacja ola'],
      ['a+b duplicate !'],
    ],
    [
      'the family and one of it',
      ['a terapia_rodzinna poradnia *', 'b terapia_rodzinna pcpr ewa'],
      ['a+b duplicate !'],
    ],
    [
      'the last day of one is the first of the other',
      ['a korepetycje szkola staś 2026-12-01..2027-01-31', 'b korepetycje fundacja staś 2027-01-31..'],
      ['a+b duplicate !'],
    ],
    [
      'the day after',
      ['a korepetycje szkola staś 2026-12-01..2027-01-31', 'b korepetycje fundacja staś 2027-02-01..'],
      [],
    ],
    [
      'no end on either',
      ['a korepetycje szkola staś 2026-12-01..', 'b korepetycje fundacja staś 2030-01-01..'],
      ['a+b duplicate !'],
    ],
    ['one refused', ['a korepetycje szkola staś declined', 'b korepetycje fundacja staś'], []],
    ['one cancelled', ['a korepetycje szkola staś', 'b korepetycje fundacja staś cancelled'], []],
    [
      'one that did not come about',
      ['a korepetycje szkola staś notDelivered', 'b korepetycje fundacja staś'],
      [],
    ],
    [
      'one on a waiting list',
      ['a korepetycje szkola staś waitingList', 'b korepetycje fundacja staś'],
      ['a+b duplicate !'],
    ],
    ['both over', ['a korepetycje szkola staś delivered', 'b korepetycje fundacja staś partlyDelivered'], []],
    [
      'three of them, one explained',
      ['a korepetycje szkola staś', 'b korepetycje fundacja staś', 'c korepetycje poradnia staś because'],
      ['a+b+c duplicate !'],
    ],
  ])('%s', (_what, basket, expected) => {
    expect(warned(basket)).toEqual(expected)
  })
})

describe('opposite aims', () => {
  const mediation = 'a mediacje_rodzinne pcpr ewa,jan'
  it.each<Case>([
    [
      'mediation beside help after violence',
      [mediation, 'b wsparcie_przemoc fundacja ewa'],
      ['a+b opposite !'],
    ],
    ['mediation with a shelter', [mediation, 'b sow_schronienie fundacja ewa,ola,staś'], ['a+b opposite !']],
    [
      'common sessions during the programme',
      ['a terapia_rodzinna poradnia *', 'b program_kor_edu pcpr jan'],
      ['a+b opposite !'],
    ],
    [
      'a nursing home and training for a flat',
      ['a dps_pobyt pcpr ewa', 'b mieszkanie_treningowe gops ewa'],
      ['a+b opposite !'],
    ],
    [
      'a nursing home and care at home',
      ['a uslugi_opiekuncze gops ewa', 'b dps_pobyt pcpr ewa'],
      ['a+b opposite !'],
    ],
    [
      'return home and foster care: to be told',
      ['a powrot_dziecka pcpr staś', 'b piecza_rodzinna pcpr staś'],
      ['a+b opposite'],
    ],
    [
      'return home and a life of its own',
      ['a powrot_dziecka pcpr staś', 'b usamodzielnienie pcpr staś'],
      ['a+b opposite !'],
    ],
    [
      'two day rooms in the same afternoons',
      ['a swietlica_szkolna szkola ola', 'b pwd_opiekuncza fundacja ola'],
      ['a+b opposite'],
    ],
    [
      'a boarding institution and the day room',
      ['a mow_pobyt pcpr staś', 'b swietlica_szkolna szkola staś'],
      ['a+b opposite !'],
    ],
    ['internship and a job', ['a staz pup jan', 'b zatrudnienie_ps fundacja jan'], ['a+b opposite !']],
    ['whichever comes first', ['a zatrudnienie_ps fundacja jan', 'b staz pup jan'], ['a+b opposite !']],
    [
      'one institution with itself',
      ['a dps_pobyt gops ewa', 'b uslugi_opiekuncze gops ewa'],
      ['a+b opposite !'],
    ],
    ['of two different persons: none', ['a dps_pobyt pcpr ewa', 'b uslugi_opiekuncze gops jan'], []],
    [
      'one of them for the whole family',
      ['a konferencja_grupy_rodzinnej pcpr *', 'b program_kor_edu pcpr jan'],
      ['a+b opposite !'],
    ],
    [
      'both for the whole family',
      ['a mediacje_rodzinne pcpr *', 'b wsparcie_przemoc fundacja *'],
      ['a+b opposite !'],
    ],
    [
      'the programme ends on the day the sessions begin',
      ['a program_kor_edu pcpr jan 2026-12-01..2027-02-28', 'b terapia_rodzinna poradnia * 2027-02-28..'],
      ['a+b opposite !'],
    ],
    [
      'the programme ended the day before',
      ['a program_kor_edu pcpr jan 2026-12-01..2027-02-27', 'b terapia_rodzinna poradnia * 2027-02-28..'],
      [],
    ],
    ['one of them refused', [mediation, 'b wsparcie_przemoc fundacja ewa declined'], []],
    [
      'one of them cancelled',
      ['a mediacje_rodzinne pcpr ewa,jan cancelled', 'b wsparcie_przemoc fundacja ewa'],
      [],
    ],
    [
      'one of them over',
      ['a mediacje_rodzinne pcpr ewa,jan delivered', 'b wsparcie_przemoc fundacja ewa'],
      [],
    ],
    [
      'one of them stands still: it may go on',
      [mediation, 'b wsparcie_przemoc fundacja ewa suspended'],
      ['a+b opposite !'],
    ],
    [
      'three that contradict one another in two pairs',
      [mediation, 'b wsparcie_przemoc fundacja ewa', 'c sow_schronienie fundacja ewa'],
      ['a+b opposite !', 'a+c opposite !'],
    ],
  ])('%s', (_what, basket, expected) => {
    expect(warned(basket)).toEqual(expected)
  })

  it('in an environment, where nobody is named, is of the environment', () => {
    const here = { ...around, environment: true, personIds: [] }
    expect(warned(['a swietlica_szkolna szkola *', 'b pwd_opiekuncza fundacja *'], here)).toEqual([
      'a+b opposite',
    ])
  })

  it('says why in words of the reference data', () => {
    const lines = [mediation, 'b wsparcie_przemoc fundacja ewa'].map(lineOf)
    expect(lineWarnings(lines, around)[0]).toMatchObject({
      kind: 'opposite',
      reason:
        'Mediacja zakłada równe strony. Osobę, która doznaje przemocy, naraża na nacisk tego, kto ją stosuje.',
    })
  })
})
