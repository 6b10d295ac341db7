import { useEffect, useRef, useState } from 'preact/hooks';
import { useChanges } from '../../api/changes';
import { get } from '../../api/client';
import type { Counts } from '../../api/types/instances';
import { engineNow } from '../../lib/clock';
import { apiFilter, filtersOf, queryOf, type Filters } from '../../lib/filters';
import { absolute } from '../../lib/format';
import { go, instanceLink, link } from '../../lib/router';
import { useShortcuts } from '../../lib/shortcuts';
import { useResource } from '../../lib/useResource';
import { Icon } from '../../ui/Icon';
import { Empty, Failed, Loading } from '../../ui/States';
import { BatchBar } from './BatchBar';
import { FilterBar } from './FilterBar';
import { Histogram } from './Histogram';
import { InstanceTable } from './InstanceTable';
import { StatusCounts } from './StatusCounts';
import { useInstanceList } from './useInstanceList';

const atTop = () => (document.querySelector('.scroll')?.scrollTop ?? 0) < 400;

export function InstancesPage({ query }: { query: URLSearchParams }) {
  const filters = filtersOf(query);
  const key = queryOf(filters).toString();
  const { version } = useChanges();
  const list = useInstanceList(key, version, atTop);
  const withoutOrder = queryOf({ ...filters, sort: 'created', order: 'desc' }).toString();
  const counts = useResource<Counts>('counts ' + withoutOrder, (signal) => get('/instances/counts', apiFilter(filters, engineNow()), signal), version);
  const [active, setActive] = useState(-1);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const search = useRef<HTMLInputElement>(null);

  useEffect(() => {
    setSelected(new Set());
    setActive(-1);
  }, [withoutOrder]);

  const change = (patch: Partial<Filters>, replace = false) => go(link(['instances'], queryOf({ ...filters, ...patch })), replace);
  const toggle = (id: string) => {
    const next = new Set(selected);
    if (!next.delete(id)) next.add(id);
    setSelected(next);
  };
  const step = (by: number): void | false => {
    if (list.rows.length === 0) return false;
    const next = Math.min(list.rows.length - 1, Math.max(0, active + by));
    setActive(next);
    if (next > list.rows.length - 10) list.loadMore();
  };
  const row = list.rows[active];
  // The counts are of all statuses, whichever the filter names.
  const matching = counts.data && (filters.status.length === 0 ? counts.data.total : filters.status.reduce((sum, status) => sum + (counts.data!.byStatus[status] ?? 0), 0));

  useShortcuts([
    { keys: '/', does: 'Search in inputs and outputs', run: () => search.current?.focus() },
    { keys: 'j', does: 'Next instance', run: () => step(1) },
    { keys: 'k', does: 'Instance before', run: () => step(-1) },
    { keys: 'Enter', does: 'Open the instance that is marked', run: () => (row && !(document.activeElement instanceof HTMLAnchorElement || document.activeElement instanceof HTMLButtonElement) ? go(instanceLink(row.id)) : false) },
    { keys: 'x', does: 'Select the instance that is marked', run: () => (row ? toggle(row.id) : false) },
    { keys: 'r', does: 'Read the list again', run: () => { list.reload(); counts.reload(); } },
  ]);

  return (
    <div class="page instances">
      <h1 class="sr">Instances</h1>
      <FilterBar filters={filters} change={change} search={search} />
      <StatusCounts counts={counts.data} filters={filters} change={change} />
      <Histogram filters={filters} version={version} change={change} />
      <BatchBar filters={filters} selected={selected} clear={() => setSelected(new Set())} matching={matching} />
      {list.stale && (
        <button type="button" class="button stale-button" onClick={() => { document.querySelector('.scroll')?.scrollTo(0, 0); list.reload(); }}>
          <Icon name="refresh" /> The list has changed above. Show
        </button>
      )}
      {list.error && <Failed error={list.error} retry={list.reload} />}
      <InstanceTable list={list} filters={filters} change={change} active={active} selected={selected} toggle={toggle}
        selectAll={(on) => setSelected(on ? new Set(list.rows.map((one) => one.id)) : new Set())} />
      {list.searchedTo && <p class="dim pad" role="status">Searched so far: {filters.order === 'asc' ? 'from the oldest to' : 'from now back to'} {absolute(Date.parse(list.searchedTo))}.{' '}
        {!list.loading && <button type="button" class="more" onClick={list.loadMore}>Search on</button>}</p>}
      {list.loading && <Loading what="instances" />}
      {!list.loading && !list.error && list.rows.length === 0 && list.searchedTo === undefined && (
        key === ''
          ? <Empty title="There are no instances yet.">Start one with the button above, over HTTP, or with the command line.</Empty>
          : <Empty title="No instance fits these filters."><a href="#/instances">Show all</a></Empty>
      )}
    </div>
  );
}
