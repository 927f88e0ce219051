import { expect, test } from 'vitest'
import { type Question, silences } from '@/lib/board/answers'

const question = (lineId: string, institutionId: string, sentOn: string, dueOn: string | null): Question => ({
  lineId,
  caseId: 'case',
  family: 'Rodzina Wrzosków',
  service: 'Mediacje rodzinne',
  institutionId,
  sentOn: sentOn as Question['sentOn'],
  dueOn: dueOn as Question['dueOn'],
})

const institution = (id: string, name: string) => ({ id, name, sector: 'oswiata', phone: null })

test('who has waited longest past the term comes first; the oldest question counts; who owes nothing is not there', () => {
  const rows = silences(
    [
      question('1', 'pcpr', '2026-11-22', '2026-11-29'),
      question('2', 'pup', '2026-11-14', '2026-11-21'),
      question('3', 'pup', '2026-11-24', '2026-12-01'),
      question('4', 'szkola', '2026-11-18', '2026-11-25'),
    ],
    [
      institution('pcpr', 'PCPR'),
      institution('pup', 'PUP'),
      institution('szkola', 'Szkoła'),
      institution('kpp', 'Policja'),
    ],
    '2026-11-25',
  )
  expect(
    rows.map(({ id, days, limit, over, questions }) => [id, days, limit, over, questions.length]),
  ).toEqual([
    ['pup', 11, 7, 4, 2],
    ['szkola', 7, 7, 0, 1],
    ['pcpr', 3, 7, 0, 1],
  ])
})

test('a question without a term is given the seven days of the model', () => {
  const [row] = silences(
    [question('1', 'pup', '2026-11-15', null)],
    [institution('pup', 'PUP')],
    '2026-11-25',
  )
  expect(row).toMatchObject({ days: 10, limit: 7, over: 3 })
})
