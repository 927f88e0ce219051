import type { IsoDate } from '@/lib/format/dates'
import { checkNip, checkPesel, checkRegon } from '@/lib/identifiers'
import type { Random } from '@/prisma/seed/demo/random'

/** The first number with this beginning that the product's own check accepts. */
const completed = (stem: string, sound: (text: string) => boolean): string | undefined =>
  Array.from({ length: 10 }, (_, digit) => `${stem}${digit}`).find(sound)

const until = (make: () => string | undefined): string => {
  for (let tries = 0; tries < 100; tries += 1) {
    const made = make()
    if (made !== undefined) return made
  }
  throw new Error('no number satisfies the check')
}

/** A synthetic PESEL of this birth date and sex. */
export const makePesel = (bornOn: IsoDate, sex: 'female' | 'male', random: Random): string => {
  const year = Number(bornOn.slice(0, 4))
  const month = Number(bornOn.slice(5, 7)) + (year >= 2000 ? 20 : 0)
  const start = `${bornOn.slice(2, 4)}${String(month).padStart(2, '0')}${bornOn.slice(8, 10)}`
  const last = random.int(0, 4) * 2 + (sex === 'male' ? 1 : 0)
  return until(() => completed(`${start}${random.digits(3)}${last}`, (text) => checkPesel(text).ok))
}

export const makeNip = (random: Random): string =>
  until(() => completed(`${random.int(1, 9)}${random.digits(8)}`, (text) => checkNip(text).ok))

export const makeRegon = (random: Random): string =>
  until(() => completed(`${random.int(1, 9)}${random.digits(7)}`, (text) => checkRegon(text).ok))
