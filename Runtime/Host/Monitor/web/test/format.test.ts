import { describe, expect, it } from 'vitest';
import { clipped, duration, plural, relative, short, spoken, visible } from '../src/lib/format';

describe('durations', () => {
  it.each([
    [0, '0 s'], [0.0004, '0 ms'], [0.012, '12 ms'], [0.25, '0.25 s'], [1, '1 s'], [9.99, '9.99 s'], [12.34, '12.3 s'], [59.94, '59.9 s'], [59.96, '1 min 00 s'], [64, '1 min 04 s'],
    [3599.4, '59 min 59 s'], [3600, '1 h 00 min'], [7500, '2 h 05 min'], [90_000, '1 d 1 h'], [-12, '-12 s'],
  ])('%d seconds are %s', (seconds, text) => expect(duration(seconds)).toBe(text));

  it('of nothing is nothing', () => {
    expect(duration(undefined)).toBe('');
    expect(duration(NaN)).toBe('');
  });

  it.each([
    [0.4, 'less than a second'], [1, '1 second'], [59, '59 seconds'], [78, '1 minute 18 seconds'], [120, '2 minutes'], [299, '4 minutes 59 seconds'], [1234, '21 minutes'], [3600, '1 hour'], [7500, '2 hours 5 minutes'], [200_000, '2 days 7 hours'],
  ])('%d seconds are spoken of as %s', (seconds, text) => expect(spoken(seconds)).toBe(text));
});

describe('distances in time', () => {
  it.each([
    [1000, 'now', 1500], [0, '12 s ago', 12_000], [12_000, 'in 12 s', 0], [0, '3 min ago', 200_000], [0, '5 h ago', 5 * 3600_000], [0, '3 d ago', 3 * 86_400_000],
  ])('%d is %s at %d', (at, text, now) => expect(relative(at, now)).toBe(text));
});

describe('numbers', () => {
  it.each([[0, '0'], [950, '950'], [1234, '1.2k'], [85_000, '85k'], [999_499, '999k'], [999_900, '1M'], [1_200_000, '1.2M']])('%d is %s in few letters', (value, text) => expect(short(value)).toBe(text));
  it('are grouped and have a plural', () => {
    expect(plural(1, 'instance')).toBe('1 instance');
    expect(plural(1200, 'instance')).toBe('1,200 instances');
  });
});

describe('hostile text', () => {
  it('shows what would reorder or hide it', () => expect(visible('a\u202Eb\u200Bc\u0007d\u2066e')).toBe('a\\u202eb\\u200bc\\u0007d\\u2066e'));
  it('keeps lines, tabs and other scripts', () => expect(visible('요약\n\tעברית é 🙂')).toBe('요약\n\tעברית é 🙂'));
  it('leaves markup as text', () => expect(visible('<img src=x onerror=alert(1)>')).toBe('<img src=x onerror=alert(1)>'));
  it('is cut with a sign', () => expect(clipped('abcdef', 3)).toBe('abc…'));
});
