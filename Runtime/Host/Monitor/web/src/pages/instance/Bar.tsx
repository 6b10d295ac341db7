import type { Span } from '../../api/types/timeline';
import { duration } from '../../lib/format';
import { spanSentence } from '../../lib/spans';
import { endOf, placed, startOf, type View } from '../../lib/timeline';

const signs = { open: '', completed: '', failed: '✕', canceled: '–' };

/** A span as a bar; its attempts are parts of it. The state shows by its sign and texture too. */
export function Bar({ span, spot, view, now, open, origin }: { span: Span; spot: { left: number; width: number }; view: View; now: number; open: () => void; origin: number }) {
  const point = span.kind === 'event' || span.kind === 'eventSent' || span.kind === 'entitySignal';
  const sentence = spanSentence(span, now, origin);
  const tries = span.attempts ?? [];
  const late = spot.left + spot.width > 78;
  return (
    <>
      <button type="button" class={`step kind-${span.kind} is-${span.state}${span.live === 'queued' ? ' queued' : ''}${point ? ' point' : ''}`} style={{ left: `${spot.left}%`, width: point ? undefined : `${spot.width}%` }} title={sentence} aria-label={sentence} onClick={open}>
        {tries.length > 1 && tries.map((one) => {
          const from = Date.parse(one.start);
          const part = placed(from, Math.max(from, Date.parse(one.end ?? '') || now), { from: Math.max(view.from, startOf(span)), to: Math.min(view.to, endOf(span, now)) });
          return part && <span key={one.task} class={'attempt is-' + one.state} style={{ left: `${part.left}%`, width: `${part.width}%` }} />;
        })}
        {span.granted !== undefined && (() => {
          const part = placed(Date.parse(span.granted), endOf(span, now), { from: Math.max(view.from, startOf(span)), to: Math.min(view.to, endOf(span, now)) });
          return part && <span class="attempt is-granted" style={{ left: `${part.left}%`, width: `${part.width}%` }} />;
        })()}
      </button>
      {!point && (
        <span class={'bar-text num' + (late ? ' before' : '')} style={late ? { right: `${100 - spot.left}%` } : { left: `${spot.left + spot.width}%` }} aria-hidden="true">
          {signs[span.state]} {span.state === 'open' ? (span.live ?? '…') : duration((endOf(span, now) - startOf(span)) / 1000)}{tries.length > 1 && ` · ${tries.length}×`}
        </span>
      )}
    </>
  );
}
