import { addLibraryItem } from '@/app/(app)/(wiedza)/biblioteka/actions'
import { ItemFields } from '@/app/(app)/(wiedza)/biblioteka/item-fields'
import { AttachedFile } from '@/components/attachments/file-field'
import { ActionForm } from '@/components/ui/action-form'
import { Notice } from '@/components/ui/messages'
import { Crumbs, PageHead } from '@/components/ui/page-head'
import { Sheet } from '@/components/ui/sheet'
import { attachmentLimit, paperTypes } from '@/lib/attachments'
import { knowledgeMessages } from '@/lib/messages/pl/knowledge'
import { libraryMessages } from '@/lib/messages/pl/library'
import { definePage } from '@/lib/web/define-page'
import { paths } from '@/lib/web/paths'

const m = libraryMessages.form
export const metadata = { title: m.newTitle }

export default definePage({
  permission: 'library.add',
  render: async () => (
    <div className="task">
      <Crumbs items={[{ label: libraryMessages.title, href: paths.library() }, { label: m.newTitle }]} />
      <PageHead title={m.newTitle} />
      <Notice className="mb-4">{knowledgeMessages.noNames}</Notice>
      <Sheet pad>
        <ActionForm action={addLibraryItem} submitLabel={m.submitNew} label={m.newTitle}>
          <ItemFields />
          <AttachedFile
            label={m.fileTitle}
            types="papers"
            limit={attachmentLimit}
            accept={paperTypes}
            optional
          />
        </ActionForm>
      </Sheet>
    </div>
  ),
})
