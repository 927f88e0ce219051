import { z } from 'zod'
import { frequencies } from '@/lib/baskets/schedule'
import { fundingSources } from '@/lib/catalogue'
import {
  date,
  line,
  many,
  money,
  optional,
  prose,
  quantity,
  timeOfDay,
  uuid,
  whole,
} from '@/lib/platform/input'

const funding = z.string().refine((key) => fundingSources().some((f) => f.key === key), 'choose')

/** Fields of a line's form (domain 5.2): the short form is service, provider, persons and start; the rest is optional. */
export const lineFields = {
  needIds: many(uuid()).pipe(z.array(z.string()).min(1, 'choose')),
  goalIds: many(uuid()),
  serviceKey: z.string({ error: 'choose' }).min(1, 'choose').max(60, 'choose'),
  providerId: uuid(),
  personIds: many(uuid()),
  startsOn: date(),
  endsOn: optional(date()),
  frequency: optional(z.enum(frequencies, { error: 'choose' })),
  quantity: optional(quantity()),
  title: optional(line(120)),
  scope: optional(prose(1000)),
  weekday: optional(whole(1, 7)),
  atTime: optional(timeOfDay()),
  place: optional(line(200)),
  coProviderIds: many(uuid()),
  responsibleUserId: optional(uuid()),
  priority: z.preprocess((v) => (v === undefined || v === '' ? 0 : v), whole(0, 9)),
  dependsOnId: optional(uuid()),
  costPlanned: optional(money()),
  coPayment: optional(money()),
  fundingKey: optional(funding),
  legalBasis: optional(line(200)),
  outsideAgreementReason: optional(line(300)),
  duplicateReason: optional(line(300)),
}
const schema = z.strictObject(lineFields)
export type LineInput = z.output<typeof schema>
