import { z } from 'zod'
import { parseDate } from '@/lib/format/dates'
import { parseMoney, parseQuantity } from '@/lib/format/money'
import { today } from '@/lib/platform/clock'

/**
 * Shared shapes of input. Every message is a key of `lib/messages/pl/errors.ts`; text is trimmed, NFC, without
 * control characters (line breaks stay in long text).
 */
const clean = (value: string): string =>
  withoutControls(value).normalize('NFC').replace(/\r\n?/gu, '\n').trim()

/**
 * Text without control characters but tab and line break: the database stores no NUL, so one typed into any field or
 * address would else end as a fault of ours.
 */
export const withoutControls = (value: string): string => value.replace(/(?![\t\n\r])\p{Cc}/gu, '')

/** The same for everything that a use case is asked with, at every depth. */
export const withoutControlsIn = (value: unknown): unknown => {
  if (typeof value === 'string') return withoutControls(value)
  if (Array.isArray(value)) return value.map(withoutControlsIn)
  if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype)
    return value
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, withoutControlsIn(one)]))
}

/** Required one-line text. */
export const line = (max = 200) =>
  z
    .string({ error: 'required' })
    .transform((v) => clean(v).replace(/\s+/gu, ' '))
    .pipe(z.string().min(1, 'required').max(max, 'tooLong'))

/** A person's name: letters of any alphabet, hyphens, apostrophes, spaces, a full stop (domain 5.4). */
export const personName = (max = 100) =>
  line(max).pipe(z.string().regex(/^\p{L}[\p{L}\p{M} .'’-]*$/u, 'nameLetters'))

/** Required address of e-mail, kept in lower case. */
export const email = () =>
  z
    .string({ error: 'required' })
    .trim()
    .toLowerCase()
    .min(1, 'required')
    .max(254, 'tooLong')
    .pipe(z.email({ error: 'email' }))

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

/** One or many values of a field that may repeat; empty ones (a search field left alone) do not count. */
export const many = <S extends z.ZodType>(schema: S) =>
  z.preprocess(
    (v) => [v].flat().filter((one) => one !== undefined && one !== null && one !== ''),
    z.array(schema),
  )

type Read<T, R extends string> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly reason: R }

/** Text of a field read by a reader of lib/format or lib/identifiers; the message key is `group.reason`. */
export const read = <T, R extends string>(group: string, reader: (text: string) => Read<T, R>) =>
  z.string({ error: `${group}.empty` }).transform((text, ctx): T => {
    const result = reader(text)
    if (result.ok) return result.value
    ctx.addIssue({ code: 'custom', message: `${group}.${result.reason}` })
    return z.NEVER
  })

/** A date as people type it (22.11.2026); gives an IsoDate. */
export const date = () => read('date', parseDate)
/** A day that has come. */
export const pastDate = () => date().refine((day) => day <= today(), 'dateFuture')
/** A birth date: it has happened, and not more than 130 years ago. */
export const birthDate = () =>
  pastDate().refine((day) => Number(day.slice(0, 4)) >= Number(today().slice(0, 4)) - 130, 'dateLongAgo')
/** An hour as people type it ("13", "8.30", "13:00"); gives HH:MM. */
export const timeOfDay = () =>
  z.string({ error: 'time' }).transform((text, ctx): string => {
    const [, hour = '', minute = '00'] = /^([01]?\d|2[0-3])(?:[:.]([0-5]\d))?$/u.exec(text.trim()) ?? []
    if (hour) return `${hour.padStart(2, '0')}:${minute}`
    ctx.addIssue({ code: 'custom', message: 'time' })
    return z.NEVER
  })
/** A quantity ("1,5"); gives hundredths. */
export const quantity = () => read('quantity', parseQuantity)
/** An amount ("1 234,50 zł"); gives grosze. */
export const money = () => read('money', parseMoney)
