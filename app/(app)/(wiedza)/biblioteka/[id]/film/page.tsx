import { FilmForm } from '@/components/attachments/film-form'
import { LinkButton } from '@/components/ui/button'
import { Notice } from '@/components/ui/messages'
import { Crumbs, PageHead } from '@/components/ui/page-head'
import { Sheet } from '@/components/ui/sheet'
import { filmLimit, filmTypes } from '@/lib/attachments'
import { readFilmPlace } from '@/lib/library'
import { attachmentFieldErrors } from '@/lib/messages/pl/attachments'
import { messageFor, messageForField } from '@/lib/messages/pl/errors'
import { libraryMessages } from '@/lib/messages/pl/library'
import { AppError } from '@/lib/platform/errors'
import { definePage } from '@/lib/web/define-page'
import { paths } from '@/lib/web/paths'
import { readPage } from '@/lib/web/read-page'

const m = libraryMessages.film
export const metadata = { title: m.first }

/** What the upload said, to who sent the form without a script. */
const saidBy = (code: string | undefined): string | undefined => {
  if (!code) return undefined
  return Object.hasOwn(attachmentFieldErrors, code) ? messageForField(code) : messageFor(code)
}

/** The place of the film, or why there is none: the thing was withdrawn meanwhile, or nobody wrote its text yet. */
const placeOf = (itemId: string) =>
  readPage((read) => read(readFilmPlace, { itemId })).catch((error: unknown) => {
    if (error instanceof AppError && error.code === 'conflict') return error
    throw error
  })

const NoPlace = ({ itemId, error }: { itemId: string; error: AppError }) => (
  <div className="task">
    <Crumbs items={[{ label: libraryMessages.title, href: paths.library() }, { label: m.first }]} />
    <PageHead title={m.first} />
    <Notice tone="warn" className="mb-4">
      {messageFor(error.key, error.params)}
    </Notice>
    <LinkButton href={paths.libraryItem(itemId)} inline>
      {m.back}
    </LinkButton>
  </div>
)

/** The file of a film, sent on its own: it may be twenty times as large as other files. */
export default definePage({
  permission: 'library.filmPlace',
  render: async ({ params, search }) => {
    const place = await placeOf(params.id ?? '')
    if (place instanceof AppError) return <NoPlace itemId={params.id ?? ''} error={place} />
    const title = place.hasFilm ? m.next : m.first
    return (
      <div className="task">
        <Crumbs
          items={[
            { label: libraryMessages.title, href: paths.library() },
            { label: place.title, href: paths.libraryItem(place.id) },
            { label: title },
          ]}
        />
        <PageHead title={title} lead={place.title} />
        <Sheet pad>
          <FilmForm
            action={paths.libraryFilmUpload()}
            itemId={place.id}
            version={place.version}
            limit={filmLimit}
            accept={filmTypes}
            said={saidBy(search.blad)}
          />
        </Sheet>
      </div>
    )
  },
})
