import { tableRoles } from '@/components/ui/table-roles'
import { formatLongDateIn, type IsoDate } from '@/lib/format/dates'
import { formatPhone } from '@/lib/format/phone'
import { type CardLanguage, type CardWords, cardWords } from '@/lib/messages/card'

export type FamilyCardLine = {
  id: string
  /** the service in the language of the card */
  name: string
  /** what this family calls it, in Polish */
  title: string | null
  persons: readonly string[]
  everybody: boolean
  provider: string
  responsible: string | null
  phone: string | null
  place: string | null
  frequency: string
  weekday: number | null
  atTime: string | null
  startsOn: IsoDate
  endsOn: IsoDate | null
  nextOn: IsoDate | null
  /** weekday of the next time, 1 = Monday */
  nextWeekday: number | null
  state: 'waits' | 'rests' | 'byMouth' | null
}

export type FamilyCardProps = {
  language: CardLanguage
  family: string | null
  /** the card of one person */
  person: string | null
  environment: boolean
  first: { name: string; institution: string; phone: string | null } | null
  lines: readonly FamilyCardLine[]
  endsOn: IsoDate | null
  /** strengths on which the goals lean, in Polish */
  strengths: readonly string[]
  today: IsoDate
}

/** Names that stay Polish are read by a Polish voice. */
const Polish = ({ language, children }: { language: CardLanguage; children: string }) =>
  language === 'pl' ? children : <span lang="pl">{children}</span>

const Phone = ({ number }: { number: string }) => (
  <a className="tel" href={`tel:${number}`}>
    {formatPhone(number)}
  </a>
)

const First = ({ first, language }: { first: FamilyCardProps['first']; language: CardLanguage }) => {
  const words = cardWords[language]
  return (
    <section>
      <h4>{words.firstTitle}</h4>
      {first && (
        <p>
          <b>
            <Polish language={language}>{first.name}</Polish>
          </b>
          <span className="block">
            <Polish language={language}>{first.institution}</Polish>
          </span>
          {first.phone && <Phone number={first.phone} />}
        </p>
      )}
      <p>{words.first}</p>
      <p>
        <b>{words.danger}</b>
      </p>
    </section>
  )
}

const whom = (line: FamilyCardLine, words: CardWords, environment: boolean): string => {
  if (line.everybody) return environment ? words.place : words.family
  return line.persons.join(', ')
}

/** "raz w tygodniu: czwartek, godzina 16:30". */
const often = ({ frequency, weekday, atTime }: FamilyCardLine, words: CardWords): string => {
  const rhythm = words.frequencies[frequency as keyof CardWords['frequencies']] ?? ''
  const day = weekday === null ? '' : (words.weekdays[weekday - 1] ?? '')
  const time = [day, atTime ? words.at(atTime.replace(/^0/u, '')) : ''].filter(Boolean).join(', ')
  return [rhythm, time].filter(Boolean).join(': ')
}

const When = ({ line, language }: { line: FamilyCardLine; language: CardLanguage }) => {
  const words = cardWords[language]
  const day = (date: IsoDate) => formatLongDateIn(date, language)
  const span = [words.from(day(line.startsOn)), line.endsOn ? words.to(day(line.endsOn)) : '']
  return (
    <>
      {often(line, words)}
      <span className="block">{span.filter(Boolean).join(' ')}</span>
      {line.nextOn && line.nextWeekday !== null && (
        <b className="block">{words.next(day(line.nextOn), words.weekdays[line.nextWeekday - 1] ?? '')}</b>
      )}
      {line.state && <b className="block">{words[line.state]}</b>}
    </>
  )
}

type RowProps = { line: FamilyCardLine; language: CardLanguage; environment: boolean }

const Row = ({ line, language, environment }: RowProps) => {
  const words = cardWords[language]
  const said = whom(line, words, environment)
  return (
    <tr {...tableRoles.row}>
      <th {...tableRoles.rowHead}>
        {line.name}
        {line.title && line.title !== line.name && (
          <span className="block plain">
            <Polish language={language}>{line.title}</Polish>
          </span>
        )}
        {said && (
          <span className="block plain">
            {words.forWhom}: {line.everybody ? said : <Polish language={language}>{said}</Polish>}
          </span>
        )}
      </th>
      <td {...tableRoles.cell}>
        <Polish language={language}>{line.provider}</Polish>
        {line.responsible && (
          <span className="block">
            <Polish language={language}>{line.responsible}</Polish>
          </span>
        )}
        {line.place && (
          <span className="block">
            {words.where}: <Polish language={language}>{line.place}</Polish>
          </span>
        )}
        {line.phone && (
          <span className="block">
            <span className="vh">{words.phone}: </span>
            <Phone number={line.phone} />
          </span>
        )}
      </td>
      <td {...tableRoles.cell}>
        <When line={line} language={language} />
      </td>
    </tr>
  )
}

const Services = ({ lines, language, environment }: FamilyCardProps) => {
  const words = cardWords[language]
  if (lines.length === 0) return <p>{words.none}</p>
  return (
    <table {...tableRoles.table}>
      <caption className="vh">{words.servicesTitle}</caption>
      <thead {...tableRoles.group}>
        <tr {...tableRoles.row}>
          <th {...tableRoles.columnHead}>{words.what}</th>
          <th {...tableRoles.columnHead}>{words.who}</th>
          <th {...tableRoles.columnHead}>{words.when}</th>
        </tr>
      </thead>
      <tbody {...tableRoles.group}>
        {lines.map((line) => (
          <Row key={line.id} line={line} language={language} environment={environment} />
        ))}
      </tbody>
    </table>
  )
}

const Strengths = ({ strengths, language }: FamilyCardProps) =>
  strengths.length === 0 ? null : (
    <section>
      <h4>{cardWords[language].strengthsTitle}</h4>
      <ul>
        {strengths.map((body) => (
          <li key={body}>
            <Polish language={language}>{body}</Polish>
          </li>
        ))}
      </ul>
    </section>
  )

/** The family's own card: who helps with what, when and at which number, in large print and in its language. */
export const FamilyCard = (props: FamilyCardProps) => {
  const { language, person, family, today, endsOn } = props
  const words = cardWords[language]
  const day = (date: IsoDate) => formatLongDateIn(date, language)
  return (
    <article className="card-a4 family-card stack-4" lang={language} aria-labelledby="kartka">
      <h3 id="kartka">{words.title}</h3>
      <p>
        {person ? (
          <b>
            {words.forPerson('')}
            <Polish language={language}>{person}</Polish>
          </b>
        ) : (
          family && (
            <b>
              <Polish language={language}>{family}</Polish>
            </b>
          )
        )}
        <span className="block">
          {[words.asOf(day(today)), endsOn ? words.untilDay(day(endsOn)) : ''].filter(Boolean).join(' ')}
        </span>
      </p>
      <First first={props.first} language={language} />
      <section>
        <h4>{words.servicesTitle}</h4>
        <Services {...props} />
      </section>
      <Strengths {...props} />
      <section>
        <h4>{words.freeTitle}</h4>
        <ul>
          {words.free.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </section>
    </article>
  )
}
