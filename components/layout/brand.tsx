/** The mark: needs run across, institutions run down, a service is the knot where they cross. */
export const BrandMark = () => (
  <svg viewBox="0 0 28 28" aria-hidden="true" fill="none">
    <g stroke="var(--color-people)" strokeWidth="4.5">
      <path d="M9 1v26M19 1v26" />
    </g>
    <g stroke="var(--color-sheet)" strokeWidth="7.5">
      <path d="M4.5 7h9M14.5 14h9M4.5 21h9" />
    </g>
    <g stroke="var(--color-action)" strokeWidth="4.5">
      <path d="M1 7h14M23.2 7H27M1 14h3.8M13.2 14H27M1 21h14M23.2 21H27" />
    </g>
  </svg>
)
