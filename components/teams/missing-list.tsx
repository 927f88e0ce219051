import { missingWords } from '@/lib/messages/pl/teams'

export type MissingThing =
  | {
      key: 'parties' | 'opsSide' | 'powiatSide' | 'agreementText' | 'agreementDates' | 'rules' | 'coordinator'
    }
  | { key: 'signatures'; have: number; need: number }
  | { key: 'openCases'; count: number }

const words = (thing: MissingThing): string => {
  if (thing.key === 'signatures') return missingWords.signatures(thing)
  if (thing.key === 'openCases') return missingWords.openCases(thing)
  return missingWords[thing.key]
}

/** What is missing for a step, one sentence each. */
export const MissingList = ({ missing }: { missing: readonly MissingThing[] }) => (
  <ul className="list-disc pl-5">
    {missing.map((thing) => (
      <li key={thing.key}>{words(thing)}</li>
    ))}
  </ul>
)
