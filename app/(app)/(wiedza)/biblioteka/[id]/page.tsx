import { Keeping } from '@/app/(app)/(wiedza)/biblioteka/[id]/keeping'
import { FilmPlayer } from '@/components/attachments/film-player'
import { Versions } from '@/components/attachments/versions'
import { DefinitionList } from '@/components/ui/lists'
import { DoneNotice, Notice } from '@/components/ui/messages'
import { Crumbs, PageHead } from '@/components/ui/page-head'
import { Sheet } from '@/components/ui/sheet'
import { filmSlot } from '@/lib/attachments'
import { formatDate } from '@/lib/format/dates'
import { captionsSlot, libraryVariants, readLibraryItem } from '@/lib/library'
import { knowledgeMessages } from '@/lib/messages/pl/knowledge'
import { libraryDone, libraryMessages } from '@/lib/messages/pl/library'
import { versionsFor } from '@/lib/web/attachment-view'
import { definePage } from '@/lib/web/define-page'
import { paths } from '@/lib/web/paths'
import { readPage } from '@/lib/web/read-page'

const m = libraryMessages.form
export const metadata = { title: libraryMessages.title }

/** One thing of the library: what it is, by whom, and the way to it. */
export default definePage({
  permission: 'library.read',
  render: async ({ params, search }) => {
    const item = await readPage((read) => read(readLibraryItem, { itemId: params.id ?? '' }))
    const variant = libraryVariants().find(({ value }) => value === item.variantKey)
    const of = { kind: 'libraryItem', subjectId: item.id }
    const toFile = (id: string) => paths.libraryFile(item.id, id)
    const files = versionsFor(item.files, of, toFile)
    return (
      <div className="task">
        <Crumbs items={[{ label: libraryMessages.title, href: paths.library() }, { label: item.title }]} />
        <PageHead title={item.title} lead={libraryMessages.kind[item.kind]} />
        <DoneNotice>{libraryDone(search.zrobione)}</DoneNotice>
        {item.withdrawnOn && (
          <Notice tone="warn" className="mb-4">
            {libraryMessages.withdrawnText(formatDate(item.withdrawnOn), item.withdrawReason ?? '')}
          </Notice>
        )}
        {item.filmMissing && (
          <Notice tone="warn" className="mb-4">
            {libraryMessages.film.missing}
          </Notice>
        )}
        <Sheet pad className="stack-4">
          <FilmPlayer
            title={item.title}
            film={item.files.find(({ slot }) => slot === filmSlot)}
            versions={versionsFor(item.files, { ...of, slot: filmSlot }, (id) =>
              paths.libraryFilm(item.id, id),
            )}
            captions={versionsFor(item.files, { ...of, slot: captionsSlot }, toFile)}
            transcript={item.transcript}
          />
          <p className="whitespace-pre-line">{item.description}</p>
          {item.link && (
            <p>
              <a className="btn btn-1 btn-inline" href={item.link} rel="noreferrer">
                {libraryMessages.open[item.kind]}
              </a>
            </p>
          )}
          <DefinitionList
            items={[
              {
                term: m.fileTitle,
                value: files.length > 0 ? <Versions what={item.title} versions={files} /> : undefined,
              },
              { term: libraryMessages.columns.author, value: item.author },
              { term: libraryMessages.columns.date, value: formatDate(item.datedOn) },
              { term: knowledgeMessages.themeLabel, value: knowledgeMessages.theme[item.theme] },
              { term: libraryMessages.variant, value: variant?.label ?? libraryMessages.anyVariant },
            ]}
          />
        </Sheet>
        <Keeping item={item} />
      </div>
    )
  },
})
