import { useMemo, useRef } from 'preact/hooks';
import type { Span } from '../../api/types/timeline';
import { density, fitted, type View } from '../../lib/timeline';

const buckets = 240;

/** How many steps are open over the whole time, with the part that the timeline shows: it can be drawn and moved. */
export function Overview({ spans, bounds, view, change, now }: { spans: readonly Span[]; bounds: View; view: View; change: (view: View) => void; now: number }) {
  const box = useRef<HTMLDivElement>(null);
  const counts = useMemo(() => density(spans, bounds, buckets, now), [spans, bounds]);
  const most = Math.max(1, ...counts);
  const shape = counts.map((value, index) => `${index} ${20 - (value / most) * 18} ${index + 1} ${20 - (value / most) * 18}`).join(' ');
  const whole = bounds.to - bounds.from;
  const drag = useRef<{ at: number; view: View; move: boolean }>(undefined);
  const at = (event: PointerEvent) => {
    const area = box.current!.getBoundingClientRect();
    return bounds.from + Math.min(1, Math.max(0, (event.clientX - area.left) / area.width)) * whole;
  };
  return (
    <div class="lane overview-line">
      <span class="lane-label dim">At once: at most {most}</span>
      <div class="overview" ref={box} title="Draw over a part to zoom into it"
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          const time = at(event);
          const zoomedIn = view.to - view.from < whole * 0.999;
          drag.current = { at: time, view, move: zoomedIn && time >= view.from && time <= view.to };
        }}
        onPointerMove={(event) => {
          const start = drag.current;
          if (!start) return;
          const time = at(event);
          if (start.move) change(fitted({ from: start.view.from + time - start.at, to: start.view.to + time - start.at }, bounds));
          else if (Math.abs(time - start.at) > whole / 200) change(fitted({ from: Math.min(time, start.at), to: Math.max(time, start.at) }, bounds));
        }}
        onPointerUp={() => { drag.current = undefined; }}>
        <svg viewBox={`0 0 ${buckets} 20`} preserveAspectRatio="none" aria-hidden="true"><polygon points={`0 20 ${shape} ${buckets} 20`} /></svg>
        <span class="window" style={{ left: `${((view.from - bounds.from) / whole) * 100}%`, width: `${((view.to - view.from) / whole) * 100}%` }} />
      </div>
    </div>
  );
}
