/** What the page remembers in this browser. A browser that forbids it forgets, and nothing else happens. */
export function remembered<T>(key: string, otherwise: T): T {
  try {
    const text = localStorage.getItem('workflows.' + key);
    return text === null ? otherwise : (JSON.parse(text) as T);
  } catch {
    return otherwise;
  }
}

export function remember(key: string, value: unknown): void {
  try {
    localStorage.setItem('workflows.' + key, JSON.stringify(value));
  } catch {
    // Nothing is lost but the memory of it.
  }
}

export type Theme = 'system' | 'light' | 'dark';

export function applyTheme(theme: Theme): void {
  if (theme === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
}

export function currentTheme(): Theme {
  const theme = remembered<string>('theme', 'system');
  return theme === 'light' || theme === 'dark' ? theme : 'system';
}

export function setTheme(theme: Theme): void {
  remember('theme', theme);
  applyTheme(theme);
}
