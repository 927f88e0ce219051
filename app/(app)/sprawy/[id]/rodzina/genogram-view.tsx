import { Genogram } from '@/components/charts/genogram'
import { EmptyState } from '@/components/ui/messages'
import type { GenogramView } from '@/lib/families'
import { genogramMessages as m } from '@/lib/messages/pl/genogram'

/** The family as a picture; whoever has left or died lives in no household any more. */
export const FamilyGenogram = ({ view }: { view: GenogramView }) =>
  view.persons.length === 0 ? (
    <EmptyState title={m.empty} />
  ) : (
    <Genogram
      id="genogram-rysunek"
      persons={view.persons.map(({ personId, livesTogether, ...person }) => ({
        ...person,
        id: personId,
        home: livesTogether && !person.leftOn && !person.diedOn,
      }))}
      links={view.relations.map(({ fromId, toId, kind, startsOn, endsOn, ended }) => ({
        from: fromId,
        to: toId,
        kind,
        startsOn,
        endsOn,
        ended,
      }))}
    />
  )
