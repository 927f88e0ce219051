import type { Actor } from '@/lib/policy/actor'
import { asOwner } from '@/tests/support/database'
import { makeActor, makeInstitution } from '@/tests/support/world'

let centre: string | undefined
/** A coordinator of the ROPS of Podkarpackie. */
export const rops = async (): Promise<Actor> => {
  centre ??= await makeInstitution({
    name: 'ROPS Rzeszów',
    kind: 'rops',
    level: 'wojewodztwo',
    seat: '1863011',
  })
  return makeActor(centre, { role: 'rops_koordynator' })
}
export const why = { startsOn: '23.11.2026', reason: 'Tak ustalono z zespołami.' }

/** Entries of one test are over before the next begins. */
export const over = async () => {
  await asOwner().query(
    `update service_overlay set ended_on = greatest(starts_on, date '2026-11-23'), end_reason = 'koniec próby',
       name_folded = case when name is null then null else id::text end where ended_on is null`,
  )
}
