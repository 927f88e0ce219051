import { asSystem } from '@/lib/platform/db'
import { log } from '@/lib/platform/log'

/** How often the dates are looked at, in milliseconds: they are days, so an hour is soon enough. */
const pause = 60 * 60_000

/**
 * One look at the dates that nobody should have to remember (domain 4.2 row 12, 4.3): overdue answers go to who decides
 * for the institution and a week later to the leader; a plan near its end and a look at the work that is due go to the
 * coordinators; so does a guardian's consent that ends at eighteen (4.4). An authorisation near its end goes to the person
 * and to who renews it (8.1 R3), an offered family that nobody answered to both teams. A late task goes to who has it and
 * to the coordinator, a week later to the leader. What an institution offers and confirmed long ago goes to its own
 * people, an agreement near its end to who leads and accompanies the team (4.1). Gives how many people were told. Done
 * twice it tells nothing twice. Forms that
 * were kept for who comes back (lib/people/kept-forms) are forgotten after their hour, pieces of broken uploads
 * (lib/attachments/pieces) too.
 */
export const passDeadlines = async (): Promise<number> => {
  const [row] = await asSystem(
    'deadlines',
    (tx) =>
      tx.$queryRaw<{ told: number }[]>`select app.pass_deadlines() + app.tell_consents_that_end()
                                       + app.tell_authorisations_that_end() + app.tell_offers_to_confirm()
                                        + app.tell_transfers_that_wait() + app.tell_agreements_that_end()
                                        + app.tell_late_tasks() as told`,
  )
  await asSystem('deadlines', (tx) => tx.$executeRaw`select app.forget_kept_forms(), app.sweep_pieces()`)
  return row?.told ?? 0
}

/** Looks every hour until the returned function is called; a fault of the database is logged and tried again. */
export const startDeadlines = (): (() => void) => {
  let stopped = false
  const round = async (): Promise<void> => {
    try {
      await passDeadlines()
    } catch (error) {
      log.error({ code: (error as { code?: unknown }).code ?? 'unknown' }, 'deadlines not passed')
    }
    if (!stopped) setTimeout(() => void round(), pause).unref()
  }
  void round()
  return () => {
    stopped = true
  }
}
