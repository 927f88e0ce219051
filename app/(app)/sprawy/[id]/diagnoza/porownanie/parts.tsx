import { roundName } from '@/app/(app)/sprawy/[id]/diagnoza/rounds'
import { Section } from '@/components/ui/page-head'
import { Sheet } from '@/components/ui/sheet'
import type { DiagnosisComparison } from '@/lib/diagnosis'
import { compareMessages as m } from '@/lib/messages/pl/diagnosis-compare'

type Words = { title: string; came: string; went: string; stays: string; none: string }
type Things<T> = { came: readonly T[]; went: readonly T[]; stays: readonly T[] }
type CameProps<T> = {
  id: string
  words: Words
  things: Things<T>
  text: (thing: T) => string
  reason: (thing: T) => string | null
}

/** What came between the rounds, what went and why, and what is still there. */
export const Came = <T extends { id: string }>({ id, words, things, text, reason }: CameProps<T>) => (
  <Section id={id} title={words.title}>
    <Sheet className="pad stack-4">
      {things.came.length + things.went.length === 0 && <p className="muted">{words.none}</p>}
      {(['came', 'went', 'stays'] as const).map(
        (group) =>
          things[group].length > 0 && (
            <div key={group}>
              <h3>{words[group]}</h3>
              <ul className="stack">
                {things[group].map((thing) => {
                  const why = group === 'went' ? reason(thing) : null
                  return <li key={thing.id}>{why ? m.because(text(thing), why) : text(thing)}</li>
                })}
              </ul>
            </div>
          ),
      )}
    </Sheet>
  </Section>
)

/** What the family said each time, in its own words. */
export const Voices = ({ compared: { rounds } }: { compared: DiagnosisComparison }) =>
  rounds.every(({ voice }) => voice === null) ? null : (
    <Section id="glosy" title={m.voice}>
      <Sheet className="pad stack-4">
        {rounds.map(
          (round) =>
            round.voice && (
              <div key={round.id}>
                <h3>{roundName(round)}</h3>
                <p className="pre">{round.voice}</p>
              </div>
            ),
        )}
      </Sheet>
    </Section>
  )
