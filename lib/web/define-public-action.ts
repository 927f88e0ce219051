import { redirect } from 'next/navigation'
import type { Action } from '@/lib/web/define-action'
import { failed } from '@/lib/web/define-action'
import { client } from '@/lib/web/session'

/**
 * A server action that needs no session. The reason stands beside it for the reviewer; `run` asks only narrow functions of
 * the database, with the address of who asks for their limits, and gives the page to go to.
 */
export const definePublicAction =
  (definition: {
    readonly name: string
    readonly because: string
    readonly run: (form: FormData, address: string) => Promise<string>
  }): Action =>
  async (previous, form) => {
    let target: string
    try {
      target = await definition.run(form, (await client()).address)
    } catch (error) {
      return failed(error, definition.name, form, previous.attempt + 1)
    }
    redirect(target)
  }
