import { expect, it } from 'vitest'
import { csvOf } from '@/lib/format/csv'

it('writes a table as a Polish spreadsheet opens it, nothing in it a formula', () => {
  expect(
    csvOf([
      ['Gmina', 'Uwagi'],
      ['Świlcza', 'dwa; "trzy"'],
      ['=1+1', 'w dwóch\nwierszach'],
    ]),
  ).toBe('\ufeffGmina;Uwagi\r\nŚwilcza;"dwa; ""trzy"""\r\n\'=1+1;"w dwóch\nwierszach"\r\n')
})
