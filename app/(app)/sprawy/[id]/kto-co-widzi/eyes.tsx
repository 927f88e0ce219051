import { Button } from '@/components/ui/button'
import { DataTable } from '@/components/ui/data-table'
import { Select } from '@/components/ui/inputs'
import { Notice } from '@/components/ui/messages'
import { Section, SectionHead } from '@/components/ui/page-head'
import { Muted, ToneText } from '@/components/ui/status'
import { formatDate } from '@/lib/format/dates'
import { stageNames } from '@/lib/messages/pl/cases'
import { categoryWords } from '@/lib/messages/pl/consents'
import { roleNames } from '@/lib/messages/pl/roles'
import { sightMessages } from '@/lib/messages/pl/sight'
import { type EyesView, eyeRoles, type SeenThing } from '@/lib/sight'
import { paths } from '@/lib/web/paths'

const m = sightMessages.eyes

type Place = { id: string; name: string }

type EyesFormProps = {
  caseId: string
  places: readonly Place[]
  wanted: { institutionId: string | undefined; role: string | undefined }
}

/** Whose eyes: a plain form whose address is the state; nothing is looked at before it is sent. */
export const EyesForm = ({ caseId, places, wanted }: EyesFormProps) => (
  <form action={`${paths.caseSight(caseId)}#oczami`} method="get" className="search-form mb-4 noprint">
    <Select
      name="instytucja"
      label={m.institution}
      options={places.map(({ id, name }) => ({ value: id, label: name }))}
      defaultValue={wanted.institutionId ?? places[0]?.id ?? ''}
      placeholder={null}
    />
    <Select
      name="rola"
      label={m.role}
      options={eyeRoles.map((value) => ({ value, label: roleNames[value] }))}
      defaultValue={wanted.role ?? eyeRoles[0]}
      placeholder={null}
    />
    <Button type="submit" variant={2} inline>
      {m.look}
    </Button>
  </form>
)

const nameOf = (thing: SeenThing): string => {
  const people = thing.people.join(', ')
  switch (thing.kind) {
    case 'step':
      return stageNames[thing.name as keyof typeof stageNames].name
    case 'plan':
      return m.version(thing.name ?? '')
    case 'evaluation':
      return m.round(thing.name ?? '')
    case 'voice':
      return m.voice
    case 'line':
    case 'need':
      return people ? `${thing.name} (${people})` : (thing.name ?? '')
    // told once with how many there are
    case 'area':
    case 'delivery':
      return thing.name ?? ''
    default:
      return [thing.name ?? people, thing.on && formatDate(thing.on)].filter(Boolean).join(', ')
  }
}

/** The same words once: three deliveries of one service are one entry. */
const Things = ({ things, tone }: { things: readonly SeenThing[]; tone: 'done' | 'off' }) => {
  if (things.length === 0) return <Muted>{m.nothing}</Muted>
  const found = new Map<string, { count: number; category: SeenThing['category'] }>()
  for (const thing of things) {
    const name = nameOf(thing)
    found.set(name, { count: (found.get(name)?.count ?? 0) + 1, category: thing.category })
  }
  return (
    <ul className="stack">
      {[...found].map(([name, { count, category }]) => (
        <li key={name}>
          <ToneText tone={tone}>
            {name}
            {count > 1 && ` (${m.times(count)})`}
            {category && category !== 'PODSTAWOWE' && (
              <>
                {' '}
                <Muted>{categoryWords[category].name}</Muted>
              </>
            )}
          </ToneText>
        </li>
      ))}
    </ul>
  )
}

const Result = ({ seen }: { seen: EyesView }) => {
  const things = seen.kinds.flatMap((kind) => kind.things)
  return (
    <div className="stack-4">
      <SectionHead
        level={3}
        title={m.result(seen.institution, roleNames[seen.role])}
        lead={m.summary(things.filter((thing) => thing.seen).length, things.length)}
      />
      {seen.nobody ? <Notice>{m.nobody}</Notice> : <p className="muted">{m.union}</p>}
      <DataTable
        caption={m.caption}
        captionHidden
        rows={seen.kinds}
        rowId={({ kind }) => kind}
        columns={[
          { key: 'what', label: m.what, cell: ({ kind }) => m.kinds[kind] },
          {
            key: 'sees',
            label: m.sees,
            cell: (group) => <Things things={group.things.filter((thing) => thing.seen)} tone="done" />,
          },
          {
            key: 'closed',
            label: m.closed,
            cell: (group) => <Things things={group.things.filter((thing) => !thing.seen)} tone="off" />,
          },
        ]}
      />
    </div>
  )
}

/** The case as another institution sees it. */
export const Eyes = ({ seen, ...form }: EyesFormProps & { seen: EyesView | null }) => (
  <Section id="oczami" title={m.title} lead={m.lead} className={seen ? undefined : 'noprint'}>
    <EyesForm {...form} />
    {seen && <Result seen={seen} />}
  </Section>
)
