import { statuses, type Status } from '../api/types/common';
import { type BatchFilter } from '../api/types/operations';

export const sorts = ['created', 'updated', 'completed', 'duration', 'name', 'status', 'id'] as const;
export type Sort = (typeof sorts)[number];

/** What the list of instances shows: all of it stands in the address, so that a link shows another person the same. */
export interface Filters {
  status: Status[];
  name: string[];
  idPrefix: string;
  createdFrom: string;
  createdTo: string;
  /** Such as `15m`, `24h`, `7d`: created within this time before now. It stands instead of `createdFrom`. */
  within: string;
  text: string;
  tag: string[];
  roots: boolean;
  sort: Sort;
  order: 'asc' | 'desc';
}

export const noFilters: Filters = {
  status: [], name: [], idPrefix: '', createdFrom: '', createdTo: '', within: '', text: '', tag: [], roots: false, sort: 'created', order: 'desc',
};

const units: Record<string, number> = { m: 60, h: 3600, d: 86_400 };

/** Seconds of `15m`, `24h`, `7d`; undefined for anything else. */
export function withinSeconds(within: string): number | undefined {
  const match = /^([1-9][0-9]{0,4})([mhd])$/.exec(within);
  return match ? Number(match[1]) * units[match[2]!]! : undefined;
}

function list(query: URLSearchParams, key: string): string[] {
  return (query.get(key) ?? '').split(',').map((one) => one.trim()).filter((one) => one !== '');
}

function instant(text: string | null): string {
  return text && !Number.isNaN(Date.parse(text)) ? text : '';
}

/** Reads an address; what cannot be used is passed over. */
export function filtersOf(query: URLSearchParams): Filters {
  const sort = query.get('sort');
  const within = query.get('within') ?? '';
  return {
    status: list(query, 'status').filter((one): one is Status => (statuses as readonly string[]).includes(one)),
    name: list(query, 'name'),
    idPrefix: query.get('idPrefix') ?? '',
    createdFrom: instant(query.get('createdFrom')),
    createdTo: instant(query.get('createdTo')),
    within: withinSeconds(within) === undefined ? '' : within,
    text: query.get('text') ?? '',
    tag: query.getAll('tag').filter((one) => one !== ''),
    roots: query.get('parent') === 'roots',
    sort: (sorts as readonly string[]).includes(sort ?? '') ? (sort as Sort) : 'created',
    order: query.get('order') === 'asc' ? 'asc' : 'desc',
  };
}

/** The address of filters, without what is the default. */
export function queryOf(filters: Filters): URLSearchParams {
  const query = new URLSearchParams();
  const set = (key: string, value: string) => value !== '' && query.set(key, value);
  set('status', filters.status.join(','));
  set('name', filters.name.join(','));
  set('idPrefix', filters.idPrefix);
  set('createdFrom', filters.createdFrom);
  set('createdTo', filters.createdTo);
  set('within', filters.within);
  set('text', filters.text);
  filters.tag.forEach((one) => query.append('tag', one));
  if (filters.roots) query.set('parent', 'roots');
  if (filters.sort !== 'created') query.set('sort', filters.sort);
  if (filters.order !== 'desc') query.set('order', filters.order);
  return query;
}

/** What the API is asked with; `now` is the engine's clock. A text of one letter is none. */
export function apiFilter(filters: Filters, now: number): Record<string, string | string[] | undefined> {
  const seconds = withinSeconds(filters.within);
  return {
    status: filters.status.join(',') || undefined,
    name: filters.name.join(',') || undefined,
    idPrefix: filters.idPrefix || undefined,
    createdFrom: seconds === undefined ? utc(filters.createdFrom) : new Date(now - seconds * 1000).toISOString(),
    createdTo: utc(filters.createdTo),
    text: filters.text.length < 2 ? undefined : filters.text,
    tag: filters.tag.length > 0 ? filters.tag : undefined,
    parent: filters.roots ? 'roots' : undefined,
  };
}

/** The same as the filter of a batch. */
export function batchFilter(filters: Filters, now: number): BatchFilter {
  const { tag, status, name, ...rest } = apiFilter(filters, now);
  return {
    ...(rest as BatchFilter),
    status: status ? filters.status : undefined,
    name: name ? filters.name : undefined,
    tags: tag as string[] | undefined,
  };
}

/** Whether anything narrows the list. */
export function isNarrowed(filters: Filters): boolean {
  return queryOf({ ...filters, sort: 'created', order: 'desc' }).size > 0;
}

function utc(text: string): string | undefined {
  const at = Date.parse(text);
  return Number.isNaN(at) ? undefined : new Date(at).toISOString();
}
