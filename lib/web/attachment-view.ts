import { type AttachmentVersion, fileTypes } from '@/lib/attachments'
import { dateInWarsaw, type IsoDate } from '@/lib/format/dates'

/** The versions of one attachment as the component shows them. */
export const versionsFor = (
  all: readonly AttachmentVersion[],
  of: { readonly kind: string; readonly subjectId: string; readonly slot?: string },
  href: (id: string) => string,
): { id: string; href: string; versionNo: number; ending: string; sizeBytes: number; day: IsoDate }[] =>
  all
    .filter((v) => v.kind === of.kind && v.subjectId === of.subjectId && v.slot === (of.slot ?? ''))
    .map((v) => ({
      id: v.id,
      href: href(v.id),
      versionNo: v.versionNo,
      ending: fileTypes[v.mediaType],
      sizeBytes: v.sizeBytes,
      day: dateInWarsaw(new Date(v.at)),
    }))
