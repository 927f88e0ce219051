'use client'

import { FieldErrorText } from '@/components/ui/field'
import { asText, useFormField } from '@/components/ui/form-context'
import { Theirs } from '@/components/ui/form-fields'

/** One voice that answers the scale: the team or the family. */
export type Voice = { name: string; label: string; defaultValue?: string; family?: boolean }

export type AnchorScaleProps = {
  /** names the table for readers: "Skala od 0 do 4 dla obszaru Praca" */
  caption: string
  question: string
  /** each level in words once; `none` for "not known" */
  levels: readonly { value: string; words: string; none?: boolean }[]
  voices: readonly Voice[]
  /** the sentences alone: their values mean nothing to people */
  wordsOnly?: boolean
}

const useVoice = (voice: Voice) => {
  const { id, error, typed, answered, theirs } = useFormField(voice.name)
  return { ...voice, id, error, theirs, chosen: answered ? asText(typed) : voice.defaultValue }
}

type Answer = ReturnType<typeof useVoice>

type CellProps = {
  answer: Answer
  level: AnchorScaleProps['levels'][number]
  first: boolean
  wordsOnly: boolean
}

const Cell = ({ answer, level: { value, words, none }, first, wordsOnly }: CellProps) => (
  <td className={answer.family ? 'fam' : undefined}>
    <label>
      <input
        id={first ? answer.id : undefined}
        type="radio"
        name={answer.name}
        value={value}
        defaultChecked={answer.chosen === value}
        aria-label={`${answer.label}: ${none || wordsOnly ? words : `${value}. ${words}`}`}
        aria-invalid={answer.error ? true : undefined}
      />
    </label>
  </td>
)

/** Two voices on one scale: the family's is never copied from the team's. */
export const AnchorScale = ({ caption, question, levels, voices, wordsOnly = false }: AnchorScaleProps) => {
  const [first, second] = voices
  if (!first || !second) throw new RangeError('an anchored scale has two voices')
  const answers = [useVoice(first), useVoice(second)]
  return (
    <>
      {answers.map(
        (answer) =>
          answer.error && (
            <FieldErrorText key={answer.name} id={`${answer.id}-error`}>
              {answer.error}
            </FieldErrorText>
          ),
      )}
      {answers.map((answer) => (
        <Theirs key={answer.name} text={answer.theirs && `${answer.label}: ${answer.theirs}`} />
      ))}
      <table className="anchors">
        <caption className="vh">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{question}</th>
            {answers.map((answer) => (
              <th key={answer.name} scope="col" className={answer.family ? 'voice-fam' : undefined}>
                {answer.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {levels.map((level, i) => (
            <tr key={level.value}>
              <th scope="row" className={level.none ? 'none' : undefined}>
                {!level.none && !wordsOnly && <b>{level.value}</b>} {level.words}
              </th>
              {answers.map((answer) => (
                <Cell key={answer.name} answer={answer} level={level} first={i === 0} wordsOnly={wordsOnly} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}
