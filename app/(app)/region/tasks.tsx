import { Figure } from '@/app/(app)/region/parts'
import { gminaHref, nameOf } from '@/app/(app)/region/units'
import { AppLink } from '@/components/ui/app-link'
import { Desk, type DeskItem } from '@/components/ui/work'
import type { GminaTask, RegionTasks, UnitFigures } from '@/lib/dashboards'
import { formatDate, type IsoDate } from '@/lib/format/dates'
import { dashboardMessages as m } from '@/lib/messages/pl/dashboards'
import { paths } from '@/lib/web/paths'

const shownItems = 4

const Name = ({ task, to = paths.team }: { task: GminaTask; to?: (teamId: string) => string }) =>
  task.teamId ? <AppLink href={to(task.teamId)}>{nameOf(task)}</AppLink> : <b>{nameOf(task)}</b>

/** The rest is in the table below, with every gmina or powiat. */
const more = (all: readonly unknown[]) =>
  all.length > shownItems ? <a href="#mapa">{m.desk.more(all.length - shownItems)}</a> : undefined

/** A powiat leads to its page, a gmina without a team to the founding of one. */
const Empty = ({ part, mayFound }: { part: UnitFigures; mayFound: boolean }) => {
  const href = part.code.length === 7 ? gminaHref(part, new Set(), mayFound) : paths.region(part.code)
  return href ? <AppLink href={href}>{nameOf(part)}</AppLink> : nameOf(part)
}

/** What somebody should do something about: expiring agreements, what teams lack, gminas without a team. */
export const Tasks = ({
  tasks,
  parts,
  total,
  today,
  mayFound,
}: {
  tasks: RegionTasks
  parts: readonly UnitFigures[]
  total: UnitFigures
  today: IsoDate
  mayFound: boolean
}) => {
  const lacking: DeskItem[] = [
    ...tasks.missingCore.map((task) => ({
      id: `core-${task.gmina}`,
      text: <Name task={task} />,
      note: m.desk.missingCore,
    })),
    ...tasks.unmet.map((task) => ({
      id: `unmet-${task.gmina}-${task.service}`,
      text: (
        <>
          <Name task={task} />: {m.desk.needed(task.service)}
        </>
      ),
      note: (
        <>
          {m.desk.neededIn} <Figure shown={task.families} />
        </>
      ),
    })),
  ]
  const teamsLacking = new Set([...tasks.missingCore, ...tasks.unmet].map((task) => task.gmina)).size
  const expiring: DeskItem[] = tasks.expiring.map((task) => ({
    id: `expiring-${task.gmina}`,
    text: (
      <>
        <Name task={task} to={paths.teamExtension} />:{' '}
        {task.agreementTo < today
          ? m.desk.over(formatDate(task.agreementTo))
          : m.desk.until(formatDate(task.agreementTo))}
      </>
    ),
    note: m.desk.afterwards,
  }))
  const empty: DeskItem[] = [...parts]
    .filter((part) => part.without > 0)
    .sort((a, b) => b.without - a.without)
    .map((part) => ({
      id: `without-${part.code}`,
      text: <Empty part={part} mayFound={mayFound} />,
      note: part.code.length === 7 ? undefined : m.desk.withoutOf(part.without, part.gminas),
    }))
  return (
    <Desk
      columns={[
        {
          id: 'wygasaja',
          tone: 'late',
          count: expiring.length,
          title: m.desk.expiring(expiring.length),
          items: expiring.slice(0, shownItems),
          empty: m.desk.expiringEmpty,
          more: more(expiring),
        },
        {
          id: 'braki',
          tone: 'mine',
          icon: 'team',
          count: teamsLacking,
          title: m.desk.missing(teamsLacking),
          items: lacking.slice(0, shownItems),
          empty: m.desk.missingEmpty,
          more: more(lacking),
        },
        {
          id: 'bez-zespolu',
          tone: 'wait',
          icon: 'map',
          count: total.without,
          title: m.desk.without(total.without),
          items: empty.slice(0, shownItems),
          empty: m.desk.withoutEmpty,
          more: more(empty),
        },
      ]}
    />
  )
}
