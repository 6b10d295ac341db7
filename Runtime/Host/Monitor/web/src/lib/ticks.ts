/** Steps in which people read time, in milliseconds. */
const steps = [
  1, 2, 5, 10, 20, 50, 100, 200, 500, 1e3, 2e3, 5e3, 10e3, 15e3, 30e3, 60e3, 120e3, 300e3, 600e3, 900e3, 1800e3, 3600e3, 7200e3, 10_800e3, 21_600e3, 43_200e3,
  86_400e3, 2 * 86_400e3, 7 * 86_400e3, 14 * 86_400e3, 30 * 86_400e3, 90 * 86_400e3, 365 * 86_400e3,
];

export interface Tick {
  at: number;
  label: string;
}

function pad(value: number, digits = 2): string {
  return String(value).padStart(digits, '0');
}

/** At most some `wanted` round local times between two times. */
export function ticks(from: number, to: number, wanted: number): Tick[] {
  if (!(to > from)) return [];
  const step = steps.find((one) => (to - from) / one <= wanted) ?? steps.at(-1)!;
  const zone = new Date(from).getTimezoneOffset() * 60_000;
  const marks: Tick[] = [];
  for (let at = Math.ceil((from - zone) / step) * step + zone; at <= to && marks.length < 1000; at += step) {
    const date = new Date(at);
    const day = `${pad(date.getMonth() + 1)}-${pad(date.getDate())}`;
    const time = `${pad(date.getHours())}:${pad(date.getMinutes())}`;
    marks.push({
      at,
      label:
        step >= 86_400e3 ? day
        : step >= 60e3 ? (date.getHours() + date.getMinutes() === 0 ? day : time)
        : step >= 1e3 ? `${time}:${pad(date.getSeconds())}`
        : `${pad(date.getSeconds())}.${pad(date.getMilliseconds(), 3)}`,
    });
  }
  return marks;
}

/** At most some `wanted` round offsets in seconds from the beginning, for a span of time. */
export function offsets(seconds: number, wanted: number): number[] {
  const step = (steps.find((one) => (seconds * 1000) / one <= wanted) ?? steps.at(-1)!) / 1000;
  const marks: number[] = [];
  for (let index = 0; index * step <= seconds && marks.length < 1000; index++) marks.push(index * step);
  return marks;
}
