import { useEffect, useState } from 'preact/hooks';
import type { HistoryItem } from '../../api/types/history';
import type { Instance } from '../../api/types/instances';
import { clipped, count, timeOfDay } from '../../lib/format';
import { engineNow } from '../../lib/clock';
import { eventGroups, eventWords } from '../../lib/events';
import { useShortcuts } from '../../lib/shortcuts';
import { Empty, Failed, Loading } from '../../ui/States';
import { Text } from '../../ui/Text';
import { TextField } from '../../ui/TextField';
import { usePhone } from '../../ui/useMedia';
import { VirtualList } from '../../ui/VirtualList';
import { EventDialog } from './EventDialog';
import { useHistory } from './useHistory';

function note(item: HistoryItem): string {
  return item.failure?.message ?? (item.payload ? item.payload.text : item.target ?? '');
}

/** The history as a table. */
export function HistoryTab({ instance, execution, version, jump }: { instance: Instance; execution: number | undefined; version: number; jump: number | undefined }) {
  const [group, setGroup] = useState('');
  const [name, setName] = useState('');
  const [active, setActive] = useState(jump === undefined ? -1 : jump - 1);
  const [open, setOpen] = useState<number | undefined>(jump === undefined ? undefined : jump - 1);
  const kinds = eventGroups.find((one) => one.name === group)?.kinds ?? [];
  const history = useHistory(instance.id, execution, { kinds, name }, version);
  const phone = usePhone();
  const step = (by: number): void | false => {
    if (history.total === 0) return false;
    setActive(Math.min(history.total - 1, Math.max(0, active + by)));
  };
  useEffect(() => {
    if (jump !== undefined) history.show(jump - 1, jump - 1);
  }, [jump, history.total > 0]);
  useShortcuts([
    { keys: 'j', does: 'Next event', run: () => step(1) },
    { keys: 'k', does: 'Event before', run: () => step(-1) },
    { keys: 'Home', does: 'First event', run: () => setActive(0) },
    { keys: 'End', does: 'Last event', run: () => setActive(history.total - 1) },
    { keys: 'Enter', does: 'Open the event that is marked', run: () => (active >= 0 && !(document.activeElement instanceof HTMLButtonElement) ? setOpen(active) : false) },
  ]);
  const now = engineNow();
  return (
    <div>
      <div class="filter-line tab-tools">
        <label class="select"><span class="sr">Kind</span>
          <select value={group} onChange={(event) => { setGroup(event.currentTarget.value); setActive(-1); }}>
            <option value="">All events</option>
            {eventGroups.map((one) => <option key={one.name} value={one.name}>{one.name}</option>)}
          </select>
        </label>
        <label class="searchbox narrow"><span class="sr">Name</span><TextField type="search" placeholder="Name contains" value={name} set={(value) => { setName(value); setActive(-1); }} /></label>
        <span class="dim num" role="status">{count(history.total)} {group || name ? 'found so far' : 'events'}</span>
      </div>
      {history.error && <Failed error={history.error} retry={history.reload} />}
      {history.loading && history.total === 0 && <Loading what="the history" />}
      {!history.loading && !history.error && history.total === 0 && <Empty title={group || name ? 'No event fits.' : 'Nothing has happened yet.'} />}
      {history.total > 0 && (
        <div class="table history-table" role="table" aria-label="History" aria-rowcount={history.total + 1}>
          <div class="thead" role="row">
            {['#', 'Time', 'Event', 'Name', 'Content'].map((label, index) => <span key={label} role="columnheader" class={'h-' + index}>{label}</span>)}
          </div>
          <VirtualList count={history.total} rowHeight={phone ? 48 : 30} active={active} role="rowgroup" onRange={history.show}
            row={(index, place) => {
              const item = history.at(index);
              if (!item) return <div key={index} role="row" class="tr" style={place} aria-rowindex={index + 2}><span role="cell" class="h-0 num dim">{index + 1}</span><span role="cell" class="h-2 dim">…</span></div>;
              const time = Date.parse(item.turn ?? item.time ?? '');
              const words = eventWords(item.kind);
              return (
                <div key={index} role="row" aria-rowindex={index + 2} class={'tr' + (index === active ? ' active' : '') + (item.masked ? ' masked' : '')} style={place} onClick={() => { setActive(index); setOpen(index); }}>
                  <span role="cell" class="h-0 num dim">{item.sequence}</span>
                  <span role="cell" class="h-1 num" title={item.turn}>{Number.isNaN(time) ? '' : timeOfDay(time, now)}</span>
                  <span role="cell" class="h-2"><button type="button" class={'event-kind k-' + words.tone}><span aria-hidden="true">{words.sign}</span> {words.label}</button>{item.masked && <span class="chip">taken back</span>}{item.edited && <span class="chip">edited</span>}</span>
                  <span role="cell" class="h-3"><Text value={item.name ?? item.target} title={item.name ?? item.target} />{item.scheduled !== undefined && <span class="dim num"> of #{item.scheduled}</span>}</span>
                  <span role="cell" class="h-4 mono dim"><Text className={item.failure ? 'bad' : ''} value={clipped(note(item), 300)} /></span>
                </div>
              );
            }} />
        </div>
      )}
      {open !== undefined && (
        <EventDialog instance={instance} execution={execution} item={history.at(open)} index={open} total={history.total}
          move={(to) => { history.show(to, to); setOpen(to); setActive(to); }} onClose={() => setOpen(undefined)} />
      )}
    </div>
  );
}
