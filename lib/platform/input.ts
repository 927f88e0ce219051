import { z } from 'zod'

/**
 * Shared shapes of input. Every message is a key of `lib/messages/pl/errors.ts`; text is trimmed, NFC, without
 * control characters (line breaks stay in long text).
 */
const clean = (value: string): string =>
  value
    .normalize('NFC')
    .replace(/\r\n?/gu, '\n')
    .replace(/(?![\t\n])\p{Cc}/gu, '')
    .trim()

/** Required one-line text. */
export const line = (max = 200) =>
  z
    .string({ error: 'required' })
    .transform((v) => clean(v).replace(/\s+/gu, ' '))
    .pipe(z.string().min(1, 'required').max(max, 'tooLong'))

/** Required long text. */
export const prose = (max = 4000) =>
  z.string({ error: 'required' }).transform(clean).pipe(z.string().min(1, 'required').max(max, 'tooLong'))

const emptyToNull = (v: unknown) =>
  v === undefined || v === null || (typeof v === 'string' && v.trim() === '') ? null : v

/** The same, optional: an empty field gives null. */
export const optional = <S extends z.ZodType>(schema: S) => z.preprocess(emptyToNull, schema.nullable())

export const uuid = () => z.uuid({ error: 'choose' })

/** Version of the row that the person saw (optimistic locking). */
export const version = () => z.coerce.number({ error: 'stale' }).int('stale').min(1, 'stale')

export const whole = (min: number, max: number) =>
  z.coerce.number({ error: 'number' }).int('number').min(min, 'outOfRange').max(max, 'outOfRange')

/** A check box: on, true or 1. */
export const flag = () =>
  z.preprocess((v) => v === true || v === 'on' || v === 'true' || v === '1', z.boolean())

/** One or many values of a field that may repeat. */
export const many = <S extends z.ZodType>(schema: S) =>
  z.preprocess(
    (v) => (v === undefined || v === null || v === '' ? [] : Array.isArray(v) ? v : [v]),
    z.array(schema),
  )
