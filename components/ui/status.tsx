import type { ReactNode } from 'react'
import { classNames } from '@/components/ui/class-names'
import { Icon, type IconName } from '@/components/ui/icon'

/** late: after a term or refused; mine: my turn; wait: someone else's; going; done; off: draft, ended. */
export type Tone = 'late' | 'mine' | 'wait' | 'going' | 'done' | 'off'

export const toneIcon: Readonly<Record<Tone, IconName>> = {
  late: 'alarm',
  mine: 'hand',
  wait: 'hourglass',
  going: 'half',
  done: 'check',
  off: 'dash',
}

type StatusProps = { tone: Tone; icon?: IconName; children: ReactNode }

/** A state: always a word, an icon and a colour, never the colour alone. */
export const StatusBadge = ({ tone, icon = toneIcon[tone], children }: StatusProps) => (
  <span className={`st is-${tone}`}>
    <Icon name={icon} />
    {children}
  </span>
)

/** The same without a ground, for sentences in rows. */
export const ToneText = ({ tone, icon = toneIcon[tone], children }: StatusProps) => (
  <span className={`ink is-${tone}`}>
    <Icon name={icon} />
    <span>{children}</span>
  </span>
)

/** How many wait; `label` says of what, for readers: "do decyzji". */
export const Count = ({ value, label }: { value: number; label: string }) => (
  <span className="count">
    <span className="vh">, {label}: </span>
    {value}
  </span>
)

/** Sectors of institutions: letter and colour, 1–8 as in the palette. */
export type Sector = {
  letter: 'P' | 'O' | 'Z' | 'B' | 'R' | 'S' | 'W' | 'I'
  colour: 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8
  name: string
}

/** The letter of a sector in its colour; the name of the institution stands beside it. */
export const SectorMark = ({ sector }: { sector: Sector }) => (
  <span className={`mark k${sector.colour}`} title={sector.name} aria-hidden="true">
    {sector.letter}
  </span>
)

/** Initials of a person, decorative: the name stands beside them. */
export const Face = ({ initials }: { initials: string }) => (
  <span className="face" aria-hidden="true">
    {initials}
  </span>
)

/** A figure from 1 to 4 that may not be shown: hatched square and `<5`. */
export const Few = ({ children = '<5' }: { children?: ReactNode }) => <span className="few">{children}</span>

/** "2 kwietnia" style muted words; keeps dates in one line. */
export const Muted = ({ nowrap, children }: { nowrap?: boolean; children: ReactNode }) => (
  <span className={classNames('muted', nowrap && 'nowrap')}>{children}</span>
)
