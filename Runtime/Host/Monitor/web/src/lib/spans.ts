import type { Span } from '../api/types/timeline';
import { duration, visible } from './format';
import { endOf, startOf } from './timeline';

const kinds: Record<Span['kind'], string> = {
  activity: 'activity', subOrchestration: 'sub-orchestration', timer: 'timer', event: 'event received', eventSent: 'event sent', entityCall: 'entity call', entitySignal: 'entity signal', lock: 'lock',
};

export function spanKindLabel(kind: Span['kind']): string {
  return kinds[kind] ?? kind;
}

/** What a span is called in its row; `brief` is the name that many share. */
export function spanLabel(span: Span, brief = false): string {
  switch (span.kind) {
    case 'timer': return 'Timer';
    case 'lock': return `Lock of ${visible(span.target ?? 'an entity')}`;
    case 'entityCall':
    case 'entitySignal': return visible(`${span.name ?? ''} ${brief ? '' : span.target ?? ''}`.trim());
    case 'subOrchestration': return visible(brief ? span.name ?? span.target ?? '' : `${span.name ?? ''}${span.target ? ` · ${span.target}` : ''}`);
    default: return visible(span.name ?? span.target ?? kinds[span.kind]);
  }
}

/** A span in a sentence, for those who do not see its bar. */
export function spanSentence(span: Span, now: number, origin: number): string {
  const seconds = (endOf(span, now) - startOf(span)) / 1000;
  const tries = span.attempts && span.attempts.length > 1 ? `, ${span.attempts.length} attempts` : '';
  const state = span.state === 'open' ? (span.live ?? 'open') : span.state;
  const length = span.kind === 'event' || span.kind === 'eventSent' || span.kind === 'entitySignal' ? '' : `, ${duration(seconds)}`;
  return `${spanLabel(span)}: ${spanKindLabel(span.kind)}, ${state}${length}${tries}, begins at +${duration((startOf(span) - origin) / 1000)}`;
}
