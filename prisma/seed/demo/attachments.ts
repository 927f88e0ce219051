import { createHash } from 'node:crypto'
import { filmSlot } from '@/lib/attachments'
import { addYears } from '@/lib/calendar'
import { authorisationPaperMessages, teamPaperMessages } from '@/lib/messages/pl/attachments'
import { seal } from '@/lib/platform/crypto'
import { newPieceKey, sealPiece } from '@/lib/platform/crypto/pieces'
import demoFilm from '@/prisma/seed/demo/film.json'
import { onePage } from '@/prisma/seed/demo/one-page'
import type { DemoTeam } from '@/prisma/seed/demo/teams'
import { idOf, type World } from '@/prisma/seed/demo/world'

type Paper = {
  readonly kind: string
  readonly subject: string
  readonly versionNo?: number
  readonly teamId: string | null
  readonly institutionId: string
  readonly title: string
  /** The one line of the scan, without Polish letters: its font is the plainest of all. */
  readonly words: string
  readonly by: string
  readonly at: string
}

/** One version of a file, as somebody attached it. */
export const addPaper = (world: World, paper: Paper): void => {
  const bytes = Buffer.from(onePage(paper.words), 'latin1')
  const versionNo = paper.versionNo ?? 1
  world.add('attachment', {
    id: idOf('attachment', paper.kind, paper.subject, versionNo),
    subject_kind: paper.kind,
    subject_id: paper.subject,
    slot: '',
    version_no: versionNo,
    team_id: paper.teamId,
    institution_id: paper.institutionId,
    title: paper.title,
    media_type: 'application/pdf',
    size_bytes: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    body_sealed: seal(bytes.toString('base64'), 'attachment'),
    recorded_by_id: paper.by,
    created_at: paper.at,
  })
}

/** A film of the library in one piece, sealed as an upload is. */
export const addDemoFilm = (
  world: World,
  film: { key: string; subject: string; institutionId: string; title: string; by: string; at: string },
): void => {
  const bytes = Buffer.from(demoFilm.webm.join(''), 'base64')
  const id = idOf('attachment', film.key)
  const key = newPieceKey()
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const of = { institution_id: film.institutionId, recorded_by_id: film.by, created_at: film.at }
  const body = Buffer.from(sealPiece(key, { id, no: 0, last: true }, bytes)).toString('hex')
  world.add('attachment_piece', { ...of, attachment_id: id, piece_no: 0, body: `\\x${body}` })
  world.add('attachment', {
    ...of,
    id,
    subject_kind: 'libraryItem',
    subject_id: film.subject,
    slot: filmSlot,
    version_no: 1,
    team_id: null,
    title: film.title,
    media_type: 'video/webm',
    size_bytes: bytes.length,
    sha256,
    piece_count: 1,
    body_sealed: seal(JSON.stringify({ id, key, pieces: 1, size: bytes.length, sha256 }), 'attachment'),
  })
}

/** Two scans of one agreement (the first was unreadable), its annex, and a signed authorisation. */
export const addAttachments = (world: World, teams: readonly DemoTeam[]): void => {
  const team = teams.find(({ key }) => key === 'swilcza')
  if (!team?.agreementFrom) return
  const of = { teamId: team.id, institutionId: team.lead.institution.id, by: team.lead.head }
  const agreement = { ...of, kind: 'teamAgreement', subject: team.id, title: teamPaperMessages.agreement }
  const signed = world.at(team.agreementFrom, 200)
  addPaper(world, { ...agreement, words: 'Porozumienie: skan pokazowy, nieczytelny', at: signed })
  addPaper(world, {
    ...agreement,
    versionNo: 2,
    words: 'Porozumienie z podpisami stron: skan pokazowy',
    at: world.at(team.agreementFrom, 260),
  })
  addPaper(world, {
    ...of,
    kind: 'teamAnnex',
    subject: idOf('team-annex', team.key, 0),
    title: teamPaperMessages.annex('1'),
    words: 'Aneks z podpisem: skan pokazowy',
    at: world.at(addYears(team.agreementFrom, 2), 300),
  })
  const [worker] = team.lead.socialWorkers
  const [authorisation] = world.rows('authorisation').filter((row) => row.user_id === worker)
  if (!authorisation) return
  addPaper(world, {
    kind: 'authorisation',
    subject: String(authorisation.id),
    teamId: null,
    institutionId: team.lead.institution.id,
    by: team.lead.head,
    title: authorisationPaperMessages.paper,
    words: 'Upowaznienie z podpisem: skan pokazowy',
    at: String(authorisation.acknowledged_at ?? signed),
  })
}
