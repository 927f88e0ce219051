import { type IconName, icons } from '@/components/ui/icons'

export type { IconName } from '@/components/ui/icons'

/** A decorative icon: the word beside it carries the meaning, so readers skip it. */
export const Icon = ({ name, className = '' }: { name: IconName; className?: string }) => (
  <svg className={className ? `i ${className}` : 'i'} viewBox="0 0 20 20" aria-hidden="true">
    {icons[name].map((shape) => (
      <path
        key={shape.d}
        d={shape.d}
        fill={shape.fill ? 'currentColor' : undefined}
        strokeDasharray={shape.dash}
      />
    ))}
  </svg>
)
