import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Instance } from '../../api/types/instances';
import type { Span } from '../../api/types/timeline';
import { engineNow } from '../../lib/clock';
import { count, duration } from '../../lib/format';
import { spanKindLabel, spanLabel } from '../../lib/spans';
import { useShortcuts } from '../../lib/shortcuts';
import { offsets } from '../../lib/ticks';
import { endOf, fitted, lanes, panned, placed, startOf, zoomed, type View } from '../../lib/timeline';
import { useNow } from '../../lib/useNow';
import { Icon } from '../../ui/Icon';
import { Empty, Loaded } from '../../ui/States';
import { TextField } from '../../ui/TextField';
import { usePhone } from '../../ui/useMedia';
import { VirtualList } from '../../ui/VirtualList';
import { Bar } from './Bar';
import { Overview } from './Overview';
import { SpanDialog } from './SpanDialog';
import { useTimeline } from './useTimeline';

interface Row {
  label: string;
  kind: Span['kind'];
  spans: Span[];
}

/** One row a span in the order of their beginning, or as few rows as hold the spans of a name without overlap. */
function rowsOf(spans: Span[], packed: boolean, self: string): Row[] {
  // A child's id mostly begins with its parent's: what it adds is what tells.
  if (!packed) return spans.map((span) => ({ label: spanLabel(span).replace(`${self}:`, ':'), kind: span.kind, spans: [span] }));
  const groups = new Map<string, Span[]>();
  for (const span of spans) {
    const key = span.kind + ' ' + (span.name ?? span.target ?? '');
    groups.get(key)?.push(span) ?? groups.set(key, [span]);
  }
  const rows: Row[] = [];
  for (const group of groups.values()) {
    const lane = lanes(group, engineNow());
    const first = rows.length;
    group.forEach((span, index) => {
      const at = first + lane[index]!;
      rows[at] ??= { label: lane[index] === 0 ? spanLabel(span, true) : '', kind: span.kind, spans: [] };
      rows[at].spans.push(span);
    });
  }
  return rows;
}

const kindFilters: [string, Span['kind'][]][] = [
  ['Activities', ['activity']], ['Sub-orchestrations', ['subOrchestration']], ['Timers', ['timer']], ['Events', ['event', 'eventSent']], ['Entities', ['entityCall', 'entitySignal', 'lock']],
];

export function TimelineTab({ instance, execution, version, show }: { instance: Instance; execution: number | undefined; version: number; show: (sequence: number) => void }) {
  const timeline = useTimeline(instance.id, execution, version);
  return <Loaded of={timeline} what="the timeline">{(data) => <Chart instance={instance} execution={data.execution} data={data} show={show} />}</Loaded>;
}

function Chart({ instance, execution, data, show }: { instance: Instance; execution: number; data: NonNullable<ReturnType<typeof useTimeline>['data']>; show: (sequence: number) => void }) {
  const ticking = useNow();
  const now = data.ended === undefined ? ticking : Date.parse(data.ended);
  const phone = usePhone();
  const [packed, setPacked] = useState(data.spans.length > 400);
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set());
  const [name, setName] = useState('');
  const [failed, setFailed] = useState(false);
  const [view, setView] = useState<View>();
  const [open, setOpen] = useState<Span>();
  const [active, setActive] = useState(-1);
  const area = useRef<HTMLDivElement>(null);

  const bounds = useMemo<View>(() => {
    const from = Date.parse(data.started);
    let to = now;
    for (const span of data.spans) if (span.end !== undefined) to = Math.max(to, Date.parse(span.end));
    return { from, to: Math.max(to, from + 10) };
  }, [data, now]);
  const spans = useMemo(() => {
    const text = name.toLowerCase();
    const off = new Set(kindFilters.filter(([label]) => hidden.has(label)).flatMap(([, kinds]) => kinds));
    return data.spans.filter((span) => !off.has(span.kind) && (!failed || span.state === 'failed' || span.attempts?.some((one) => one.state === 'failed')) && (text === '' || spanLabel(span).toLowerCase().includes(text)));
  }, [data, hidden, name, failed]);
  const rows = useMemo(() => rowsOf(spans, packed, instance.id), [spans, packed, instance.id]);
  const shown = view === undefined ? bounds : fitted(view, bounds);
  const change = (next: View) => setView(next.to - next.from >= bounds.to - bounds.from ? undefined : next);
  const zoom = (factor: number, around = (shown.from + shown.to) / 2) => change(zoomed(shown, factor, around, bounds));
  const pan = (part: number) => change(panned(shown, part, bounds));

  const latest = useRef({ shown, zoom, pan });
  latest.current = { shown, zoom, pan };
  useEffect(() => {
    const box = area.current!;
    const wheel = (event: WheelEvent) => {
      const across = Math.abs(event.deltaX) > Math.abs(event.deltaY);
      if (!event.ctrlKey && !event.metaKey && !event.shiftKey && !across) return;
      event.preventDefault();
      const bars = box.querySelector('.axis')!.getBoundingClientRect();
      const { shown: part, zoom: by, pan: move } = latest.current;
      if (event.ctrlKey || event.metaKey) by(Math.exp(event.deltaY / 300), part.from + ((event.clientX - bars.left) / bars.width) * (part.to - part.from));
      else move((across ? event.deltaX : event.deltaY) / bars.width);
    };
    box.addEventListener('wheel', wheel, { passive: false });
    return () => box.removeEventListener('wheel', wheel);
  }, []);

  const drag = useRef<{ x: number; view: View; moved: boolean }>(undefined);
  const step = (by: number): void | false => {
    if (packed || rows.length === 0) return false;
    setActive(Math.min(rows.length - 1, Math.max(0, active + by)));
  };
  useShortcuts([
    { keys: '+', does: 'Zoom in', run: () => zoom(0.6) },
    { keys: '-', does: 'Zoom out', run: () => zoom(1 / 0.6) },
    { keys: '0', does: 'Show the whole time', run: () => setView(undefined) },
    { keys: 'ArrowLeft', does: 'Earlier', run: () => (document.activeElement?.getAttribute('role') === 'tab' ? false : pan(-0.2)) },
    { keys: 'ArrowRight', does: 'Later', run: () => (document.activeElement?.getAttribute('role') === 'tab' ? false : pan(0.2)) },
    { keys: 'j', does: 'Next step', run: () => step(1) },
    { keys: 'k', does: 'Step before', run: () => step(-1) },
    { keys: 'Enter', does: 'Open the step that is marked', run: () => (rows[active] && !(document.activeElement instanceof HTMLButtonElement) ? setOpen(rows[active].spans[0]) : false) },
  ]);

  const seconds = (bounds.to - bounds.from) / 1000;
  const marks = offsets((shown.to - shown.from) / 1000, phone ? 3 : 8);
  const begin = (shown.from - bounds.from) / 1000;
  return (
    <div>
      <div class="filter-line tab-tools">
        <div class="row" role="group" aria-label="Zoom">
          <button type="button" class="button small" aria-label="Zoom in" title="Zoom in (+)" onClick={() => zoom(0.6)}><Icon name="plus" /></button>
          <button type="button" class="button small" aria-label="Zoom out" title="Zoom out (-)" disabled={view === undefined} onClick={() => zoom(1 / 0.6)}><Icon name="minus" /></button>
          <button type="button" class="button small" disabled={view === undefined} title="The whole time (0)" onClick={() => setView(undefined)}>All</button>
        </div>
        <label class="check"><input type="checkbox" checked={packed} onChange={(event) => setPacked(event.currentTarget.checked)} />Packed</label>
        <label class="check"><input type="checkbox" checked={failed} onChange={(event) => setFailed(event.currentTarget.checked)} />Only failures and retries</label>
        <label class="searchbox narrow"><span class="sr">Name</span><TextField type="search" placeholder="Name contains" value={name} set={setName} /></label>
        <div class="row kinds" role="group" aria-label="Kinds">
          {kindFilters.map(([label, kinds]) => (
            <label key={label} class={'check kind-' + kinds[0]}>
              <input type="checkbox" checked={!hidden.has(label)} onChange={(event) => {
                const next = new Set(hidden);
                if (event.currentTarget.checked) next.delete(label);
                else next.add(label);
                setHidden(next);
              }} /><span class="swatch" aria-hidden="true" />{label}
            </label>
          ))}
        </div>
      </div>
      <div class="card timeline" ref={area}
        onPointerDown={(event) => {
          if (event.button === 0 && event.pointerType === 'mouse' && (event.target as Element).closest('.bars')) drag.current = { x: event.clientX, view: shown, moved: false };
        }}
        onPointerMove={(event) => {
          const start = drag.current;
          if (!start) return;
          if (event.buttons === 0) {
            drag.current = undefined;
            return;
          }
          const width = area.current!.querySelector('.axis')!.clientWidth;
          if (Math.abs(event.clientX - start.x) > 4) start.moved = true;
          if (start.moved) change(panned(start.view, (start.x - event.clientX) / width, bounds));
        }}
        onClickCapture={(event) => {
          if (drag.current?.moved) event.stopPropagation();
          drag.current = undefined;
        }}>
        <div class="timeline-head">
          <Overview spans={data.spans} bounds={bounds} view={shown} change={change} now={now} />
          <div class="lane axis-line">
            <span class="lane-label dim num">{count(spans.length)} of {count(data.total)} steps, {duration(seconds)}</span>
            <div class="axis" aria-hidden="true">{marks.map((mark) => <span key={mark} class={mark === 0 ? 'first' : undefined} style={{ left: `${(mark * 1000 * 100) / (shown.to - shown.from)}%` }}>{mark === 0 ? `+${duration(begin)}` : duration(begin + mark)}</span>)}</div>
          </div>
        </div>
        {rows.length === 0 && <Empty title={data.spans.length === 0 ? 'It has done nothing yet.' : 'No step fits.'} />}
        <VirtualList count={rows.length} rowHeight={phone ? 44 : 26} active={active} className="lanes" role="list"
          row={(index, place) => {
            const row = rows[index]!;
            let drawn = -1;
            return (
              <div key={index} role="listitem" class={'lane' + (index === active ? ' active' : '')} style={place}>
                <span class={'lane-label kind-' + row.kind} title={row.label}><span class="swatch" title={spanKindLabel(row.kind)} aria-hidden="true" /><span>{row.label}</span></span>
                <div class="bars">
                  {data.marks?.map((mark, at) => {
                    const spot = placed(Date.parse(mark.time), Date.parse(mark.time), shown);
                    return spot && <span key={'m' + at} class={'mark m-' + mark.kind} style={{ left: `${spot.left}%` }} title={mark.kind} />;
                  })}
                  {row.spans.map((span) => {
                    const spot = placed(startOf(span), endOf(span, now), shown);
                    if (!spot) return null;
                    // Of what would fall on the same pixel one is drawn.
                    if (packed && spot.left + spot.width < drawn + 0.04) return null;
                    drawn = Math.max(drawn, spot.left + spot.width);
                    return <Bar key={span.kind + span.task + (span.scheduled ?? '')} span={span} spot={spot} view={shown} now={now} open={() => setOpen(span)} origin={bounds.from} />;
                  })}
                </div>
              </div>
            );
          }} />
        {data.next !== undefined && <p class="dim pad">The first {count(data.spans.length)} of {count(data.total)} steps are drawn. The history has all of them.</p>}
      </div>
      {(data.marks?.length ?? 0) > 0 && <p class="dim pad">Vertical lines: {[...new Set(data.marks!.map((mark) => mark.kind))].join(', ')}.</p>}
      {open && <SpanDialog instance={instance} execution={execution} span={open} now={now} onClose={() => setOpen(undefined)} show={show} />}
    </div>
  );
}
