import { AppLink } from '@/components/ui/app-link'
import { ToneText } from '@/components/ui/status'
import { type DocumentKey, documentLinks, documentsMissing } from '@/lib/messages/pl/case-documents'

/** A document that a step waits for, with the way to where it is made. */
export const MissingDocument = ({ document, href }: { document: DocumentKey; href: string }) => (
  <>
    <ToneText tone="late">{documentsMissing[document]}</ToneText>{' '}
    <AppLink href={href}>{documentLinks[document]}</AppLink>
  </>
)
