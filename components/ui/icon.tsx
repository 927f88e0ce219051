import type { ReactElement } from 'react'
import { type IconName, icons } from '@/components/ui/icons'

export type { IconName } from '@/components/ui/icons'

const paths = Object.fromEntries(
  Object.entries(icons).map(([name, shapes]) => {
    const outline = shapes.filter((shape) => !shape.fill && !shape.dash)
    const others = shapes.filter((shape) => shape.fill || shape.dash)
    const drawn = [
      ...(outline.length > 0 ? [<path key="outline" d={outline.map(({ d }) => d).join('')} />] : []),
      ...others.map(({ d, fill, dash }) => (
        <path
          key={d}
          d={d}
          {...(fill && { fill: 'currentColor' })}
          {...(dash && { strokeDasharray: dash })}
        />
      )),
    ]
    return [name, drawn.length === 1 ? drawn[0] : drawn]
  }),
)

const drawing = (name: IconName, className: string) => (
  <svg className={className} viewBox="0 0 20 20" aria-hidden="true">
    {paths[name]}
  </svg>
)

// one element for each, so that a page sends an icon once and names it where it comes again
const plain = Object.fromEntries(
  Object.keys(icons).map((name) => [name, drawing(name as IconName, 'i')]),
) as Record<IconName, ReactElement>

/** A decorative icon: the word beside it carries the meaning, so readers skip it. */
export const Icon = ({ name, className }: { name: IconName; className?: string }) =>
  className ? drawing(name, `i ${className}`) : plain[name]
