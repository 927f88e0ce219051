import { createHash } from 'node:crypto'
import { seal } from '@/lib/platform/crypto'
import type { Story } from '@/prisma/seed/demo/case/story'
import { onePage } from '@/prisma/seed/demo/one-page'
import { idOf, type World } from '@/prisma/seed/demo/world'

/** The signed card of one consent of the demo. */
export const addScan = (world: World, story: Story, consentId: string, at: string): void => {
  const bytes = Buffer.from(onePage('Karta zgody z podpisem: skan pokazowy'), 'latin1')
  world.add('consent_scan', {
    id: idOf('consent-scan', consentId),
    consent_id: consentId,
    case_id: story.id,
    team_id: story.team.id,
    owner_institution_id: story.owner,
    version_no: 1,
    media_type: 'application/pdf',
    size_bytes: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    body_sealed: seal(bytes.toString('base64'), 'scan'),
    recorded_by_id: story.worker,
    created_at: at,
  })
}
