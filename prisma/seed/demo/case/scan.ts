import { createHash } from 'node:crypto'
import { seal } from '@/lib/platform/crypto'
import type { Story } from '@/prisma/seed/demo/case/story'
import { idOf, type World } from '@/prisma/seed/demo/world'

/** A PDF of one page with one line, as a scanner might have written it. Its words name nobody. */
const onePage = (words: string): string => {
  const text = `BT /F1 18 Tf 72 770 Td (${words}) Tj ET`
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>',
    `<</Length ${text.length}>>stream\n${text}\nendstream`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
  ]
  let body = '%PDF-1.4\n'
  const starts = objects.map((object, i) => {
    const start = body.length
    body += `${i + 1} 0 obj${object}endobj\n`
    return start
  })
  const rows = starts.map((start) => `${String(start).padStart(10, '0')} 00000 n \n`).join('')
  return `${body}xref\n0 6\n0000000000 65535 f \n${rows}trailer<</Size 6/Root 1 0 R>>\nstartxref\n${body.length}\n%%EOF\n`
}

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
