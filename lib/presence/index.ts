import { z } from 'zod'
import { bySubject } from '@/lib/cases'
import { uuid } from '@/lib/platform/input'
import { type Context, defineQuery } from '@/lib/policy/usecase'

export const presenceForms = ['diagnosis', 'family', 'line', 'note'] as const
export type PresenceForm = (typeof presenceForms)[number]

/** Somebody else who has the same form open. */
export type Present = { readonly name: string; readonly institution: string; readonly since: Date }

/**
 * Who else has this form open since when, and that this person has it open now. The word lives a quarter of an hour and
 * locks nothing: it changes no right, so a page says it in its one reading transaction (decision 0012). Nobody's access
 * log: it tells of colleagues, not of the family.
 */
export const openForm = defineQuery({
  name: 'form.open',
  input: z.strictObject({
    caseId: uuid(),
    form: z.enum(presenceForms),
    /** the area, the line; empty: the whole form */
    thing: z.string().max(60).default(''),
  }),
  subject: bySubject,
  run: ({ tx }, { caseId, form, thing }): Promise<Present[]> =>
    tx.$queryRaw<Present[]>`
      select name, institution, since from app.open_form(${caseId}::uuid, ${form}, ${thing})`,
  audit: 'notPersonal',
})

/** The form was saved; whoever opens it now is alone. */
export const leaveForm = async (
  { tx }: Context,
  caseId: string,
  form: PresenceForm,
  thing = '',
): Promise<void> => {
  await tx.$queryRaw`select app.leave_form(${caseId}::uuid, ${form}, ${thing})::text`
}
