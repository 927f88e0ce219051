import { isAlive } from '@/lib/baskets/basket-fact'
import type { LineStatus } from '@/lib/baskets/state'

type Priced = {
  readonly status: LineStatus
  readonly fundingKey: string | null
  /** grosze */
  readonly costPlanned: number | null
  readonly costActual: number | null
  readonly coPayment: number | null
}

export type MoneyRow = {
  /** null: nobody said who pays */
  readonly fundingKey: string | null
  readonly lines: number
  readonly planned: number
  readonly actual: number
  readonly coPayment: number
}

export type Money = {
  readonly rows: readonly MoneyRow[]
  readonly total: Omit<MoneyRow, 'fundingKey'>
  /** lines whose planned cost nobody wrote down: the sums are too low by them */
  readonly unpriced: number
}

type Sums = Omit<MoneyRow, 'fundingKey'>
const nothing: Sums = { lines: 0, planned: 0, actual: 0, coPayment: 0 }

/** What was refused, cancelled or not done is planned no more; what it cost until then was still paid. */
const plus = (sums: Sums, line: Priced): Sums => ({
  lines: sums.lines + 1,
  planned: sums.planned + (isAlive(line) ? (line.costPlanned ?? 0) : 0),
  actual: sums.actual + (line.costActual ?? 0),
  coPayment: sums.coPayment + (isAlive(line) ? (line.coPayment ?? 0) : 0),
})

const counts = (line: Priced): boolean => isAlive(line) || (line.costActual ?? 0) > 0

/** The money of one basket by who pays, in the order of the dictionary; what nobody assigned stands last. */
export const moneyOf = (lines: readonly Priced[], order: readonly string[]): Money => {
  const own = lines.filter(counts)
  const keys = [...order, null].filter((key) => own.some((line) => line.fundingKey === key))
  const rows = keys.map((fundingKey) => ({
    fundingKey,
    ...own.filter((line) => line.fundingKey === fundingKey).reduce(plus, nothing),
  }))
  const unpriced = own.filter((line) => isAlive(line) && line.costPlanned === null).length
  return { rows, total: own.reduce(plus, nothing), unpriced }
}
