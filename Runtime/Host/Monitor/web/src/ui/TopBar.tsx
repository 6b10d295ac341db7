import { useState } from 'preact/hooks';
import { useChanges } from '../api/changes';
import { ApiError, logout } from '../api/client';
import { useOperator, useSession } from '../lib/session';
import { currentTheme, setTheme, type Theme } from '../lib/settings';
import { Icon } from './Icon';
import { Text } from './Text';
import { say } from './toasts';

const pages: [string, string][] = [
  ['instances', 'Instances'], ['fleet', 'Fleet'], ['entities', 'Entities'], ['triggers', 'Queues & timers'], ['batches', 'Batches'], ['audit', 'Audit'],
];

const themes: Record<Theme, { next: Theme; icon: 'auto' | 'sun' | 'moon'; label: string }> = {
  system: { next: 'light', icon: 'auto', label: 'Colours: as the system' },
  light: { next: 'dark', icon: 'sun', label: 'Colours: light' },
  dark: { next: 'system', icon: 'moon', label: 'Colours: dark' },
};

export function TopBar({ page, onHelp }: { page: string; onHelp: () => void }) {
  const session = useSession();
  const operator = useOperator();
  const { connected } = useChanges();
  const [open, setOpen] = useState(false);
  const [theme, change] = useState(currentTheme);
  const leave = () => logout().catch((error: unknown) => say(error instanceof ApiError ? error.message : String(error), { bad: true }));
  return (
    <header class={'top' + (open ? ' open' : '')}>
      <a class="brand" href="#/instances" onClick={() => setOpen(false)}>
        <svg viewBox="0 0 32 32" aria-hidden="true"><rect width="32" height="32" rx="7" class="brand-box" /><path d="M7 10h9M11 16h13M16 22h9" class="brand-lines" /></svg>
        <span><Text value={session.hub ?? 'Workflows'} /></span>
      </a>
      <span class={'live' + (connected ? '' : ' off')} role="status" title={connected ? 'Changes are shown as they happen' : 'The host does not answer; trying again'}>
        <span class="dot" aria-hidden="true" />{connected ? 'Live' : 'Not connected'}
      </span>
      {session.timeScale !== 1 && <span class="chip" title="The engine's clock runs faster than the real one">time ×{session.timeScale}</span>}
      {session.runsWork === false && <span class="chip warn" title="This host only shows the data file">no work runs here</span>}
      <button type="button" class="plain menu" aria-expanded={open} aria-label="Menu" onClick={() => setOpen(!open)}><Icon name={open ? 'close' : 'menu'} /></button>
      <nav aria-label="Pages" onClick={() => setOpen(false)}>
        {pages.map(([id, name]) => <a key={id} href={'#/' + id} aria-current={page === id ? 'page' : undefined}>{name}</a>)}
      </nav>
      <div class="tools">
        {operator && <a class="button primary" href="#/start" onClick={() => setOpen(false)}><Icon name="plus" /> Start</a>}
        <button type="button" class="plain" aria-label={themes[theme].label} title={themes[theme].label} onClick={() => { setTheme(themes[theme].next); change(themes[theme].next); }}><Icon name={themes[theme].icon} /></button>
        <button type="button" class="plain" aria-label="Help" title="Help and shortcuts (?)" onClick={onHelp}><Icon name="help" /></button>
        {session.access === 'key' && (
          <>
            <span class="who dim"><Text value={session.who} />, {session.role}</span>
            <button type="button" class="plain" aria-label="Log out" title="Log out" onClick={leave}><Icon name="out" /></button>
          </>
        )}
      </div>
    </header>
  );
}
