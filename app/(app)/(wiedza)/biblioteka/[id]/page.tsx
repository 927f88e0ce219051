import {
  attachToLibrary,
  correctLibraryItem,
  restoreLibraryItem,
  withdrawLibraryItem,
} from '@/app/(app)/(wiedza)/biblioteka/actions'
import { ItemFields } from '@/app/(app)/(wiedza)/biblioteka/item-fields'
import { AttachedFile } from '@/components/attachments/file-field'
import { Versions } from '@/components/attachments/versions'
import { ActionForm } from '@/components/ui/action-form'
import { FormHidden, FormTextArea } from '@/components/ui/form-fields'
import { DefinitionList, Disclosure } from '@/components/ui/lists'
import { DoneNotice, Notice } from '@/components/ui/messages'
import { Crumbs, PageHead, Section } from '@/components/ui/page-head'
import { Sheet } from '@/components/ui/sheet'
import { attachmentLimit, paperTypes } from '@/lib/attachments'
import { formatDate } from '@/lib/format/dates'
import { type LibraryPage, libraryVariants, readLibraryItem } from '@/lib/library'
import { knowledgeMessages } from '@/lib/messages/pl/knowledge'
import { libraryDone, libraryMessages } from '@/lib/messages/pl/library'
import { versionsFor } from '@/lib/web/attachment-view'
import { definePage } from '@/lib/web/define-page'
import { paths } from '@/lib/web/paths'
import { readPage } from '@/lib/web/read-page'

const m = libraryMessages.form
export const metadata = { title: libraryMessages.title }

const Target = ({ item }: { item: LibraryPage }) => (
  <>
    <FormHidden name="itemId" value={item.id} />
    <FormHidden name="version" value={item.version} />
  </>
)

const Keeping = ({ item }: { item: LibraryPage }) => {
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
            <Disclosure summary={item.files.length > 0 ? m.attachNext : m.attach}>
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

/** One thing of the library: what it is, by whom, and the way to it. */
export default definePage({
  permission: 'library.read',
  render: async ({ params, search }) => {
    const item = await readPage((read) => read(readLibraryItem, { itemId: params.id ?? '' }))
    const variant = libraryVariants().find(({ value }) => value === item.variantKey)
    const files = versionsFor(item.files, { kind: 'libraryItem', subjectId: item.id }, (id) =>
      paths.libraryFile(item.id, id),
    )
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
        <Sheet pad className="stack-4">
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
