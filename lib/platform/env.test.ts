import { expect, test } from 'vitest'
import { parseEnv } from '@/lib/platform/env'

const url = 'postgresql://kooperacja_app:secret@localhost/kooperacja'

test('what is not set has its default, and an empty variable is not set', () => {
  expect(parseEnv({ DATABASE_URL: '', LOG_LEVEL: '' })).toEqual({
    LOG_LEVEL: 'info',
    PUBLIC_URL: 'http://localhost:3000',
    TRUSTED_PROXIES: 1,
  })
})

test('sound values pass; the address people use loses its last slash', () => {
  expect(
    parseEnv({
      DATABASE_URL: url,
      PUBLIC_URL: 'https://k.example/',
      KOOPERACJA_DEMO: '1',
      TRUSTED_PROXIES: '0',
    }),
  ).toEqual({
    LOG_LEVEL: 'info',
    DATABASE_URL: url,
    PUBLIC_URL: 'https://k.example',
    KOOPERACJA_DEMO: '1',
    TRUSTED_PROXIES: 0,
  })
})

test.each([
  [{ DATABASE_URL: 'mysql://root:hunter2@db' }, 'DATABASE_URL is not a PostgreSQL connection'],
  [{ PUBLIC_URL: 'kooperacja.example' }, 'PUBLIC_URL is not an address'],
  [{ PUBLIC_URL: 'ftp://kooperacja.example' }, 'PUBLIC_URL is not an address'],
  [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL is not a level of the log'],
  [{ PORT: 'http' }, 'PORT is not a port'],
  [{ SMTP_URL: 'mail.example:25', MAIL_FROM: 'a@b.example' }, 'SMTP_URL is not a mail server'],
  [{ SMTP_URL: 'smtp://mail.example' }, 'MAIL_FROM is not set, but SMTP_URL is'],
  [{ TRUSTED_PROXIES: '-1' }, 'TRUSTED_PROXIES is not a number of reverse proxies'],
  [{ KOOPERACJA_DEMO: 'yes' }, 'KOOPERACJA_DEMO is set by npm start alone'],
])('%j stops with its name', (source, message) => {
  expect(() => parseEnv(source)).toThrow(message)
})

test('all wrong ones are named at once, and no value is shown', () => {
  const read = () => parseEnv({ DATABASE_URL: 'mysql://root:hunter2@db', PORT: 'http' })
  expect(read).toThrow(/PORT is not a port\n {2}DATABASE_URL is not/u)
  expect(read).not.toThrow('hunter2')
})
