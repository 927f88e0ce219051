import { uiMessages } from '@/lib/messages/pl/ui'

export type Theme = 'system' | 'light' | 'dark' | 'contrast'

const order: readonly Theme[] = ['system', 'light', 'dark', 'contrast']

type ThemeSwitchProps = {
  theme: Theme
  /** server action; reads the field `theme` and keeps it in a cookie */
  setTheme: (data: FormData) => Promise<void>
}

/** Buttons of a form, so that the look can be changed without JavaScript. */
export const ThemeSwitch = ({ theme, setTheme }: ThemeSwitchProps) => (
  <form action={setTheme} className="themes" aria-label={uiMessages.shell.theme}>
    <span aria-hidden="true">{uiMessages.shell.theme}:</span>
    {order.map((name) => (
      <button key={name} type="submit" name="theme" value={name} aria-pressed={name === theme}>
        {uiMessages.shell.themes[name]}
      </button>
    ))}
  </form>
)
