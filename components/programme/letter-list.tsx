import { formatInstant } from '@/lib/format/dates'
import { letterMessages as m } from '@/lib/messages/pl/team-letters'

export type ShownLetter = {
  readonly id: string
  readonly subject: string
  readonly body: string
  readonly author: string
  readonly at: Date
  readonly teams: number
  readonly recipients: number
}

/** Letters, newest first; `reached` says to how many they went. */
export const LetterList = ({
  letters,
  reached = false,
}: {
  letters: readonly ShownLetter[]
  reached?: boolean
}) => (
  <ol className="tl">
    {letters.map((letter) => (
      <li key={letter.id}>
        <time dateTime={letter.at.toISOString()}>{formatInstant(letter.at)}</time>
        <div className="stack">
          <p>
            <b>{letter.subject}</b>
          </p>
          <p className="whitespace-pre-line">{letter.body}</p>
          <p className="muted">
            {letter.author}
            {reached && `, ${m.reached(letter.teams, letter.recipients)}`}
          </p>
        </div>
      </li>
    ))}
  </ol>
)
