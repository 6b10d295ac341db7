import type { Span } from '../api/types/timeline';

/** The part of time that is shown, in milliseconds since 1970. */
export interface View {
  from: number;
  to: number;
}

const shortest = 5;

/** A view within its bounds, and never shorter than can be read. */
export function fitted(view: View, bounds: View): View {
  const whole = Math.max(bounds.to - bounds.from, shortest);
  const length = Math.min(Math.max(view.to - view.from, shortest), whole);
  const from = Math.min(Math.max(view.from, bounds.from), bounds.from + whole - length);
  return { from, to: from + length };
}

/** Zooms by a factor (below 1: closer) around a time, which stays where it is. */
export function zoomed(view: View, factor: number, around: number, bounds: View): View {
  return fitted({ from: around - (around - view.from) * factor, to: around + (view.to - around) * factor }, bounds);
}

/** Moves by a part of its length. */
export function panned(view: View, part: number, bounds: View): View {
  const by = (view.to - view.from) * part;
  return fitted({ from: view.from + by, to: view.to + by }, bounds);
}

export const startOf = (span: Span): number => Date.parse(span.start);

/** When a span ended; of one that is open, now (a timer's bar goes to where it is due). */
export function endOf(span: Span, now: number): number {
  if (span.end !== undefined) return Math.max(Date.parse(span.end), startOf(span));
  if (span.kind === 'timer' && span.due !== undefined) return Math.max(Date.parse(span.due), startOf(span));
  return Math.max(now, startOf(span));
}

/** Puts spans into as few lanes as hold them without overlap, in the order in which they begin. Returns the lane of each. */
export function lanes(spans: readonly Span[], now: number, gap = 0): number[] {
  const order = spans.map((_, index) => index).sort((a, b) => startOf(spans[a]!) - startOf(spans[b]!) || a - b);
  const lane: number[] = new Array<number>(spans.length).fill(0);
  // Lanes by the time at which they are free, kept as a heap: ten thousand spans at once need ten thousand lanes.
  const free: { at: number; lane: number }[] = [];
  let made = 0;
  for (const index of order) {
    const start = startOf(spans[index]!);
    const end = endOf(spans[index]!, now) + gap;
    if (free.length > 0 && free[0]!.at <= start) {
      const taken = free[0]!.lane;
      replaceRoot(free, { at: end, lane: taken });
      lane[index] = taken;
    } else {
      lane[index] = made++;
      push(free, { at: end, lane: lane[index] });
    }
  }
  return lane;
}

function push(heap: { at: number; lane: number }[], item: { at: number; lane: number }): void {
  let at = heap.push(item) - 1;
  while (at > 0) {
    const up = (at - 1) >> 1;
    if (heap[up]!.at <= item.at) break;
    heap[at] = heap[up]!;
    at = up;
  }
  heap[at] = item;
}

function replaceRoot(heap: { at: number; lane: number }[], item: { at: number; lane: number }): void {
  let at = 0;
  for (;;) {
    let down = 2 * at + 1;
    if (down >= heap.length) break;
    if (down + 1 < heap.length && heap[down + 1]!.at < heap[down]!.at) down++;
    if (heap[down]!.at >= item.at) break;
    heap[at] = heap[down]!;
    at = down;
  }
  heap[at] = item;
}

/** How many spans are open in each of `buckets` equal parts of the whole: the strip above the timeline. */
export function density(spans: readonly Span[], bounds: View, buckets: number, now: number): number[] {
  const change = new Array<number>(buckets + 1).fill(0);
  const whole = Math.max(bounds.to - bounds.from, 1);
  const bucket = (at: number) => Math.min(buckets - 1, Math.max(0, Math.floor(((at - bounds.from) / whole) * buckets)));
  for (const span of spans) {
    change[bucket(startOf(span))]!++;
    change[bucket(endOf(span, now)) + 1]!--;
  }
  let open = 0;
  return change.slice(0, buckets).map((by) => (open += by));
}

/** Where a bar stands in the view, in percent; undefined when it is outside. */
export function placed(from: number, to: number, view: View): { left: number; width: number } | undefined {
  if (to < view.from || from > view.to) return undefined;
  const whole = view.to - view.from;
  const left = (Math.max(from, view.from) - view.from) / whole;
  const right = (Math.min(to, view.to) - view.from) / whole;
  return { left: left * 100, width: (right - left) * 100 };
}
