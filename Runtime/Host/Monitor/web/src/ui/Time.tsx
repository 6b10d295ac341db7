import { absolute, duration, relative } from '../lib/format';
import { useNow } from '../lib/useNow';

/** A time as its distance from now, with the exact one on hover and for readers of the page. */
export function Time({ at, otherwise = '' }: { at: string | undefined; otherwise?: string }) {
  const now = useNow();
  const time = at === undefined ? NaN : Date.parse(at);
  if (Number.isNaN(time)) return <>{otherwise}</>;
  return <time class="num" dateTime={at} title={absolute(time)}>{relative(time, now)}</time>;
}

/** An exact time, with the distance on hover. */
export function Exact({ at }: { at: string | undefined }) {
  const now = useNow();
  const time = at === undefined ? NaN : Date.parse(at);
  if (Number.isNaN(time)) return null;
  return <time class="num" dateTime={at} title={relative(time, now)}>{absolute(time)}</time>;
}

/** How long something took, or takes so far. */
export function Took({ from, to, seconds }: { from?: string; to?: string; seconds?: number }) {
  const now = useNow();
  if (to !== undefined || from === undefined) {
    return <span class="num">{duration(seconds ?? (Date.parse(to ?? '') - Date.parse(from ?? '')) / 1000)}</span>;
  }
  return <span class="num">{duration(Math.max(0, Math.floor((now - Date.parse(from)) / 1000)))}</span>;
}
