import { FormChoices, FormText } from '@/components/ui/form-fields'
import { variantMessages } from '@/lib/messages/pl/variant-pages'
import { variantParts } from '@/lib/messages/pl/variants'
import { namedRoles, type VariantBody } from '@/lib/variants'

const m = variantMessages.draft
const labels = Object.keys(variantParts.labels) as (keyof typeof variantParts.labels)[]

/** What team, plan and roles are called, and whether a family team stands apart. */
export const NameFields = ({ body }: { body: VariantBody }) => (
  <>
    <div className="cols-2">
      {labels.map((key) => (
        <FormText
          key={key}
          name={`names.labels.${key}`}
          label={variantParts.labels[key]}
          defaultValue={body.labels[key]}
          maxLength={120}
        />
      ))}
    </div>
    <FormChoices
      name="names.levels"
      legend={m.levels}
      hint={m.levelsHint}
      defaultValue={body.twoLevels ? 'two' : 'one'}
      options={[
        { value: 'one', label: m.level.one },
        { value: 'two', label: m.level.two },
      ]}
    />
    <div>
      <h3>{m.roles}</h3>
      <p className="soft">{m.rolesLead}</p>
    </div>
    <div className="cols-2">
      {namedRoles.map((role) => (
        <FormText
          key={role}
          name={`names.roles.${role}`}
          label={variantParts.roles[role]}
          defaultValue={body.roles[role] ?? ''}
          maxLength={120}
          optional
        />
      ))}
    </div>
  </>
)
