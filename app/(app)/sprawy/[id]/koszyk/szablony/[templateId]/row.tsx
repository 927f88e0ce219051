import { LineText } from '@/app/(app)/szablony/lines'
import { FormCheckbox, FormHidden, FormSelect } from '@/components/ui/form-fields'
import { Notice } from '@/components/ui/messages'
import { Sheet } from '@/components/ui/sheet'
import { formatDate } from '@/lib/format/dates'
import { templateMessages } from '@/lib/messages/pl/templates'
import type { TemplatePreview } from '@/lib/templates'

const m = templateMessages.preview

type Line = TemplatePreview['lines'][number]

const days = ({ startsOn, endsOn }: Line): string =>
  endsOn ? `${formatDate(startsOn)} – ${formatDate(endsOn)}` : `od ${formatDate(startsOn)}`

const Clashes = ({ line }: { line: Line }) =>
  line.clashes.map((clash) => (
    <Notice key={`${clash.lineId} ${clash.why}`} tone="warn">
      {m[clash.why](clash.line?.name ?? '', clash.line?.provider ?? '')}
    </Notice>
  ))

/** What a person decides about a line that this team can give: whether, for which need, whom to ask. */
const Choice = ({ line, index, page }: { line: Line; index: number; page: TemplatePreview }) => {
  const field = (name: string) => `rows.${index}.${name}`
  return (
    <>
      {!line.needId && <p className="soft">{m.noNeed}</p>}
      <div className="cols-2">
        <FormSelect
          name={field('needId')}
          label={m.need}
          defaultValue={line.needId ?? ''}
          options={page.needs}
        />
        <FormSelect
          name={field('providerId')}
          label={m.provider}
          defaultValue={line.providers[0]?.id ?? ''}
          options={line.providers.map((p) => ({
            value: p.id,
            label: p.declared ? m.declared(p.name) : p.name,
          }))}
        />
      </div>
      <FormCheckbox
        name={field('use')}
        label={m.use}
        defaultChecked={line.needId !== null && line.clashes.length === 0}
      />
    </>
  )
}

/** One line of the template as it would be in this basket. */
export const PreviewRow = ({ line, index, page }: { line: Line; index: number; page: TemplatePreview }) => {
  const possible = line.words.offered && line.providers.length > 0
  return (
    <Sheet pad className="stack-4">
      <div>
        <LineText words={line.words} />
        <p>{days(line)}</p>
      </div>
      <Clashes line={line} />
      <FormHidden name={`rows.${index}.lineId`} value={line.id} />
      {possible ? (
        <Choice line={line} index={index} page={page} />
      ) : (
        <Notice>{line.words.offered ? m.nobody(line.words.kind) : m.retired}</Notice>
      )}
    </Sheet>
  )
}
