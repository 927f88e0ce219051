import { genogram } from '@/components/charts/genogram-geometry'
import { type GenoSpot, type GenoUnion, genoSize } from '@/components/charts/genogram-lines'
import { type GenogramLink, type GenogramPerson, genogramSentences } from '@/components/charts/genogram-words'
import { shorten } from '@/components/charts/timeline-geometry'
import { classNames } from '@/components/ui/class-names'
import { Disclosure } from '@/components/ui/lists'
import { ScrollBox } from '@/components/ui/scroll-box'
import { familyMessages } from '@/lib/messages/pl/families'
import { genogramMessages as m } from '@/lib/messages/pl/genogram'

type GenogramProps = {
  id: string
  persons: readonly GenogramPerson[]
  links: readonly GenogramLink[]
}

const half = genoSize.symbol / 2

/** Circle, square or, where no sex is recorded, a square on its corner; `inset` draws it again inside. */
const Shape = ({
  sex,
  x,
  y,
  inset = 0,
}: {
  sex: GenogramPerson['sex']
  x: number
  y: number
  inset?: number
}) => {
  const reach = half - inset
  const middle = y + half
  if (sex === 'female') return <circle cx={x} cy={middle} r={reach} />
  if (sex === 'male') return <rect x={x - reach} y={middle - reach} width={reach * 2} height={reach * 2} />
  return (
    <path
      d={`M${x} ${middle - reach}L${x + reach} ${middle}L${x} ${middle + reach}L${x - reach} ${middle}Z`}
    />
  )
}

const wordsOf = (person: GenogramPerson): string[] => {
  const age = person.age === null ? null : familyMessages.age(person.age)
  const died = person.diedOn ? m.died(person.diedOn.slice(0, 4)) : null
  return [
    shorten(person.familyName, 16),
    died ? [died, age].filter(Boolean).join(', ') : age,
    person.leftOn ? m.away : null,
  ].flatMap((text) => text ?? [])
}

const Person = ({ person, spot }: { person: GenogramPerson; spot: GenoSpot }) => {
  const { x, y } = spot
  const cross = half - 4
  return (
    <>
      <g className={classNames('m', person.leftOn && 'gone')}>
        <Shape sex={person.sex} x={x} y={y} />
        {person.main && <Shape sex={person.sex} x={x} y={y} inset={5} />}
      </g>
      {person.diedOn && (
        <path
          className="link"
          d={`M${x - cross} ${y + half - cross}l${cross * 2} ${cross * 2}m0 ${-cross * 2}l${-cross * 2} ${cross * 2}`}
        />
      )}
      <text className="tb halo" x={x} y={y + genoSize.symbol + 20} textAnchor="middle">
        {shorten(person.givenName, 15)}
      </text>
      {wordsOf(person).map((text, n) => (
        <text key={text} className="halo" x={x} y={y + genoSize.symbol + 38 + n * 18} textAnchor="middle">
          {text}
        </text>
      ))}
    </>
  )
}

const unionClass = { together: 'link', ended: 'link parted', child: 'link by-child' } as const

const Couple = ({ union }: { union: GenoUnion }) => (
  <>
    <path className={unionClass[union.state]} d={union.path} />
    {union.state === 'ended' && (
      <path className="link" d={`M${union.mark.x - 6} ${union.mark.y + 8}l6 -16m6 0l-6 16`} />
    )}
  </>
)

const Picture = ({ id, persons, links }: GenogramProps) => {
  const lines = persons.some((person) => person.leftOn) ? 4 : 3
  const drawn = genogram(persons, links, lines)
  return (
    <svg
      className="pic geno"
      viewBox={`0 0 ${drawn.width} ${drawn.height}`}
      width={drawn.width}
      height={drawn.height}
      role="img"
      aria-labelledby={`${id}-title`}
    >
      <title id={`${id}-title`}>{m.picture(persons.length)}</title>
      {drawn.house && <path className="house" d={drawn.house} />}
      {drawn.descents.map(({ path, dashed }) => (
        <path key={path} className={dashed ? 'link cared' : 'link'} d={path} />
      ))}
      {drawn.siblings.map(({ path, half: halfOnly }) => (
        <path key={path} className={halfOnly ? 'link cared' : 'link'} d={path} />
      ))}
      {drawn.unions.map((union) => (
        <Couple key={`${union.a} ${union.b}`} union={union} />
      ))}
      {drawn.spots.map((spot) => {
        const person = persons.find((one) => one.id === spot.id)
        return person && <Person key={spot.id} person={person} spot={spot} />
      })}
    </svg>
  )
}

/** A family drawn from its relations: generations in rows, the household in one outline; twin: the same in sentences. */
export const Genogram = (props: GenogramProps) => (
  <div className="sheet pad stack-4">
    <ScrollBox label={m.box}>
      <Picture {...props} />
    </ScrollBox>
    <div className="geno-twin">
      <Disclosure summary={m.twin}>
        <ul className="stack">
          {genogramSentences(props.persons, props.links).map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </Disclosure>
    </div>
    <Disclosure summary={m.key}>
      <ul className="stack">
        {m.keys.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </Disclosure>
  </div>
)
