/** Texts for numbers and times. All of them are the same in every locale of the browser, so that two people see the same page. */

const grouped = new Intl.NumberFormat('en-US');

export function count(value: number | undefined): string {
  return value === undefined ? '' : grouped.format(value);
}

/** "1 instance", "1,200 instances". */
export function plural(value: number, one: string, many = one + 's'): string {
  return `${count(value)} ${value === 1 ? one : many}`;
}

/** A number in few characters: 950, 1.2k, 34k, 1.2M. */
export function short(value: number): string {
  const size = Math.abs(value);
  if (size < 1000) return String(Math.round(value * 10) / 10);
  const [by, unit] = size < 999_500 ? [1e3, 'k'] : size < 999_500_000 ? [1e6, 'M'] : [1e9, 'G'];
  const scaled = value / by;
  return (Math.abs(scaled) < 9.95 ? scaled.toFixed(1).replace(/\.0$/, '') : String(Math.round(scaled))) + unit;
}

/** Seconds as people read them: "0.25 s", "12.3 s", "3 min 04 s", "2 h 05 min", "3 d 4 h". */
export function duration(seconds: number | undefined): string {
  if (seconds === undefined || !Number.isFinite(seconds)) return '';
  if (seconds < 0) return '-' + duration(-seconds);
  if (seconds === 0) return '0 s';
  if (seconds < 0.0995) return `${Math.round(seconds * 1000)} ms`;
  if (seconds < 9.995) return `${trimmed(seconds.toFixed(2))} s`;
  if (seconds < 59.95) return `${trimmed(seconds.toFixed(1))} s`;
  const whole = Math.round(seconds);
  if (whole < 3600) return `${Math.floor(whole / 60)} min ${two(whole % 60)} s`;
  const minutes = Math.round(seconds / 60);
  if (minutes < 1440) return `${Math.floor(minutes / 60)} h ${two(minutes % 60)} min`;
  const hours = Math.round(seconds / 3600);
  return `${Math.floor(hours / 24)} d ${hours % 24} h`;
}

/** A span in words for a sentence: "12 seconds", "3 minutes", "2 hours 5 minutes". */
export function spoken(seconds: number): string {
  const value = Math.max(0, seconds);
  if (value < 1) return 'less than a second';
  if (value < 60) return plural(Math.round(value), 'second');
  const minutes = Math.round(value / 60);
  if (minutes < 60) {
    const rest = value < 300 ? Math.round(value % 60) : 0;
    const whole = value < 300 ? Math.floor(value / 60) : minutes;
    return plural(whole, 'minute') + (rest > 0 ? ` ${plural(rest, 'second')}` : '');
  }
  const hours = Math.floor(minutes / 60);
  if (hours < 48) return plural(hours, 'hour') + (minutes % 60 > 0 ? ` ${plural(minutes % 60, 'minute')}` : '');
  return plural(Math.floor(hours / 24), 'day') + (hours % 24 > 0 ? ` ${plural(hours % 24, 'hour')}` : '');
}

/** "12 s ago", "in 3 min". */
export function relative(at: number, now: number): string {
  const seconds = (now - at) / 1000;
  const size = Math.abs(seconds);
  if (size < 1) return 'now';
  const text =
    size < 60 ? `${Math.floor(size)} s`
    : size < 3600 ? `${Math.floor(size / 60)} min`
    : size < 86_400 ? `${Math.floor(size / 3600)} h`
    : `${Math.floor(size / 86_400)} d`;
  return seconds > 0 ? `${text} ago` : `in ${text}`;
}

/** The local time with its date, milliseconds and offset. */
export function absolute(at: number): string {
  const date = new Date(at);
  if (Number.isNaN(at)) return '';
  const offset = -date.getTimezoneOffset();
  const zone = offset === 0 ? 'UTC' : `UTC${offset < 0 ? '-' : '+'}${two(Math.floor(Math.abs(offset) / 60))}:${two(Math.abs(offset) % 60)}`;
  return `${day(date)} ${clock(date)}.${String(date.getMilliseconds()).padStart(3, '0')} ${zone}`;
}

/** The local time of day, with the date where it is another day than `now`. */
export function timeOfDay(at: number, now: number): string {
  const date = new Date(at);
  return (day(date) === day(new Date(now)) ? '' : day(date) + ' ') + clock(date);
}

function day(date: Date): string {
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

function clock(date: Date): string {
  return `${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}`;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}

function trimmed(text: string): string {
  return text.replace(/\.?0+$/, '');
}

/** A length in characters. */
export function size(characters: number): string {
  return characters < 1000 ? plural(characters, 'character') : `${short(characters)} characters`;
}

// Left alone, these letters reorder or hide what stands beside them; an id that holds one could pass for another.
const deceptive = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]/g;

/** Hostile text with its control and direction letters made visible. Line breaks and tabs stay. */
export function visible(text: string): string {
  return text.replace(deceptive, (letter) => (letter === '\r' ? '' : `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`));
}

/** At most `most` characters, with a sign that something is missing. */
export function clipped(text: string, most: number): string {
  return text.length <= most ? text : text.slice(0, most) + '…';
}
