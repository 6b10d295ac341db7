import type { RefObject } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { get } from '../../api/client';
import type { Filters } from '../../lib/filters';
import { isNarrowed, noFilters } from '../../lib/filters';
import { useResource } from '../../lib/useResource';
import { Icon } from '../../ui/Icon';
import { Text } from '../../ui/Text';
import { TextField } from '../../ui/TextField';
import { SavedViews } from './SavedViews';

interface Props {
  filters: Filters;
  change: (patch: Partial<Filters>, replace?: boolean) => void;
  search: RefObject<HTMLInputElement | null>;
}

/** A time of the browser's own field, as ISO 8601 with its offset resolved, and back. */
function toLocal(text: string): string {
  const at = Date.parse(text);
  return Number.isNaN(at) ? '' : new Date(at - new Date(at).getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

function fromLocal(text: string): string {
  const at = Date.parse(text);
  return Number.isNaN(at) ? '' : new Date(at).toISOString();
}

function NameMenu({ filters, change }: Omit<Props, 'search'>) {
  const names = useResource<{ names: { name: string; known: boolean }[] }>('names', (signal) => get('/instances/names', undefined, signal));
  const [find, setFind] = useState('');
  const shown = (names.data?.names ?? []).filter((one) => one.name.toLowerCase().includes(find.toLowerCase()));
  return (
    <fieldset class="names">
      <legend>Name</legend>
      {(names.data?.names.length ?? 0) > 8 && <input type="search" placeholder="Find a name" aria-label="Find a name" value={find} onInput={(event) => setFind(event.currentTarget.value)} />}
      <div class="names-list">
        {shown.map(({ name, known }) => (
          <label key={name} class="check">
            <input type="checkbox" checked={filters.name.includes(name)}
              onChange={(event) => change({ name: event.currentTarget.checked ? [...filters.name, name] : filters.name.filter((one) => one !== name) })} />
            <Text value={name} title={name} />{!known && <span class="dim"> no code</span>}
          </label>
        ))}
        {names.data && shown.length === 0 && <span class="dim">None</span>}
      </div>
    </fieldset>
  );
}

export function FilterBar({ filters, change, search }: Props) {
  const hidden = filters.name.length + filters.tag.length + (filters.idPrefix ? 1 : 0) + (filters.createdFrom || filters.createdTo || filters.within ? 1 : 0);
  const [open, setOpen] = useState(false);
  useEffect(() => {
    const escape = (event: KeyboardEvent) => event.key === 'Escape' && setOpen(false);
    addEventListener('keydown', escape);
    return () => removeEventListener('keydown', escape);
  }, []);
  return (
    <section class="filters" aria-label="Filters">
      <div class="filter-line">
        <label class="searchbox">
          <Icon name="search" />
          <span class="sr">Search in inputs and outputs</span>
          <TextField inputRef={search} type="search" placeholder="Text in input or output" value={filters.text} set={(text) => change({ text }, true)} />
        </label>
        <label class="searchbox narrow">
          <span class="sr">Beginning of the id</span>
          <TextField type="search" placeholder="Id begins with" value={filters.idPrefix} set={(idPrefix) => change({ idPrefix }, true)} />
        </label>
        <label class="select"><span class="sr">Created</span>
          <select value={filters.within || (filters.createdFrom || filters.createdTo ? 'range' : '')} onChange={(event) => {
            const value = event.currentTarget.value;
            if (value === 'range') setOpen(true);
            else change({ within: value, createdFrom: '', createdTo: '' });
          }}>
            <option value="">Any time</option>
            <option value="15m">Last 15 minutes</option>
            <option value="1h">Last hour</option>
            <option value="24h">Last 24 hours</option>
            <option value="7d">Last 7 days</option>
            <option value="30d">Last 30 days</option>
            {filters.within && !['15m', '1h', '24h', '7d', '30d'].includes(filters.within) && <option value={filters.within}>Last {filters.within}</option>}
            <option value="range">From … to …</option>
          </select>
        </label>
        <label class="check"><input type="checkbox" checked={filters.roots} onChange={(event) => change({ roots: event.currentTarget.checked })} />Only roots</label>
        <button type="button" class="button" aria-expanded={open} onClick={() => setOpen(!open)}>Filters{hidden > 0 && <span class="badge">{hidden}</span>} <Icon name={open ? 'up' : 'down'} /></button>
        <SavedViews filters={filters} />
        {isNarrowed(filters) && <button type="button" class="more" onClick={() => change(noFilters)}>Clear</button>}
      </div>
      {open && (
        <div class="filter-more">
          <NameMenu filters={filters} change={change} />
          <fieldset>
            <legend>Created</legend>
            <label>From<input type="datetime-local" value={toLocal(filters.createdFrom)} onChange={(event) => change({ createdFrom: fromLocal(event.currentTarget.value), within: '' })} /></label>
            <label>To<input type="datetime-local" value={toLocal(filters.createdTo)} onChange={(event) => change({ createdTo: fromLocal(event.currentTarget.value), within: '' })} /></label>
          </fieldset>
          <fieldset>
            <legend>Tags</legend>
            <form onSubmit={(event) => {
              event.preventDefault();
              const field = event.currentTarget.elements.namedItem('tag') as HTMLInputElement;
              const tag = field.value.trim();
              if (tag !== '' && !filters.tag.includes(tag)) change({ tag: [...filters.tag, tag] });
              field.value = '';
            }}>
              <label>Tag<input name="tag" placeholder="key or key=value" /></label>
            </form>
            {filters.tag.map((tag) => (
              <button type="button" key={tag} class="chip removable" aria-label={`Remove the tag ${tag}`} onClick={() => change({ tag: filters.tag.filter((one) => one !== tag) })}><Text value={tag} /> <Icon name="close" /></button>
            ))}
          </fieldset>
        </div>
      )}
      {!open && (filters.name.length > 0 || filters.tag.length > 0) && (
        <div class="chips">
          {filters.name.map((name) => <button type="button" key={name} class="chip removable" aria-label={`Remove the name ${name}`} onClick={() => change({ name: filters.name.filter((one) => one !== name) })}><Text value={name} /> <Icon name="close" /></button>)}
          {filters.tag.map((tag) => <button type="button" key={tag} class="chip removable" aria-label={`Remove the tag ${tag}`} onClick={() => change({ tag: filters.tag.filter((one) => one !== tag) })}><Text value={tag} /> <Icon name="close" /></button>)}
        </div>
      )}
    </section>
  );
}
