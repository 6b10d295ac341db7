import { instanceLink } from '../../lib/router';
import { count } from '../../lib/format';
import type { Filters, Sort } from '../../lib/filters';
import type { InstanceRow } from '../../api/types/instances';
import { useOperator } from '../../lib/session';
import { Icon } from '../../ui/Icon';
import { ProgressBar } from '../../ui/ProgressBar';
import { Status } from '../../ui/Status';
import { Id, Text } from '../../ui/Text';
import { Time, Took } from '../../ui/Time';
import { usePhone } from '../../ui/useMedia';
import { VirtualList } from '../../ui/VirtualList';
import type { InstanceList } from './useInstanceList';

const columns: { label: string; sort?: Sort; className: string }[] = [
  { label: 'Status', sort: 'status', className: 'c-status' },
  { label: 'Id', sort: 'id', className: 'c-id' },
  { label: 'Name', sort: 'name', className: 'c-name' },
  { label: 'What it says', className: 'c-note' },
  { label: 'Created', sort: 'created', className: 'c-created' },
  { label: 'Updated', sort: 'updated', className: 'c-updated' },
  { label: 'Duration', sort: 'duration', className: 'c-duration' },
];

interface Props {
  list: InstanceList;
  filters: Filters;
  change: (patch: Partial<Filters>) => void;
  active: number;
  selected: ReadonlySet<string>;
  toggle: (id: string) => void;
  selectAll: (on: boolean) => void;
}

function Note({ row }: { row: InstanceRow }) {
  if (row.failure) return <Text className="bad" value={row.failure} title={row.failure} />;
  if (row.progress && row.status !== 'Completed') return <ProgressBar progress={row.progress} />;
  const tags = Object.entries(row.tags ?? {});
  const said = row.progress?.message ?? row.customStatus;
  return (
    <>
      {tags.slice(0, 3).map(([key, value]) => <span key={key} class="chip"><Text value={value === '' ? key : `${key}=${value}`} /></span>)}
      {said && <Text className="dim" value={said} title={said} />}
    </>
  );
}

export function InstanceTable({ list, filters, change, active, selected, toggle, selectAll }: Props) {
  const phone = usePhone();
  const operator = useOperator();
  const { rows } = list;
  if (rows.length === 0) return null;
  return (
    <div class={'table instances-table' + (operator ? '' : ' viewer')} role="table" aria-label="Instances" aria-rowcount={list.more ? -1 : rows.length + 1}>
      <div class="thead" role="row">
        {operator && (
          <span role="columnheader" class="c-check">
            <input type="checkbox" aria-label="Select all that are shown" checked={selected.size > 0 && selected.size >= rows.length} onChange={(event) => selectAll(event.currentTarget.checked)} />
          </span>
        )}
        {columns.map(({ label, sort, className }) => (
          <span key={label} role="columnheader" class={className} aria-sort={sort && filters.sort === sort ? (filters.order === 'asc' ? 'ascending' : 'descending') : undefined}>
            {sort ? (
              <button type="button" class="sort" onClick={() => change({ sort, order: filters.sort === sort && filters.order === 'desc' ? 'asc' : 'desc' })}>
                {label}{filters.sort === sort && <Icon name={filters.order === 'asc' ? 'up' : 'down'} />}
              </button>
            ) : label}
          </span>
        ))}
      </div>
      <VirtualList
        count={rows.length} rowHeight={phone ? 66 : 34} active={active} role="rowgroup"
        onRange={(first, last) => {
          list.show(first);
          if (last > rows.length - 40 && list.more) list.loadMore();
        }}
        row={(index, place) => {
          const row = rows[index]!;
          return (
            <div key={row.id} role="row" aria-rowindex={index + 2} class={'tr' + (index === active ? ' active' : '') + (selected.has(row.id) ? ' selected' : '')} style={place}>
              {operator && <span role="cell" class="c-check"><input type="checkbox" aria-label={`Select ${row.id}`} checked={selected.has(row.id)} onChange={() => toggle(row.id)} /></span>}
              <span role="cell" class="c-status"><Status status={row.status} /></span>
              <span role="cell" class="c-id"><a href={instanceLink(row.id)}><Id value={row.id} /></a></span>
              <span role="cell" class="c-name"><Text value={row.name} title={row.name} /></span>
              <span role="cell" class="c-note"><Note row={row} /></span>
              <span role="cell" class="c-created"><Time at={row.created} /></span>
              <span role="cell" class="c-updated"><Time at={row.updated} /></span>
              <span role="cell" class="c-duration" title={row.events === undefined ? undefined : `${count(row.events)} events`}><Took from={row.created} to={row.completed} seconds={row.durationSeconds} /></span>
            </div>
          );
        }}
      />
    </div>
  );
}
