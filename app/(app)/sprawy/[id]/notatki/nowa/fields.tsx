import { levelOptions } from '@/app/(app)/sprawy/[id]/notatki/note-words'
import { FormChoices, FormDate, FormHidden, FormSelect, FormTextArea } from '@/components/ui/form-fields'
import { noteKindShort, noteMessages, participationNames, recommendationNames } from '@/lib/messages/pl/notes'
import { noteKinds, participations, recommendations } from '@/lib/notes'

const m = noteMessages.form

/** What a field holds: of a draft, of the note that is corrected, or nothing yet. */
export type Was = (name: string) => string | undefined

export const Kind = ({ was }: { was: Was }) => (
  <FormChoices
    name="kind"
    legend={m.kind}
    options={noteKinds.map((value) => ({ value, label: noteKindShort[value] }))}
    defaultValue={was('kind') ?? 'visit'}
    chips
    required
  />
)

/** What a profession bound to secrecy writes instead of words. */
const Codes = ({ was }: { was: Was }) => (
  <>
    <FormChoices
      name="participation"
      legend={m.participation}
      options={participations.map((value) => ({ value, label: participationNames[value] }))}
      defaultValue={was('participation')}
      chips
      required
    />
    <FormSelect
      name="recommendation"
      label={m.recommendation}
      options={recommendations.map((value) => ({ value, label: recommendationNames[value] }))}
      defaultValue={was('recommendation') ?? 'none'}
      placeholder={null}
      width="medium"
    />
  </>
)

export const Words = ({ secret, was }: { secret: boolean; was: Was }) =>
  secret ? (
    <Codes was={was} />
  ) : (
    <FormTextArea
      name="body"
      label={m.body}
      hint={m.bodyHint}
      rows={4}
      maxLength={8000}
      defaultValue={was('body')}
    />
  )

export const Summary = ({ was }: { was: Was }) => (
  <FormTextArea
    name="summary"
    label={m.summary}
    hint={m.summaryHint}
    rows={2}
    maxLength={400}
    defaultValue={was('summary')}
    optional
  />
)

export const NextOn = ({ was }: { was: Was }) => (
  <FormDate name="nextOn" label={m.nextOn} defaultValue={was('nextOn')} optional />
)

export const HeldOn = ({ was, today }: { was: Was; today: string }) => (
  <FormDate name="heldOn" label={m.heldOn} defaultValue={was('heldOn') ?? today} required />
)

type LevelsProps = { recipients: readonly { institutionId: string; name: string }[]; was: Was }

/** One question an institution; the first answer leaves it to the consent. */
export const Levels = ({ recipients, was }: LevelsProps) =>
  recipients.map(({ institutionId, name }, i) => (
    <div key={institutionId}>
      <FormHidden name={`levels.${i}.institutionId`} value={institutionId} />
      <FormSelect
        name={`levels.${i}.level`}
        label={noteMessages.one.setLabel(name)}
        options={levelOptions}
        placeholder={m.byConsent}
        defaultValue={was(`levels.${i}.level`)}
        width="medium"
      />
    </div>
  ))
