import { useEffect, useRef, useState } from 'preact/hooks';
import { queryOf, type Filters } from '../../lib/filters';
import { remember, remembered } from '../../lib/settings';
import { Icon } from '../../ui/Icon';
import { Text } from '../../ui/Text';

interface View {
  name: string;
  query: string;
}

const given: View[] = [
  { name: 'Running, longest first', query: 'status=Running%2CPending%2CSuspended&sort=duration' },
  { name: 'Failed in the last 24 hours', query: 'status=Failed&within=24h' },
  { name: 'Suspended', query: 'status=Suspended' },
  { name: 'Roots, newest first', query: 'parent=roots' },
];

function stored(): View[] {
  const views = remembered<unknown>('views', []);
  return Array.isArray(views) ? views.filter((one): one is View => typeof one?.name === 'string' && typeof one.query === 'string') : [];
}

/** Filters under a name, kept in this browser. */
export function SavedViews({ filters }: { filters: Filters }) {
  const [views, setViews] = useState(stored);
  const [open, setOpen] = useState(false);
  const [name, setName] = useState('');
  const box = useRef<HTMLDivElement>(null);
  const here = queryOf(filters).toString();
  const keep = (next: View[]) => {
    remember('views', next);
    setViews(next);
  };
  useEffect(() => {
    if (!open) return;
    const away = (event: Event) => {
      if (event instanceof KeyboardEvent ? event.key === 'Escape' : !box.current?.contains(event.target as Node)) setOpen(false);
    };
    addEventListener('pointerdown', away);
    addEventListener('keydown', away);
    return () => {
      removeEventListener('pointerdown', away);
      removeEventListener('keydown', away);
    };
  }, [open]);
  return (
    <div class="menu-box" ref={box}>
      <button type="button" class="button" aria-expanded={open} aria-haspopup="true" onClick={() => setOpen(!open)}><Icon name="star" /> Views</button>
      {open && (
        <div class="menu-panel">
          {[...given, ...views].map((view, index) => (
            <div key={index} class="menu-line">
              <a href={'#/instances?' + view.query} aria-current={view.query === here ? 'true' : undefined} onClick={() => setOpen(false)}><Text value={view.name} /></a>
              {index >= given.length && <button type="button" class="plain" aria-label={`Forget the view ${view.name}`} onClick={() => keep(views.filter((one) => one !== view))}><Icon name="close" /></button>}
            </div>
          ))}
          <form class="menu-form" onSubmit={(event) => {
            event.preventDefault();
            if (name.trim() === '') return;
            keep([...views.filter((one) => one.name !== name.trim()), { name: name.trim(), query: here }]);
            setName('');
          }}>
            <input aria-label="Name of the view" placeholder="Name what is shown now" maxLength={60} value={name} onInput={(event) => setName(event.currentTarget.value)} />
            <button type="submit" class="button" disabled={name.trim() === ''}>Save</button>
          </form>
        </div>
      )}
    </div>
  );
}
