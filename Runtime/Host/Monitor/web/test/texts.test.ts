import { describe, expect, it } from 'vitest';
import type { Wait } from '../src/api/types/waits';
import { runs } from '../src/lib/chart';
import { parseDiff } from '../src/lib/diff';
import { JsonNumber, JsonObject, parseJson, type JsonValue } from '../src/lib/json';
import { defaults, fieldKind, readForm } from '../src/lib/schema';
import { waitWords } from '../src/lib/words';
import { appended, mended } from '../src/pages/instances/useInstanceList';

function plain(value: JsonValue | undefined): unknown {
  if (value instanceof JsonNumber) return Number(value.text);
  if (value instanceof JsonObject) return Object.fromEntries(value.members.map(([key, item]) => [key, plain(item)]));
  if (Array.isArray(value)) return value.map(plain);
  return value;
}

describe('JSON', () => {
  it.each(['null', 'true', '-1.5e3', '"a\\u00e9\\n\\"b"', '[]', '{}', '[1,{"a":[null,false]},"x"]', ' { "a" : 1 , "b" : [ ] } '])('%s is what JSON.parse makes of it', (text) => expect(plain(parseJson(text))).toEqual(JSON.parse(text)));
  it('keeps numbers as they were written', () => expect((parseJson('12345678901234567890') as JsonNumber).text).toBe('12345678901234567890'));
  it('keeps members that JavaScript would reorder or lose', () => expect((parseJson('{"b":1,"1":2,"b":3,"__proto__":4}') as JsonObject).members.map(([key]) => key)).toEqual(['b', '1', 'b', '__proto__']));
  it.each(['', '{', '[1,]', '{"a"}', '01', 'tru', '"a', '1 2', '[' + '['.repeat(300)])('%s is none', (text) => expect(parseJson(text)).toBeUndefined());
});

describe('what something waits for', () => {
  const now = Date.parse('2026-01-31T12:00:00Z');
  const words = (wait: Wait) => waitWords(wait, now);

  it('names pool, place and expected time of a model', () =>
    expect(words({ kind: 'fleet', pools: ['qwen3', 'gptoss'], class: 'batch', place: 4, waiting: 11, expectedSeconds: 20 })).toEqual({
      what: 'a free slot at a model: qwen3 or gptoss', place: 'place 4 of 11 in the queue (class batch)', expected: 'in about 20 seconds',
    }));
  it('tells of a model that answers', () => expect(words({ kind: 'fleet', lease: 'qwen3' }).what).toBe('the answer of the model at qwen3'));
  it('names the retry of a timer', () => {
    const told = words({ kind: 'timer', retryOf: 'SendMail', due: '2026-01-31T12:01:30Z' });
    expect(told.what).toBe('the next attempt of “SendMail” after a failure');
    expect(told.expected).toMatch(/^in 1 minute 30 seconds, at /);
  });
  it('names who holds a lock', () => expect(words({ kind: 'lock', target: '@account@a', lockedBy: 'f00d' }).what).toBe('the lock of the entity @account@a, which f00d holds'));
  it('says who must do something', () => expect(words({ kind: 'event', name: 'approved' }).what).toBe('the external event “approved”: somebody must raise it'));
  it('tells the limit that a queued activity waits at', () =>
    expect(words({ kind: 'activity', name: 'A', live: 'queued', place: 3, waiting: 9, running: 64, limit: 64 }).place).toBe('place 3 of 9; 64 of at most 64 run'));

  it('tells the resource class that a queued activity waits for', () =>
    expect(words({ kind: 'activity', name: 'A', live: 'queued', class: 'pool', place: 3, waiting: 9, running: 2, limit: 2 }).place).toBe('place 3 of 9 for pool; 2 of at most 2 run'));
  it('shows letters that would deceive', () => expect(words({ kind: 'event', name: 'a\u202Eb' }).what).toContain('a\\u202eb'));
  it('falls back on the host\'s sentence', () => expect(words({ kind: 'new', summary: 'waits for the moon' }).what).toBe('waits for the moon'));
});

describe('a diff', () => {
  const text = [
    'diff --git a/src/a.cs b/src/b.cs', 'rename from src/a.cs', '--- a/src/a.cs', '+++ b/src/b.cs', '@@ -1,3 +1,4 @@ class A', ' one', '--- two', '+++ two', '+new', ' three', '\\ No newline at end of file',
    'diff --git a/gone b/gone', '--- a/gone', '+++ /dev/null', '@@ -1 +0,0 @@', '-x',
  ].join('\n');
  it('keeps the numbers of both sides', () => {
    const [file] = parseDiff(text);
    expect(file!.path).toBe('src/b.cs');
    expect(file!.oldPath).toBe('src/a.cs');
    expect(file!.hunks[0]!.lines.map((line) => [line.kind, line.old, line.new, line.text])).toEqual([
      ['same', 1, 1, 'one'], ['del', 2, undefined, '-- two'], ['add', undefined, 2, '++ two'], ['add', undefined, 3, 'new'], ['same', 3, 4, 'three'], ['note', undefined, undefined, 'No newline at end of file'],
    ]);
  });
  it('names a deleted file', () => expect(parseDiff(text)[1]!.path).toBe('gone'));
  it('reads one without git\'s own lines', () => expect(parseDiff('--- x.txt\t2026\n+++ x.txt\t2026\n@@ -1 +1 @@\n-a\n+b\n')[0]!.path).toBe('x.txt'));
  it('reads names that git quotes', () => expect(parseDiff('--- "a/\\355\\225\\234.txt"\n+++ "b/\\355\\225\\234.txt"\n@@ -1 +1 @@\n-a\n+b')[0]!.path).toBe('한.txt'));
  it('of nonsense is nothing', () => expect(parseDiff('hello\n@@ no\n+x')).toEqual([]));
});

describe('a form of a schema', () => {
  const schema = {
    type: 'object', required: ['goal', 'n'],
    properties: { goal: { type: 'string' }, n: { type: 'integer' }, mode: { type: 'string', enum: ['a', 'b'] }, test: { type: ['boolean', 'null'] }, rules: { type: 'array', items: { type: 'string' } }, extra: { type: 'object' } },
  };
  it('asks in the way that fits', () => expect(Object.entries(schema.properties).map(([name, one]) => fieldKind(name, one))).toEqual(['long', 'number', 'choice', 'boolean', 'lines', 'json']));
  it('gives back what an example holds', () => {
    const example = { goal: 'x', n: 3, mode: 'b', test: true, rules: ['1', '2'], extra: { a: [1] } };
    expect(readForm(schema, defaults(schema, example))).toEqual(example);
  });
  it('leaves out what is empty', () => expect(readForm(schema, { goal: 'x', n: '1' })).toEqual({ goal: 'x', n: 1 }));
  it('names the field that is wrong', () => {
    expect(() => readForm(schema, { goal: 'x', n: 'many' })).toThrow('n is no number.');
    expect(() => readForm(schema, { goal: 'x', n: '' })).toThrow('n is missing.');
    expect(() => readForm(schema, { goal: 'x', n: '1', extra: '{' })).toThrow('extra is no JSON');
  });
});

describe('pages of instances', () => {
  const row = (id: string, status = 'Running') => ({ id, name: 'A', status, created: '', updated: '' }) as never;
  it('are mended where they stand', () => expect(mended([row('a'), row('b')], [row('new'), row('b', 'Failed')]).map((one) => [one.id, one.status])).toEqual([['a', 'Running'], ['b', 'Failed']]));
  it('show nothing twice', () => expect(appended([row('a'), row('b')], [row('b'), row('c')]).map((one) => one.id)).toEqual(['a', 'b', 'c']));
});

describe('a line of a chart', () => {
  it('is cut at its gaps', () => expect(runs([null, 1, 2, null, 3])).toEqual([[[1, 1], [2, 2]], [[4, 3], [4, 3]]]));
});
