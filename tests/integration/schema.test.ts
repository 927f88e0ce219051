import { expect, it } from 'vitest'
import { changesSince } from '@/scripts/database/engine'
import { presentSchema } from '@/scripts/database/files'
import { asOwner, databaseUrl, useDatabase } from '@/tests/support/database'

useDatabase()

it('the migrations amount to the schema: a table or column written by hand is in both', async () => {
  expect(await changesSince(databaseUrl(), presentSchema())).toBe('')
})

it('a difference is found and written as SQL, which db:migration lays down', async () => {
  await asOwner().query('alter table goal drop column indicator')
  expect((await changesSince(databaseUrl(), presentSchema())).trim()).toBe(
    '-- AlterTable\nALTER TABLE "goal" ADD COLUMN     "indicator" TEXT;',
  )
})
