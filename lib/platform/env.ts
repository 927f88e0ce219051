import { z } from 'zod'

const database = z
  .string()
  .regex(/^postgres(ql)?:\/\//u, 'is not a PostgreSQL connection, postgresql://role:password@host/database')
const web = z
  .url({ protocol: /^https?$/u, error: 'is not an address, as in https://kooperacja.example.pl' })
  .transform((url) => url.replace(/\/+$/u, ''))

/** Everything that the environment may say (docs/operations.md). Formats only: what must be there depends on who asks. */
const shape = z.object({
  NODE_ENV: z.string().optional(),
  PORT: z
    .string()
    .regex(/^\d{1,5}$/u, 'is not a port')
    .optional(),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], {
      error: 'is not a level of the log',
    })
    .default('info'),
  DATABASE_URL: database.optional(),
  NEXTAUTH_SECRET: z.string().optional(),
  KOOPERACJA_KEYS: z.string().optional(),
  PUBLIC_URL: web.default('http://localhost:3000'),
  KOOPERACJA_DATA: z.string().optional(),
  /** Reverse proxies in front of the app, each of which adds its peer to X-Forwarded-For. */
  TRUSTED_PROXIES: z
    .string()
    .regex(/^\d$/u, 'is not a number of reverse proxies, 0 to 9')
    .default('1')
    .transform(Number),
  /** Set by the start script of the embedded demo alone. */
  KOOPERACJA_DEMO: z.literal('1', { error: 'is set by npm start alone' }).optional(),
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\//u, 'is not a mail server, smtp://user:password@host:587')
    .optional(),
  /** LibreOffice that writes templates of a ROPS as PDF. */
  SOFFICE_PATH: z
    .string()
    .startsWith('/', { error: 'is not the path of a program, as /usr/bin/soffice' })
    .optional(),
  MAIL_FROM: z.string().includes('@', { error: 'is not an address to send mail from' }).optional(),
})

export type Env = z.output<typeof shape>

const names = shape.keyof().options

/** Reads the variables out of `source`; an empty one counts as not set. Throws an Error that names every wrong one and shows no value. */
export const parseEnv = (source: Readonly<Record<string, string | undefined>>): Env => {
  const parsed = shape.safeParse(Object.fromEntries(names.map((name) => [name, source[name] || undefined])))
  const problems = parsed.success
    ? parsed.data.SMTP_URL && !parsed.data.MAIL_FROM
      ? ['MAIL_FROM is not set, but SMTP_URL is: letters need a sender']
      : []
    : parsed.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`)
  if (!parsed.success || problems.length > 0)
    throw new Error(`The environment is wrong (docs/operations.md):\n  ${problems.join('\n  ')}`)
  return parsed.data
}

let known: { readonly fingerprint: string; readonly env: Env } | undefined

/** The environment, checked; read anew when it changed (tests change it). The only place in lib that reads it. */
export const env = (): Env => {
  const fingerprint = names.map((name) => process.env[name] ?? '').join('\u0000')
  if (known?.fingerprint !== fingerprint) known = { fingerprint, env: parseEnv(process.env) }
  return known.env
}

/** A variable that this code cannot do without. Throws when it is not set. */
export const neededEnv = (name: 'DATABASE_URL' | 'NEXTAUTH_SECRET'): string => {
  const value = env()[name]
  if (!value) throw new Error(`${name} is not set: start with npm start, or see docs/operations.md`)
  return value
}
