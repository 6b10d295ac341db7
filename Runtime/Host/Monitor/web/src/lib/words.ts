import type { Blocked, BlockedNode, Wait } from '../api/types/waits';
import { count, duration, plural, spoken, timeOfDay, visible } from './format';

/** What an instance waits for, as a reader is told it: the thing, its place in a queue, and how long it may still take. */
export interface WaitWords {
  what: string;
  place?: string;
  expected?: string;
}

const ordinal = (place: number): string => `place ${count(place)}`;

function quoted(name: string | undefined): string {
  return name ? `“${visible(name)}”` : 'something without a name';
}

function entity(id: string | undefined): string {
  return id ? `the entity ${visible(id)}` : 'an entity';
}

function until(at: string | undefined, now: number): string | undefined {
  const time = at === undefined ? NaN : Date.parse(at);
  if (Number.isNaN(time)) return undefined;
  return time <= now ? 'due now' : `in ${spoken((time - now) / 1000)}, at ${timeOfDay(time, now)}`;
}

/** One wait in words. */
export function waitWords(wait: Wait, now: number): WaitWords {
  const queue = wait.place !== undefined ? ordinal(wait.place) + (wait.waiting !== undefined ? ` of ${count(wait.waiting)}` : '') : undefined;
  switch (wait.kind) {
    case 'activity': {
      const of = wait.running !== undefined && wait.limit !== undefined ? `; ${count(wait.running)} of at most ${count(wait.limit)} run` : '';
      if (wait.live === 'running') {
        const since = wait.runningSince === undefined ? '' : `, for ${spoken((now - Date.parse(wait.runningSince)) / 1000)} now`;
        return { what: `the activity ${quoted(wait.name)}, which is running${since}` };
      }
      if (wait.live === 'queued') return { what: `a free slot for the activity ${quoted(wait.name)}`, place: queue === undefined ? undefined : queue + (wait.class ? ` for ${visible(wait.class)}` : '') + of };
      return { what: `the activity ${quoted(wait.name)}` };
    }
    case 'timer':
      return wait.retryOf
        ? { what: `the next attempt of ${quoted(wait.retryOf)} after a failure`, expected: until(wait.due, now) }
        : { what: 'a timer', expected: until(wait.due, now) };
    case 'event':
      return { what: `the external event ${quoted(wait.name)}: somebody must raise it` };
    case 'subOrchestration':
      return { what: `its sub-orchestration ${quoted(wait.name)}` };
    case 'entityCall':
      return {
        what: `${entity(wait.target)} to answer ${quoted(wait.name)}` + (wait.lockedBy ? `; it is locked by ${visible(wait.lockedBy)}` : ''),
        place: wait.waiting !== undefined && wait.waiting > 0 ? `${plural(wait.waiting, 'message')} before it` : undefined,
      };
    case 'lock':
      return { what: `the lock of ${entity(wait.target)}` + (wait.lockedBy ? `, which ${visible(wait.lockedBy)} holds` : '') };
    case 'fleet': {
      const pools = (wait.pools ?? []).map(visible).join(' or ');
      if (wait.lease) return { what: `the answer of the model at ${visible(wait.lease)}`, expected: remaining(wait, now) };
      return {
        what: `a free slot at a model${pools ? `: ${pools}` : ''}` + (wait.offered ? '; a slot is offered and about to be taken' : ''),
        place: queue === undefined ? undefined : `${queue} in the queue` + (wait.class ? ` (class ${visible(wait.class)})` : ''),
        expected: remaining(wait, now),
      };
    }
    case 'suspended':
      return { what: 'somebody to resume it: it is suspended' };
    case 'start':
      return wait.due ? { what: 'its start', expected: until(wait.due, now) } : { what: 'a worker to start it' };
    case 'fault':
      return { what: `the data file: its last turn could not be written and is tried again${wait.message ? ` (${visible(wait.message)})` : ''}` };
    default:
      return { what: visible(wait.summary ?? wait.kind), place: queue, expected: remaining(wait, now) };
  }
}

function remaining(wait: Wait, now: number): string | undefined {
  const time = wait.expected === undefined ? NaN : Date.parse(wait.expected);
  if (!Number.isNaN(time)) return time <= now ? 'any moment' : `in about ${spoken((time - now) / 1000)}`;
  return wait.expectedSeconds === undefined ? undefined : `in about ${spoken(wait.expectedSeconds)}`;
}

/** The end of the chain and what it waits for: the true cause. */
export function rootCause(blocked: Blocked): { node: BlockedNode; wait: Wait } | undefined {
  const node = blocked.chain.at(-1);
  const wait = node?.waits[0];
  return node && wait ? { node, wait } : undefined;
}

/** What ended, how, and how long it took: the first line of an instance that waits for nothing more. */
export function endWords(status: string, seconds: number | undefined): string {
  const took = seconds === undefined ? '' : ` after ${duration(seconds)}`;
  switch (status) {
    case 'Completed': return `It completed${took}.`;
    case 'Failed': return `It failed${took}.`;
    case 'Terminated': return `It was terminated${took}.`;
    case 'Canceled': return `It was canceled${took}.`;
    case 'ContinuedAsNew': return 'It continues as a new execution.';
    default: return '';
  }
}
