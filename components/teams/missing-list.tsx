import { AppLink } from '@/components/ui/app-link'
import { missingWords, teamMessages } from '@/lib/messages/pl/teams'

export type MissingThing =
  | {
      key: 'parties' | 'opsSide' | 'powiatSide' | 'agreementText' | 'agreementDates' | 'rules' | 'coordinator'
    }
  | { key: 'signatures'; have: number; need: number }
  | { key: 'openCases'; count: number }
  | { key: 'kinds'; names: readonly string[] }
  | { key: 'documents'; documents: readonly string[] }

const words = (thing: MissingThing): string => {
  if (thing.key === 'signatures') return missingWords.signatures(thing)
  if (thing.key === 'openCases') return missingWords.openCases(thing)
  if (thing.key === 'kinds') return missingWords.kinds(thing)
  if (thing.key === 'documents') return missingWords.documents(thing)
  return missingWords[thing.key]
}

/** What is missing for a step, one sentence each; a document with the way to where it is attached. */
export const MissingList = ({
  missing,
  documentsHref,
}: {
  missing: readonly MissingThing[]
  documentsHref: string
}) => (
  <ul className="list-disc pl-5">
    {missing.map((thing) => (
      <li key={thing.key}>
        {words(thing)}
        {thing.key === 'documents' && (
          <>
            {' '}
            <AppLink href={documentsHref}>{teamMessages.page.goDocuments}</AppLink>
          </>
        )}
      </li>
    ))}
  </ul>
)
