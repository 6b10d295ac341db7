import type { Span } from '../api/types/timeline';
import { visible } from './format';

/** A message between the instance (column 0) and another participant. */
export interface Message {
  at: number;
  column: number;
  /** True: from the instance to the participant. */
  out: boolean;
  label: string;
  failed: boolean;
  span: Span;
}

export interface Sequence {
  participants: string[];
  messages: Message[];
}

function participant(span: Span): string {
  switch (span.kind) {
    case 'activity': return visible(span.name ?? 'activity');
    case 'subOrchestration': return visible(span.name ?? 'sub-orchestration');
    case 'timer': return 'Timer';
    case 'event': return 'Outside';
    case 'eventSent': return visible(span.target ?? 'another instance');
    default: return visible(span.target ?? 'an entity');
  }
}

const others = 'Others';

/** Who spoke to whom and when. Beyond `most` participants the rarest share a column. */
export function sequenceOf(self: string, spans: readonly Span[], most: number): Sequence {
  const numbers = new Map<string, number>();
  for (const span of spans) numbers.set(participant(span), (numbers.get(participant(span)) ?? 0) + 1);
  const names = [...numbers.keys()];
  const kept = names.length <= most ? names : [...names].sort((a, b) => numbers.get(b)! - numbers.get(a)!).slice(0, most - 1);
  const columns = names.filter((name) => kept.includes(name));
  if (columns.length < names.length) columns.push(others);
  const place = new Map(columns.map((name, index) => [name, index + 1]));

  const messages: Message[] = [];
  for (const span of spans) {
    const who = participant(span);
    const column = place.get(who) ?? place.get(others)!;
    const prefix = place.has(who) ? '' : who + ': ';
    const label = prefix + visible(span.kind === 'timer' ? '' : span.name ?? '');
    const tell = (at: string, out: boolean, text: string, failed = false) => messages.push({ at: Date.parse(at), column, out, label: text.trim(), failed, span });
    if (span.kind === 'event') {
      tell(span.start, false, label);
      continue;
    }
    const tries = span.attempts ?? [];
    if (tries.length > 1) {
      tries.forEach((one, index) => {
        tell(one.start, true, `${label} (attempt ${index + 1})`);
        if (one.end !== undefined) tell(one.end, false, one.state, one.state === 'failed');
      });
      continue;
    }
    tell(span.start, true, span.kind === 'timer' ? 'set' : span.kind === 'lock' ? 'lock' : label);
    if (span.kind === 'lock' && span.granted !== undefined) tell(span.granted, false, 'granted');
    if (span.end !== undefined && span.kind !== 'eventSent' && span.kind !== 'entitySignal') tell(span.end, span.kind === 'lock', span.kind === 'lock' ? 'released' : span.kind === 'timer' && span.state === 'completed' ? 'fired' : span.state, span.state === 'failed');
  }
  messages.sort((a, b) => a.at - b.at);
  return { participants: [visible(self), ...columns], messages };
}
