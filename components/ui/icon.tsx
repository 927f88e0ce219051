import { type IconName, icons } from '@/components/ui/icons'

export type { IconName } from '@/components/ui/icons'

const paths = Object.fromEntries(
  Object.entries(icons).map(([name, shapes]) => {
    const outline = shapes.filter((shape) => !shape.fill && !shape.dash)
    const others = shapes.filter((shape) => shape.fill || shape.dash)
    return [
      name,
      [
        ...(outline.length > 0 ? [<path key="outline" d={outline.map(({ d }) => d).join('')} />] : []),
        ...others.map(({ d, fill, dash }) => (
          <path
            key={d}
            d={d}
            {...(fill && { fill: 'currentColor' })}
            {...(dash && { strokeDasharray: dash })}
          />
        )),
      ],
    ]
  }),
)

/** A decorative icon: the word beside it carries the meaning, so readers skip it. */
export const Icon = ({ name, className = '' }: { name: IconName; className?: string }) => (
  <svg className={className ? `i ${className}` : 'i'} viewBox="0 0 20 20" aria-hidden="true">
    {paths[name]}
  </svg>
)
