import { ActionForm } from '@/components/ui/action-form'
import { AppLink } from '@/components/ui/app-link'
import { FormDate, FormHidden, FormSelect } from '@/components/ui/form-fields'
import { Disclosure, Ledger } from '@/components/ui/lists'
import { Section } from '@/components/ui/page-head'
import { Sheet } from '@/components/ui/sheet'
import type { IsoDate } from '@/lib/format/dates'
import type { FormAction } from '@/lib/format/form-state'
import { absenceMessages as m } from '@/lib/messages/pl/absence'

type Away = {
  readonly id: string
  readonly from: IsoDate
  readonly until: IsoDate
  readonly substitute: string
}
type AbsenceProps = {
  /** null: the reader's own */
  userId: string | null
  absences: readonly Away[]
  colleagues: readonly { readonly userId: string; readonly name: string }[]
  today: IsoDate
  note: FormAction
  end: FormAction
}

/** When a person is away and who stands in; the form is asked for, since it is rare. */
export const Absence = ({ userId, absences, colleagues, today, note, end }: AbsenceProps) => (
  <Section id="nieobecnosc" title={m.title} lead={m.lead}>
    <Sheet pad className="stack-4">
      {absences.length === 0 && <p className="soft">{m.none}</p>}
      <Ledger
        rows={absences.map((away) => ({
          id: away.id,
          content: m.one(away.from, away.until, away.substitute),
          end: (
            <ActionForm
              action={end}
              submitLabel={m.end}
              submitVariant={3}
              label={m.endOf(away.from, away.until)}
              inline
              small
            >
              <FormHidden name="absenceId" value={away.id} />
            </ActionForm>
          ),
        }))}
      />
      {colleagues.length === 0 ? (
        <p className="soft">{m.noColleagues}</p>
      ) : (
        <Disclosure summary={m.add}>
          <ActionForm action={note} submitLabel={m.add} submitVariant={2} label={m.add}>
            {userId && <FormHidden name="userId" value={userId} />}
            <FormDate name="startsOn" label={m.from} defaultValue={today} required />
            <FormDate name="endsOn" label={m.until} required />
            <FormSelect
              name="substituteId"
              label={m.substitute}
              hint={m.substituteHint}
              required
              options={colleagues.map((c) => ({ value: c.userId, label: c.name }))}
            />
          </ActionForm>
        </Disclosure>
      )}
    </Sheet>
  </Section>
)

type Covered = {
  readonly userId: string
  readonly name: string
  readonly from: IsoDate
  readonly until: IsoDate
  readonly begun: boolean
  readonly toAnswer: number
  readonly running: number
  readonly cases: number
  readonly seats: number
}
type CoversProps = {
  covers: readonly Covered[]
  servicesHref: string
  /** null for who may not hand work over */
  handOverHref: ((userId: string) => string) | null
}

/** For whom the reader stands in, and what waits for them: numbers, and the way to what can be done. */
export const Covers = ({ covers, servicesHref, handOverHref }: CoversProps) =>
  covers.length > 0 && (
    <Section id="zastepstwa" title={m.covers.title}>
      <Sheet pad>
        <Ledger
          rows={covers.map((one) => ({
            id: `${one.userId}${one.from}`,
            content: (
              <>
                <b className="med">{m.covers.lead(one.name, one.from, one.until)}</b>
                <br />
                {m.covers.waits(one)}
                {one.cases > 0 && (
                  <>
                    <br />
                    <span className="muted">{m.covers.casesNote}</span>
                  </>
                )}
              </>
            ),
            end: (
              <span className="row">
                {one.begun && one.toAnswer + one.running > 0 && (
                  <AppLink href={servicesHref}>{m.covers.services}</AppLink>
                )}
                {handOverHref && one.cases + one.running + one.toAnswer > 0 && (
                  <AppLink href={handOverHref(one.userId)}>{m.covers.handOver}</AppLink>
                )}
              </span>
            ),
          }))}
        />
      </Sheet>
    </Section>
  )
