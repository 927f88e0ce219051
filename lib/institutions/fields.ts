import { z } from 'zod'
import { parsePhone } from '@/lib/format/phone'
import {
  type Check,
  checkEdoreczenia,
  checkKrs,
  checkNip,
  checkPostcode,
  checkRegon,
  checkRpwdl,
  checkRspo,
} from '@/lib/identifiers'
import { registryKinds } from '@/lib/institutions/kinds'
import { flag, line, many, optional } from '@/lib/platform/input'

/** An optional number checked by one of lib/identifiers; the message key is `group.reason`. */
const checked = <R extends string>(group: string, check: (text: string) => Check<R>) =>
  optional(
    z
      .string()
      .max(200, 'tooLong')
      .transform((text, ctx): string => {
        const result = check(text)
        if (result.ok) return result.value
        ctx.addIssue({ code: 'custom', message: `${group}.${result.reason}` })
        return z.NEVER
      }),
  )

const unitCode = z.string({ error: 'choose' }).regex(/^\d{2}(\d{2}(\d{3})?)?$/u, 'choose')

/** Fields of the registry, for a new institution and for one that is mended. */
export const institutionFields = {
  name: line(200),
  kindKey: z
    .string({ error: 'choose' })
    .refine((key) => registryKinds().some((kind) => kind.key === key), 'choose'),
  replacesOps: flag(),
  seatCode: unitCode,
  /** Gminas served; a powiat or voivodeship stands for all its gminas. */
  areaCodes: many(unitCode),
  regon: checked('regon', checkRegon),
  nip: checked('nip', checkNip),
  krs: checked('krs', checkKrs),
  rspo: checked('rspo', checkRspo),
  rpwdl: checked('rpwdl', checkRpwdl),
  edoreczenia: checked('edoreczenia', checkEdoreczenia),
  street: optional(line(120)),
  postcode: checked('postcode', checkPostcode),
  city: optional(line(80)),
  phone: checked('phone', parsePhone),
  email: optional(
    z
      .string()
      .trim()
      .toLowerCase()
      .max(254, 'tooLong')
      .pipe(z.email({ error: 'email' })),
  ),
  website: optional(
    z
      .string()
      .trim()
      .max(200, 'tooLong')
      .pipe(z.url({ protocol: /^https?$/u, error: 'url' })),
  ),
}
