import { describe, expect, it } from 'vitest';
import { apiFilter, batchFilter, filtersOf, isNarrowed, noFilters, queryOf, withinSeconds, type Filters } from '../src/lib/filters';
import { link, parseRoute } from '../src/lib/router';

const full: Filters = {
  status: ['Failed', 'Running'], name: ['A', 'B.C'], idPrefix: 'x/ä&=', createdFrom: '2026-01-31T12:00:00.000Z', createdTo: '2026-02-01T12:00:00.000Z', within: '',
  text: '50 % + more', tag: ['team=a', 'k'], roots: true, sort: 'duration', order: 'asc',
};

describe('filters in the address', () => {
  it('come back as they were', () => {
    const route = parseRoute(link(['instances'], queryOf(full)));
    expect(route.segments).toEqual(['instances']);
    expect(filtersOf(route.query)).toEqual(full);
  });

  it('are nothing when nothing is chosen', () => {
    expect(queryOf(noFilters).toString()).toBe('');
    expect(filtersOf(new URLSearchParams())).toEqual(noFilters);
  });

  it('pass over what cannot be used', () =>
    expect(filtersOf(new URLSearchParams('status=Nonsense,Failed&sort=x&order=y&createdFrom=soon&within=1x'))).toEqual({ ...noFilters, status: ['Failed'] }));

  it('know whether they narrow anything', () => {
    expect(isNarrowed({ ...noFilters, sort: 'name', order: 'asc' })).toBe(false);
    expect(isNarrowed({ ...noFilters, roots: true })).toBe(true);
  });
});

describe('what the API is asked', () => {
  it('is the same filter', () => expect(apiFilter(full, 0)).toEqual({
    status: 'Failed,Running', name: 'A,B.C', idPrefix: 'x/ä&=', createdFrom: full.createdFrom, createdTo: full.createdTo, text: '50 % + more', tag: ['team=a', 'k'], parent: 'roots',
  }));

  it('reckons "within" from the engine\'s clock', () =>
    expect(apiFilter({ ...noFilters, within: '1h' }, Date.parse('2026-01-31T12:00:00Z')).createdFrom).toBe('2026-01-31T11:00:00.000Z'));

  it('leaves out a text of one letter', () => expect(apiFilter({ ...noFilters, text: 'a' }, 0).text).toBeUndefined());

  it('has lists in a batch', () => {
    const filter = batchFilter(full, 0);
    expect(filter.status).toEqual(['Failed', 'Running']);
    expect(filter.name).toEqual(['A', 'B.C']);
    expect(filter.tags).toEqual(['team=a', 'k']);
    expect(JSON.parse(JSON.stringify(batchFilter(noFilters, 0)))).toEqual({});
  });
});

describe('spans such as 24h', () => {
  it.each([['15m', 900], ['24h', 86_400], ['7d', 604_800], ['', undefined], ['0h', undefined], ['h', undefined], ['1w', undefined]])('%s', (text, seconds) => expect(withinSeconds(text)).toBe(seconds));
});

describe('routes', () => {
  it.each(['f00d', 'a/b?c#d', '@counter@a/b', '<script>', '100 %', 'ä 요약', '..'])('keep the id %s', (id) => {
    const route = parseRoute(link(['instances', id, 'history'], { execution: '3' }));
    expect(route.segments).toEqual(['instances', id, 'history']);
    expect(route.query.get('execution')).toBe('3');
  });

  it('of a broken escape are kept as they are', () => expect(parseRoute('#/instances/100%').segments).toEqual(['instances', '100%']));
});
