import type { ComponentProps, ReactNode } from 'react'
import { AppLink } from '@/components/ui/app-link'
import { classNames } from '@/components/ui/class-names'
import { Icon, type IconName } from '@/components/ui/icon'

/** 1: the page's next step (one a page); 2: outlined; 3: like a link; bad: cannot be undone. */
export type ButtonVariant = 1 | 2 | 3 | 'bad'

export type ButtonLook = {
  variant?: ButtonVariant
  small?: boolean
  /** keeps its own width on a phone, where buttons fill the line */
  inline?: boolean
  icon?: IconName
  iconAfter?: IconName
}

const look = ({ variant = 2, small, inline }: ButtonLook, className?: string) =>
  classNames(
    'btn',
    variant === 1 && 'btn-1',
    variant === 3 && 'btn-3',
    variant === 'bad' && 'btn-bad',
    small && 'btn-sm',
    inline && 'btn-inline',
    className,
  )

const Content = ({ icon, iconAfter, children }: ButtonLook & { children: ReactNode }) => (
  <>
    {icon && <Icon name={icon} />}
    {children}
    {iconAfter && <Icon name={iconAfter} />}
  </>
)

type ButtonProps = ButtonLook & Omit<ComponentProps<'button'>, 'disabled'> & { busy?: boolean; why?: string }

/**
 * A button. `busy` shows that work goes on; `why` is the id of the sentence that says why it cannot
 * be pressed now (aria-disabled, so that the reason stays reachable by keyboard).
 */
export const Button = ({
  variant,
  small,
  inline,
  icon,
  iconAfter,
  busy,
  why,
  className,
  children,
  ...rest
}: ButtonProps) => (
  <button
    type="button"
    {...rest}
    className={look({ variant, small, inline }, className)}
    aria-busy={busy || undefined}
    aria-disabled={busy || why ? true : undefined}
    aria-describedby={why ?? rest['aria-describedby']}
  >
    <Content icon={busy ? 'spin' : icon} iconAfter={busy ? undefined : iconAfter}>
      {children}
    </Content>
  </button>
)

type LinkButtonProps = ButtonLook & {
  href: string
  /** a file from a route handler: an ordinary link, no client navigation */
  download?: boolean | string
  className?: string
  children: ReactNode
}

/** A link that looks like a button. */
export const LinkButton = ({
  variant,
  small,
  inline,
  icon,
  iconAfter,
  href,
  download,
  className,
  children,
}: LinkButtonProps) => {
  const content = (
    <Content icon={icon} iconAfter={iconAfter}>
      {children}
    </Content>
  )
  const classes = look({ variant, small, inline }, className)
  if (download !== undefined && download !== false) {
    return (
      <a className={classes} href={href} download={download}>
        {content}
      </a>
    )
  }
  return (
    <AppLink className={classes} href={href}>
      {content}
    </AppLink>
  )
}
