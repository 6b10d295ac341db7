import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { ApiError, get } from '../../api/client';
import type { InstancePage, InstanceRow } from '../../api/types/instances';
import { engineNow, hear } from '../../lib/clock';
import { apiFilter, filtersOf, type Filters } from '../../lib/filters';

const pageSize = 100;

export interface InstanceList {
  rows: InstanceRow[];
  loading: boolean;
  error: ApiError | undefined;
  /** Whether there is more below. */
  more: boolean;
  /** Up to when a search for text has looked, while it is not through. */
  searchedTo: string | undefined;
  /** True when something changed that the list does not show, because the reader is further down. */
  stale: boolean;
  loadMore: () => void;
  reload: () => void;
  /** Told of the first row in view. */
  show: (first: number) => void;
}

interface State {
  key: string;
  rows: InstanceRow[];
  next?: string;
  /** Where each page begins: the place of its first row, and what it was asked with. */
  pages: { first: number; after?: string }[];
  error?: ApiError;
  loading: boolean;
  stale: boolean;
  searchedTo?: string;
}

/** Replaces rows by newer ones of the same id, and moves none. */
export function mended(rows: InstanceRow[], newer: InstanceRow[]): InstanceRow[] {
  const byId = new Map(newer.map((row) => [row.id, row]));
  return rows.map((row) => byId.get(row.id) ?? row);
}

/** Appends what is not there yet. */
export function appended(rows: InstanceRow[], more: InstanceRow[]): InstanceRow[] {
  const known = new Set(rows.map((row) => row.id));
  return [...rows, ...more.filter((row) => !known.has(row.id))];
}

/**
 * The rows of a filter, page by page as the reader goes down. Changes are shown at once while the reader is at the top; further down rows are brought up
 * to date where they stand, and nothing moves under the reader's eyes.
 */
export function useInstanceList(key: string, version: number, atTop: () => boolean): InstanceList {
  const [state, setState] = useState<State>({ key, rows: [], pages: [], loading: true, stale: false });
  const current = useRef(state);
  current.current = state;
  const filters: Filters = filtersOf(new URLSearchParams(key));
  const busy = useRef(false);
  const missed = useRef({ more: false, change: false });
  const visible = useRef(0);
  const abort = useRef<AbortController>(undefined);

  /** One answer at a time: false when another one is under way. */
  const ask = useCallback(async (after: string | undefined, take: (page: InstancePage, before: State) => Partial<State>): Promise<boolean> => {
    if (busy.current) return false;
    busy.current = true;
    const mine = (abort.current = new AbortController());
    try {
      const query = { ...apiFilter(filters, engineNow()), sort: filters.sort, order: filters.order, top: pageSize, after };
      const page = await get<InstancePage>('/instances', query, mine.signal);
      hear(page.now);
      setState((before) => (before.key === key ? { ...before, loading: false, error: undefined, ...take(page, before) } : before));
    } catch (error) {
      if (!mine.signal.aborted) setState((before) => ({ ...before, loading: false, error: error instanceof ApiError ? error : new ApiError(0, String(error)) }));
    } finally {
      if (abort.current === mine) busy.current = false;
    }
    return true;
  }, [key]);

  const first = useCallback(() => ask(undefined, (page) => ({ rows: page.items, pages: [{ first: 0 }], next: page.next, stale: false, searchedTo: searched(page) })), [ask]);

  const reload = useCallback(() => {
    // What is under way is of no use any more, and must not stand in the way.
    abort.current?.abort();
    busy.current = false;
    void first();
  }, [first]);

  const loadMore = useCallback(() => {
    const { next } = current.current;
    if (next === undefined) return;
    if (busy.current) {
      missed.current.more = true;
      return;
    }
    setState((before) => ({ ...before, loading: true }));
    void ask(next, (page, before) => ({ rows: appended(before.rows, page.items), pages: [...before.pages, { first: before.rows.length, after: next }], next: page.next, searchedTo: searched(page) }));
  }, [ask]);

  const mend = useCallback(async () => {
    const { rows, pages } = current.current;
    if (atTop() && rows.length <= pageSize) {
      if (!(await first())) missed.current.change = true;
      return;
    }
    if (!(await ask(undefined, (page, before) => ({ rows: mended(before.rows, page.items), stale: before.stale || page.items[0]?.id !== before.rows[0]?.id })))) missed.current.change = true;
    const inView = pages.findLast((page) => page.first <= visible.current);
    if (inView?.after !== undefined) await ask(inView.after, (page, before) => ({ rows: mended(before.rows, page.items) }));
  }, [ask, first]);

  useEffect(() => {
    missed.current = { more: false, change: false };
    setState({ key, rows: [], pages: [], loading: true, stale: false });
    reload();
    return () => abort.current?.abort();
  }, [key, reload]);

  // What was asked for while another answer was under way is not asked for again by a reader who stands at the end, nor by a list that has come to rest.
  useEffect(() => {
    if (busy.current) return;
    const { more, change } = missed.current;
    missed.current = { more: false, change: false };
    if (more) loadMore();
    if (change) void mend();
  }, [state]);

  const seen = useRef(version);
  useEffect(() => {
    if (seen.current === version) return;
    seen.current = version;
    const timer = setTimeout(mend, 400);
    return () => clearTimeout(timer);
  }, [version, mend]);

  // A search through a large file ends pages early: it goes on until there is something to show.
  useEffect(() => {
    if (state.key === key && !state.loading && state.searchedTo !== undefined && state.rows.length < 30) loadMore();
  }, [state.key, state.loading, state.rows.length, state.next]);

  const shown = state.key === key ? state : { key, rows: [], pages: [], loading: true, stale: false };
  return {
    rows: shown.rows, loading: shown.loading, error: shown.error, more: shown.next !== undefined, searchedTo: shown.searchedTo, stale: shown.stale,
    loadMore, reload, show: (at) => { visible.current = at; },
  };
}

function searched(page: InstancePage): string | undefined {
  return page.complete === false && page.next !== undefined ? page.searchedTo : undefined;
}
