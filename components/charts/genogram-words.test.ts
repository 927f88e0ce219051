import { expect, test } from 'vitest'
import { type GenogramLink, type GenogramPerson, genogramSentences } from '@/components/charts/genogram-words'

const person = (id: string, more: Partial<GenogramPerson> = {}): GenogramPerson => ({
  id,
  givenName: id,
  familyName: 'Próbna',
  sex: null,
  age: null,
  diedOn: null,
  leftOn: null,
  main: false,
  home: true,
  generation: 0,
  ...more,
})

const link = (from: string, kind: GenogramLink['kind'], to: string, more: Partial<GenogramLink> = {}) => ({
  from,
  to,
  kind,
  startsOn: null,
  endsOn: null,
  ended: false,
  ...more,
})

test('the genogram in sentences', () => {
  expect(
    genogramSentences(
      [
        person('Ewa', { main: true, age: 38 }),
        person('Jan', { age: 41, home: false }),
        person('Ola', { age: 12 }),
        person('Maria', { age: 71, diedOn: '2020-05-12', home: false }),
        person('Piotr', { leftOn: '2024-01-31', home: false }),
      ],
      [
        link('Ewa', 'partner', 'Jan', { startsOn: '2010-06-01', endsOn: '2019-02-03', ended: true }),
        link('Ewa', 'parent', 'Ola'),
        link('Jan', 'parent', 'Ola'),
        link('Maria', 'grandparent', 'Ola'),
        link('Ewa', 'halfSibling', 'Piotr'),
      ],
    ),
  ).toEqual([
    'Ewa Próbna, 38 lat, osoba główna. Dawna para: Jan Próbna (od 1.06.2010 do 3.02.2019). Dzieci: Ola Próbna. Rodzeństwo przyrodnie: Piotr Próbna.',
    'Jan Próbna, 41 lat. Dawna para: Ewa Próbna (od 1.06.2010 do 3.02.2019). Dzieci: Ola Próbna.',
    'Ola Próbna, 12 lat. Rodzice: Ewa Próbna i Jan Próbna. Babcia lub dziadek: Maria Próbna.',
    'Maria Próbna, zm. 12.05.2020 w wieku: 71 lat.',
    'Piotr Próbna, poza sprawą od 31.01.2024. Rodzeństwo przyrodnie: Ewa Próbna.',
    'Mieszkają razem: Ewa Próbna i Ola Próbna.',
    'Mieszkają osobno: Jan Próbna.',
  ])
})

test('of whom the reader may see the name only, no age is told', () => {
  expect(genogramSentences([person('Ewa')], [])).toEqual(['Ewa Próbna.'])
})
