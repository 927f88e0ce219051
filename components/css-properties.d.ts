import 'react'

declare module 'react' {
  /** Pictures pass their figures to the style sheet as custom properties. */
  interface CSSProperties {
    [property: `--${string}`]: string | number | undefined
  }
}
