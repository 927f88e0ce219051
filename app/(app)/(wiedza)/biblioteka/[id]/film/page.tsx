import { FilmForm } from '@/components/attachments/film-form'
import { Crumbs, PageHead } from '@/components/ui/page-head'
import { Sheet } from '@/components/ui/sheet'
import { filmLimit, filmTypes } from '@/lib/attachments'
import { readFilmPlace } from '@/lib/library'
import { attachmentFieldErrors } from '@/lib/messages/pl/attachments'
import { messageFor, messageForField } from '@/lib/messages/pl/errors'
import { libraryMessages } from '@/lib/messages/pl/library'
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

/** The file of a film, sent on its own: it may be twenty times as large as other files. */
export default definePage({
  permission: 'library.filmPlace',
  render: async ({ params, search }) => {
    const place = await readPage((read) => read(readFilmPlace, { itemId: params.id ?? '' }))
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
