import { themeOptions } from '@/app/(app)/(wiedza)/theme-options'
import { FormDate, FormSelect, FormText, FormTextArea } from '@/components/ui/form-fields'
import { themes } from '@/lib/knowledge'
import { type LibraryView, libraryKinds, libraryVariants } from '@/lib/library'
import { knowledgeMessages } from '@/lib/messages/pl/knowledge'
import { libraryMessages } from '@/lib/messages/pl/library'

const m = libraryMessages.form

export const kindOptions = libraryKinds.map((value) => ({ value, label: libraryMessages.kind[value] }))

/** What something of the library is: the same for a new one and for one that is put right. */
export const ItemFields = ({ item }: { item?: LibraryView }) => (
  <>
    <FormText name="title" label={m.name} defaultValue={item?.title} maxLength={160} required />
    <FormSelect
      name="kind"
      label={libraryMessages.kindLabel}
      defaultValue={item?.kind}
      options={kindOptions}
    />
    <FormTextArea
      name="description"
      label={m.description}
      hint={m.descriptionHint}
      defaultValue={item?.description}
      rows={5}
      maxLength={4000}
      required
    />
    <FormText
      name="link"
      label={m.link}
      hint={m.linkHint}
      defaultValue={item?.link ?? ''}
      inputMode="url"
      maxLength={500}
      optional
    />
    <FormTextArea
      name="transcript"
      label={m.transcript}
      hint={m.transcriptHint}
      defaultValue={item?.transcript ?? ''}
      rows={4}
      maxLength={20_000}
      optional
    />
    <FormSelect
      name="theme"
      label={knowledgeMessages.themeLabel}
      defaultValue={item?.theme}
      options={themeOptions(themes)}
    />
    <FormSelect
      name="variantKey"
      label={libraryMessages.variant}
      defaultValue={item?.variantKey ?? ''}
      placeholder={libraryMessages.anyVariant}
      options={libraryVariants()}
    />
    <FormText name="author" label={m.author} defaultValue={item?.author} maxLength={160} required />
    <FormDate name="datedOn" label={m.datedOn} defaultValue={item?.datedOn} required />
  </>
)
