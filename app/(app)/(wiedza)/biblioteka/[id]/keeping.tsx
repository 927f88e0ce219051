import {
  attachToLibrary,
  correctLibraryItem,
  restoreLibraryItem,
  withdrawLibraryItem,
} from '@/app/(app)/(wiedza)/biblioteka/actions'
import { ItemFields } from '@/app/(app)/(wiedza)/biblioteka/item-fields'
import { AttachedFile } from '@/components/attachments/file-field'
import { ActionForm } from '@/components/ui/action-form'
import { LinkButton } from '@/components/ui/button'
import { FormHidden, FormTextArea } from '@/components/ui/form-fields'
import { Disclosure } from '@/components/ui/lists'
import { Section } from '@/components/ui/page-head'
import { Sheet } from '@/components/ui/sheet'
import { attachmentLimit, captionTypes, paperTypes } from '@/lib/attachments'
import type { LibraryPage } from '@/lib/library'
import { libraryMessages } from '@/lib/messages/pl/library'
import { paths } from '@/lib/web/paths'

const m = libraryMessages.form

const Target = ({ item }: { item: LibraryPage }) => (
  <>
    <FormHidden name="itemId" value={item.id} />
    <FormHidden name="version" value={item.version} />
  </>
)

const f = libraryMessages.film

/** The film's file on a page of its own, and its captions. */
const FilmKeeping = ({ item }: { item: LibraryPage }) => (
  <>
    {item.kind === 'film' && item.transcript && (
      <p>
        <LinkButton href={paths.libraryFilmForm(item.id)} variant={item.filmMissing ? 1 : 2} inline>
          {item.hasFilm ? f.next : f.first}
        </LinkButton>
      </p>
    )}
    {item.hasFilm && (
      <Disclosure summary={f.attachCaptions}>
        <ActionForm
          action={attachToLibrary}
          submitLabel={f.attachCaptions}
          submitVariant={2}
          label={f.attachCaptions}
        >
          <Target item={item} />
          <FormHidden name="of" value="film" />
          <AttachedFile types="captions" limit={attachmentLimit} accept={['.vtt', ...captionTypes]} />
        </ActionForm>
      </Disclosure>
    )}
  </>
)

/** What a keeper of the library does with it. */
export const Keeping = ({ item }: { item: LibraryPage }) => {
  if (!item.may['library.correct']) return null
  return (
    <Section id="prowadzenie" title={m.keep}>
      <Sheet pad className="stack-4">
        {item.withdrawnOn ? (
          <ActionForm action={restoreLibraryItem} submitLabel={m.restore} submitVariant={2} label={m.restore}>
            <Target item={item} />
          </ActionForm>
        ) : (
          <>
            <Disclosure summary={m.correct}>
              <ActionForm
                action={correctLibraryItem}
                submitLabel={m.submitCorrect}
                submitVariant={2}
                label={m.correct}
              >
                <Target item={item} />
                <ItemFields item={item} />
              </ActionForm>
            </Disclosure>
            <FilmKeeping item={item} />
            <Disclosure summary={item.files.some(({ slot }) => slot === '') ? m.attachNext : m.attach}>
              <ActionForm action={attachToLibrary} submitLabel={m.attach} submitVariant={2} label={m.attach}>
                <Target item={item} />
                <AttachedFile types="papers" limit={attachmentLimit} accept={paperTypes} />
              </ActionForm>
            </Disclosure>
            <Disclosure summary={m.withdraw}>
              <ActionForm
                action={withdrawLibraryItem}
                submitLabel={m.withdraw}
                submitVariant={2}
                label={m.withdraw}
              >
                <Target item={item} />
                <FormTextArea name="reason" label={m.reason} rows={2} maxLength={600} required />
              </ActionForm>
            </Disclosure>
          </>
        )}
      </Sheet>
    </Section>
  )
}
