import { MissingList, type MissingThing } from '@/components/teams/missing-list'
import { LinkButton } from '@/components/ui/button'
import { NextStep } from '@/components/ui/work'
import { teamMessages } from '@/lib/messages/pl/teams'

const m = teamMessages.page

type Next = {
  action: keyof typeof m.nextTitle
  may: boolean
  missing: readonly MissingThing[]
}

const memberThings: readonly MissingThing['key'][] = [
  'parties',
  'opsSide',
  'powiatSide',
  'kinds',
  'coordinator',
]

/** What the team needs next, what is missing for it in words, and where to see to it. */
export const TeamNext = ({
  next,
  membersHref,
  agreementHref,
  documentsHref,
}: {
  next: Next
  membersHref: string
  agreementHref: string
  documentsHref: string
}) => {
  const first = next.missing[0]
  const toMembers = first !== undefined && memberThings.includes(first.key)
  const label = toMembers ? m.goMembers : m.go[next.action]
  return (
    <NextStep
      id="next"
      title={m.nextTitle[next.action]}
      lead={
        next.missing.length === 0 ? (
          m.ready
        ) : (
          <>
            {m.missing}
            <MissingList missing={next.missing} documentsHref={documentsHref} />
          </>
        )
      }
      action={
        next.may ? (
          <LinkButton href={toMembers ? membersHref : agreementHref} variant={1} iconAfter="arrow">
            {label}
          </LinkButton>
        ) : undefined
      }
    />
  )
}
