import { reason } from '@/app/(app)/sprawy/[id]/koszyk/[lineId]/details'
import { OfferReasons } from '@/app/(app)/sprawy/[id]/koszyk/nowa/reasons'
import { AppLink } from '@/components/ui/app-link'
import { LinkButton } from '@/components/ui/button'
import { Section } from '@/components/ui/page-head'
import { Sheet } from '@/components/ui/sheet'
import type { Alternative, LinePage } from '@/lib/baskets'
import { alternativeMessages as m } from '@/lib/messages/pl/alternatives'
import { paths } from '@/lib/web/paths'

const Row = ({ page: { line }, one }: { page: LinePage; one: Alternative }) => (
  <li className="offer">
    <div>
      <h3>{one.offer.name}</h3>
      <p>{one.service}</p>
      <OfferReasons offer={one.offer} />
    </div>
    <div className="acts">
      <LinkButton
        href={`${paths.caseLineNew(line.caseId)}?potrzeba=${one.needId}&usluga=${one.serviceKey}&wykonawca=${one.offer.institutionId}&zamiast=${line.id}#formularz`}
        small
        inline
      >
        {m.ask}
        <span className="vh">
          : {one.service}, {one.offer.name}
        </span>
      </LinkButton>
    </div>
  </li>
)

const Others = ({ page }: { page: LinePage }) => {
  const need = page.needs[0]
  if (!page.may['line.create'] || !need) return null
  return (
    <>
      {page.alternatives.length === 0 ? (
        <p className="mt-4">{m.none}</p>
      ) : (
        <ul className="mt-4">
          {page.alternatives.map((one) => (
            <Row key={`${one.serviceKey} ${one.offer.institutionId}`} page={page} one={one} />
          ))}
        </ul>
      )}
      <p className="mt-4">
        <AppLink href={`${paths.caseLineNew(page.line.caseId)}?potrzeba=${need.id}&zamiast=${page.line.id}`}>
          {m.all}
        </AppLink>
      </p>
    </>
  )
}

/** After a refusal or a place in a queue: why, and at once who else could be asked. */
export const Alternatives = ({ page }: { page: LinePage }) => {
  const { line } = page
  if (line.status !== 'declined' && line.status !== 'waitingList') return null
  const refused = line.status === 'declined'
  return (
    <Section
      id="inni"
      title={refused ? m.refusedTitle : m.queuedTitle}
      lead={page.alternatives.length > 0 ? m.lead : undefined}
    >
      <Sheet pad>
        <p>{[refused ? reason(line.declineReasonKey) : null, line.answerNote].filter(Boolean).join(': ')}</p>
        <Others page={page} />
      </Sheet>
    </Section>
  )
}
