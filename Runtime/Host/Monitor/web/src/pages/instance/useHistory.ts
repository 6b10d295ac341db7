import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { ApiError, get, path } from '../../api/client';
import type { HistoryItem, HistoryPage } from '../../api/types/history';

const pageSize = 200;

export interface History {
  total: number;
  /** The event of a place in the list; undefined while it is on its way. */
  at: (index: number) => HistoryItem | undefined;
  /** Told of what is in view. */
  show: (first: number, last: number) => void;
  loading: boolean;
  error: ApiError | undefined;
  reload: () => void;
}

export interface HistoryFilter {
  kinds: string[];
  name: string;
}

/**
 * An execution's events. Without a filter any place of it can be jumped to, since sequence numbers have no holes; with one it is read from the beginning on, as far as is looked at.
 * What was read stays: histories only grow, but for a rewind, which marks what it takes back.
 */
export function useHistory(id: string, execution: number | undefined, filter: HistoryFilter, version: number): History {
  const isFiltered = filter.kinds.length > 0 || filter.name !== '';
  const key = JSON.stringify([id, execution, filter]);
  const items = useRef<(HistoryItem | undefined)[]>([]);
  const pending = useRef(new Set<number>());
  const next = useRef<number>(undefined);
  const missed = useRef(false);
  const refresh = useRef<() => void>(() => undefined);
  const [state, setState] = useState<{ key: string; total: number; loading: boolean; error?: ApiError; stamp: number }>({ key, total: 0, loading: true, stamp: 0 });
  const current = useRef(key);
  current.current = key;

  const ask = useCallback(async (after: number, take: (page: HistoryPage) => number) => {
    const mine = pending.current;
    if (mine.has(after)) return;
    mine.add(after);
    try {
      const page = await get<HistoryPage>(path`/instances/${id}/history`, { execution, after, top: pageSize, kind: filter.kinds.join(',') || undefined, name: filter.name || undefined });
      if (current.current !== key) return;
      const total = take(page);
      setState((before) => ({ key, total, loading: false, stamp: before.stamp + 1 }));
    } catch (error) {
      if (current.current === key) setState((before) => ({ ...before, key, loading: false, error: error instanceof ApiError ? error : new ApiError(0, String(error)) }));
    } finally {
      mine.delete(after);
    }
    if (current.current === key && missed.current) {
      missed.current = false;
      refresh.current();
    }
  }, [key]);

  const takePlain = (page: HistoryPage): number => {
    for (const item of page.items) items.current[item.sequence - 1] = item;
    return Math.max(page.total, items.current.length);
  };
  const takeFiltered = (page: HistoryPage): number => {
    const last = items.current.at(-1)?.sequence ?? 0;
    items.current.push(...page.items.filter((item) => item.sequence > last));
    next.current = page.next;
    return items.current.length;
  };

  const begin = useCallback(() => {
    items.current = [];
    // What is under way with another filter does not answer for this one.
    pending.current = new Set();
    missed.current = false;
    next.current = undefined;
    setState({ key, total: 0, loading: true, stamp: 0 });
    void ask(0, isFiltered ? takeFiltered : takePlain);
  }, [key]);
  useEffect(begin, [begin]);

  // Asked again from where the list ends. What is under way from there may have been answered before the change: it is asked once more then.
  refresh.current = () => {
    const end = isFiltered ? (items.current.at(-1)?.sequence ?? 0) : items.current.length;
    if (pending.current.has(end)) {
      missed.current = true;
      return;
    }
    if (!isFiltered) {
      void ask(end, (page) => {
        // A rewind marks older events: what was read of them is read again.
        if (page.items.some((item) => item.kind === 'ExecutionRewound')) items.current = [];
        return takePlain(page);
      });
    } else if (next.current === undefined) void ask(end, takeFiltered);
  };

  const seen = useRef(version);
  useEffect(() => {
    if (seen.current === version) return;
    seen.current = version;
    refresh.current();
  }, [version]);

  const show = useCallback((first: number, last: number) => {
    if (isFiltered) {
      if (next.current !== undefined && last > items.current.length - 50) void ask(next.current, takeFiltered);
      return;
    }
    for (let page = Math.floor(first / pageSize); page * pageSize <= last; page++) {
      const from = page * pageSize;
      const to = Math.min(last, from + pageSize - 1);
      for (let index = Math.max(first, from); index <= to; index++) {
        if (items.current[index] === undefined) {
          void ask(from, takePlain);
          break;
        }
      }
    }
  }, [key]);

  const same = state.key === key;
  return { total: same ? state.total : 0, at: (index) => items.current[index], show, loading: same ? state.loading : true, error: same ? state.error : undefined, reload: begin };
}
