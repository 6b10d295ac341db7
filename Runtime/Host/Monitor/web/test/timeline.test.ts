import { describe, expect, it } from 'vitest';
import type { Span } from '../src/api/types/timeline';
import { density, endOf, fitted, lanes, panned, placed, zoomed } from '../src/lib/timeline';
import { offsets, ticks } from '../src/lib/ticks';
import { sequenceOf } from '../src/lib/sequence';

const at = (milliseconds: number) => new Date(milliseconds).toISOString();
const span = (start: number, end: number | undefined, more: Partial<Span> = {}): Span =>
  ({ task: 0, kind: 'activity', name: 'A', state: end === undefined ? 'open' : 'completed', start: at(start), end: end === undefined ? undefined : at(end), ...more });
const bounds = { from: 0, to: 1000 };

describe('the part of time that is shown', () => {
  it('stays within its bounds', () => {
    expect(fitted({ from: -100, to: 200 }, bounds)).toEqual({ from: 0, to: 300 });
    expect(fitted({ from: 900, to: 1200 }, bounds)).toEqual({ from: 700, to: 1000 });
    expect(fitted({ from: -5, to: 5000 }, bounds)).toEqual(bounds);
  });

  it('is never shorter than can be read', () => expect(fitted({ from: 500, to: 500 }, bounds)).toEqual({ from: 500, to: 505 }));

  it('zooms around the pointer', () => {
    const view = zoomed(bounds, 0.5, 800, bounds);
    expect((800 - view.from) / (view.to - view.from)).toBeCloseTo(0.8);
    expect(view.to - view.from).toBe(500);
  });

  it('zooms out to the whole and no further', () => expect(zoomed({ from: 400, to: 600 }, 100, 500, bounds)).toEqual(bounds));
  it('moves by a part of its length', () => expect(panned({ from: 0, to: 100 }, 0.5, bounds)).toEqual({ from: 50, to: 150 }));
});

describe('lanes', () => {
  it('hold what follows each other in one', () => expect(lanes([span(0, 10), span(10, 20), span(25, 30)], 100)).toEqual([0, 0, 0]));
  it('hold what overlaps in several', () => expect(lanes([span(0, 10), span(5, 20), span(11, 12)], 100)).toEqual([0, 1, 0]));
  it('keep an open span until now', () => expect(lanes([span(0, undefined), span(50, 60), span(70, 80)], 90)).toEqual([0, 1, 1]));

  it('never overlap, whatever comes', () => {
    let seed = 7;
    const random = (most: number) => (seed = (seed * 48_271) % 2_147_483_647) % most;
    const spans = Array.from({ length: 400 }, () => {
      const start = random(2000);
      return span(start, start + 1 + random(200));
    });
    const lane = lanes(spans, 0);
    const times = spans.map((one, index) => ({ lane: lane[index]!, start: Date.parse(one.start), end: endOf(one, 0) })).sort((a, b) => a.start - b.start);
    const free = new Map<number, number>();
    for (const one of times) {
      expect(one.start).toBeGreaterThanOrEqual(free.get(one.lane) ?? 0);
      free.set(one.lane, one.end);
    }
    const atOnce = Math.max(...times.map(({ start }) => times.filter((one) => one.start <= start && one.end > start).length));
    expect(free.size).toBe(atOnce);
  });
});

describe('bars', () => {
  it('are cut at the edges', () => expect(placed(-50, 50, { from: 0, to: 100 })).toEqual({ left: 0, width: 50 }));
  it('outside are none', () => {
    expect(placed(-50, -1, { from: 0, to: 100 })).toBeUndefined();
    expect(placed(101, 200, { from: 0, to: 100 })).toBeUndefined();
  });
  it('of a timer go to where it is due', () => expect(endOf(span(0, undefined, { kind: 'timer', due: at(500) }), 100)).toBe(500));
});

describe('the strip above', () => {
  it('counts what is open at once', () => expect(density([span(0, 499), span(250, 999), span(600, 601)], bounds, 4, 0)).toEqual([1, 2, 2, 1]));
});

describe('ticks', () => {
  it('are round and within', () => {
    const marks = ticks(Date.parse('2026-01-31T12:03:00Z'), Date.parse('2026-01-31T13:02:00Z'), 6);
    expect(marks.length).toBeGreaterThan(2);
    expect(marks.every((mark) => mark.at % 600_000 === 0)).toBe(true);
  });
  it('of an offset begin at zero', () => expect(offsets(95, 8)).toEqual([0, 15, 30, 45, 60, 75, 90]));
  it('of nothing are none', () => expect(ticks(5, 5, 6)).toEqual([]));
});

describe('the sequence', () => {
  it('has a message out and one back for a call', () => {
    const { participants, messages } = sequenceOf('Me', [span(0, 10)], 9);
    expect(participants).toEqual(['Me', 'A']);
    expect(messages.map((one) => [one.out, one.label])).toEqual([[true, 'A'], [false, 'completed']]);
  });

  it('tells each attempt', () => {
    const tries = [{ task: 0, start: at(0), end: at(1), state: 'failed' as const }, { task: 1, start: at(5), end: at(9), state: 'completed' as const }];
    expect(sequenceOf('Me', [span(0, 9, { attempts: tries })], 9).messages.map((one) => one.label)).toEqual(['A (attempt 1)', 'failed', 'A (attempt 2)', 'completed']);
  });

  it('puts the rarest together when there are too many', () => {
    const spans = Array.from({ length: 20 }, (_, index) => span(index, index + 1, { name: index < 10 ? 'Often' : `N${index}` }));
    const { participants, messages } = sequenceOf('Me', spans, 4);
    expect(participants).toHaveLength(5);
    expect(participants.at(-1)).toBe('Others');
    expect(messages.find((one) => one.column === 4 && one.out)!.label).toMatch(/^N\d+: N\d+$/);
  });
});
