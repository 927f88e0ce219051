import { describe, expect, it } from 'vitest'
import { readCase } from '@/lib/cases'
import { asActor, asReader, type Tx } from '@/lib/platform/db'
import { readTogether } from '@/lib/policy/usecase'
import { asOwner, useDatabase } from '@/tests/support/database'
import {
  consent,
  joinCase,
  makeActor,
  makeCase,
  makeInstitution,
  makePerson,
  makeTeam,
  withdraw,
} from '@/tests/support/world'

useDatabase()

/** A case of an OPS, shared with a school whose specialist the consent lets in, and one of another OPS. */
const scene = async () => {
  const ops = await makeInstitution({ kind: 'ops' })
  const school = await makeInstitution({ kind: 'szkola_podstawowa' })
  const teamId = await makeTeam({ lead: ops, members: [school] })
  const made = await makeCase({ teamId, owner: ops })
  const mother = await makePerson(made)
  await joinCase(made, school)
  const consentId = await consent(made, mother, school, ['PODSTAWOWE', 'EDUKACJA'])
  const coordinator = await makeActor(ops, { role: 'koordynator_rodziny', caseId: made.caseId })
  const specialist = await makeActor(school, { role: 'specjalista', caseId: made.caseId })
  const stranger = await makeActor(ops, { role: 'koordynator_rodziny' })
  return { made, consentId, coordinator, specialist, stranger }
}

const cases = (tx: Tx) => tx.familyCase.count()

describe('what a reader may see is remembered', () => {
  it('by every function that has a question behind it', async () => {
    const { rows } = await asOwner().query(
      `select n.proname from pg_proc n where n.pronamespace = 'app'::regnamespace and n.proname like '%\\_now'
         and not exists (select from pg_proc f where f.pronamespace = n.pronamespace
           and f.proname in (left(n.proname, -4), left(n.proname, -5)) and f.prosrc like '%app.remembered(%'
           and f.prosrc like '%app.' || n.proname || '(%')`,
    )
    const { rows: known } = await asOwner().query(
      `select count(*)::int as count from pg_proc where pronamespace = 'app'::regnamespace and proname like '%\\_now'`,
    )
    expect(rows).toEqual([])
    expect(known).toEqual([{ count: 13 }])
  })

  it('until the transaction ends: what is withdrawn meanwhile is gone on the next page', async () => {
    const { consentId, specialist } = await scene()
    const during = await asReader(specialist, async (tx) => {
      const before = await cases(tx)
      await withdraw(consentId)
      return [before, await cases(tx)]
    })
    expect(during).toEqual([1, 1])
    expect(await asReader(specialist, cases)).toBe(0)
  })

  it('never by work that may change rights', async () => {
    const { consentId, specialist } = await scene()
    const during = await asActor(specialist, async (tx) => {
      const before = await cases(tx)
      await withdraw(consentId)
      return [before, await cases(tx)]
    })
    expect(during).toEqual([1, 0])
  })

  it('for one person in one institution: it answers nobody else', async () => {
    const { coordinator, stranger } = await scene()
    const counts = await asReader(coordinator, async (tx) => {
      const own = await cases(tx)
      await tx.$executeRaw`select set_config('app.actor_id', ${stranger.userId}, true)`
      return [own, await cases(tx)]
    })
    expect(counts).toEqual([1, 0])
  })
})

describe('queries that read together', () => {
  it('are refused each by itself, and each refusal stands in the log', async () => {
    const { made, coordinator, stranger } = await scene()
    const work = (actor: typeof coordinator) =>
      readTogether(actor, async (read) => {
        const head = await read(readCase, { caseId: made.caseId })
        return [head.id, (await read(readCase, { caseId: made.caseId })).id]
      })
    expect(await work(coordinator)).toEqual([made.caseId, made.caseId])
    await expect(work(stranger)).rejects.toMatchObject({ code: 'notFound' })
    const { rows } = await asOwner().query(
      `select kind::text, actor_id = $2 as by_coordinator from audit_event
         where action = 'case.read' and subject_ids = array[$1::uuid] order by at`,
      [made.caseId, coordinator.userId],
    )
    expect(rows).toEqual([
      { kind: 'read', by_coordinator: true },
      { kind: 'denied', by_coordinator: false },
    ])
  })
})
