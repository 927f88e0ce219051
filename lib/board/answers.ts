import { daysBetween } from '@/lib/calendar'
import type { IsoDate } from '@/lib/format/dates'

/** A question sent to an institution that it has not answered. */
export type Question = {
  readonly lineId: string
  readonly caseId: string
  readonly family: string
  readonly service: string
  readonly institutionId: string
  readonly sentOn: IsoDate
  readonly dueOn: IsoDate | null
}

export type Asked = {
  readonly id: string
  readonly name: string
  readonly sector: string
  readonly phone: string | null
}

/** One institution that owes answers: how many, about whom, and how long the oldest has waited. */
export type Silence = Asked & {
  readonly questions: readonly Question[]
  readonly days: number
  /** Days that the oldest question was given. */
  readonly limit: number
  /** Days after the term; 0 within it. */
  readonly over: number
}

const silenceOf = (asked: Asked, questions: readonly Question[], today: IsoDate): Silence => {
  const oldest = questions.reduce((a, b) => ((b.dueOn ?? '9999') < (a.dueOn ?? '9999') ? b : a))
  const days = Math.max(0, daysBetween(oldest.sentOn, today))
  const limit = oldest.dueOn ? Math.max(1, daysBetween(oldest.sentOn, oldest.dueOn)) : 7
  return { ...asked, questions, days, limit, over: Math.max(0, days - limit) }
}

/** Who has not answered yet, the longest silence first. */
export const silences = (
  questions: readonly Question[],
  institutions: readonly Asked[],
  today: IsoDate,
): Silence[] =>
  institutions
    .flatMap((asked) => {
      const own = questions.filter((question) => question.institutionId === asked.id)
      return own.length === 0 ? [] : [silenceOf(asked, own, today)]
    })
    .sort((a, b) => b.over - a.over || b.days - a.days || a.name.localeCompare(b.name, 'pl'))
