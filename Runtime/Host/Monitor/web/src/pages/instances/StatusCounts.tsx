import { statuses } from '../../api/types/common';
import { type Counts } from '../../api/types/instances';
import type { Filters } from '../../lib/filters';
import { count } from '../../lib/format';
import { Status } from '../../ui/Status';

const always = ['Running', 'Pending', 'Suspended', 'Completed', 'Failed', 'Terminated'];

/** Live counts that filter when they are pressed. */
export function StatusCounts({ counts, filters, change }: { counts: Counts | undefined; filters: Filters; change: (patch: Partial<Filters>) => void }) {
  const shown = statuses.filter((status) => always.includes(status) || (counts?.byStatus[status] ?? 0) > 0 || filters.status.includes(status));
  const sign = counts?.complete === false ? '≥ ' : '';
  return (
    <div class="counts" role="group" aria-label="Statuses">
      <button type="button" class="count" aria-pressed={filters.status.length === 0} onClick={() => change({ status: [] })}>
        <span>All</span><strong class="num">{counts ? sign + count(counts.total) : '·'}</strong>
      </button>
      {shown.map((status) => (
        <button type="button" key={status} class="count" aria-pressed={filters.status.includes(status)}
          onClick={() => change({ status: filters.status.includes(status) ? filters.status.filter((one) => one !== status) : [...filters.status, status] })}>
          <Status status={status} /><strong class="num">{counts ? (counts.byStatus[status] ? sign : '') + count(counts.byStatus[status] ?? 0) : '·'}</strong>
        </button>
      ))}
    </div>
  );
}
