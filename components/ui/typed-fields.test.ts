import { expect, test } from 'vitest'
import { fieldsOf, together } from '@/components/ui/typed-fields'

test('fields are taken as typed, repeated ones too, without those of the frame and without files', () => {
  const form = new FormData()
  form.append('body', 'Zaczę')
  form.append('personIds', 'a')
  form.append('personIds', 'b')
  form.append('$PLACE', 'miejsce')
  form.append('scan', new File(['x'], 'x.txt'))
  expect(fieldsOf(form)).toEqual([
    ['body', 'Zaczę'],
    ['personIds', 'a'],
    ['personIds', 'b'],
  ])
})

test.each([
  ['', 'z telefonu', 'z telefonu'],
  ['z serwera', '', 'z serwera'],
  ['Zaczę', 'Zaczęłam', 'Zaczęłam'],
  ['Zaczęłam', 'Zaczę', 'Zaczęłam'],
  ['z serwera', 'z telefonu', 'z serwera\n\nz telefonu'],
])('of two texts of one field none is lost: %j and %j', (here, kept, both) => {
  expect(together(here, kept)).toBe(both)
})
