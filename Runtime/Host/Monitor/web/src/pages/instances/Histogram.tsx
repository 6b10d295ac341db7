import { useRef, useState } from 'preact/hooks';
import { get } from '../../api/client';
import { statuses } from '../../api/types/common';
import { type Histogram as HistogramData } from '../../api/types/instances';
import { engineNow } from '../../lib/clock';
import { apiFilter, queryOf, type Filters } from '../../lib/filters';
import { absolute, plural } from '../../lib/format';
import { remember, remembered } from '../../lib/settings';
import { ticks } from '../../lib/ticks';
import { useResource } from '../../lib/useResource';
import { Icon } from '../../ui/Icon';
import { statusLabel } from '../../ui/Status';

const width = 1000;
const height = 56;

/** When the instances were created. A part of it that is drawn over becomes the filter. */
export function Histogram({ filters, version, change }: { filters: Filters; version: number; change: (patch: Partial<Filters>) => void }) {
  const [open, setOpen] = useState(() => remembered('histogram', true));
  const key = queryOf({ ...filters, sort: 'created', order: 'desc' }).toString();
  const { data } = useResource<HistogramData>(open ? key : undefined, (signal) => get('/instances/histogram', { ...apiFilter(filters, engineNow()), buckets: 80 }, signal), version);
  const [drag, setDrag] = useState<[number, number]>();
  const box = useRef<SVGSVGElement>(null);
  const show = () => {
    remember('histogram', !open);
    setOpen(!open);
  };
  const head = <button type="button" class="fold" aria-expanded={open} onClick={show}><Icon name={open ? 'down' : 'right'} /> When they were created</button>;
  if (!open || !data?.from || !data.to || data.bucketSeconds === undefined || data.buckets.length === 0) return <div class="histogram">{head}</div>;

  const from = Date.parse(data.from);
  // Of one instance alone the range has no length.
  const to = Math.max(Date.parse(data.to), from + 1);
  const bucket = Math.min(to - from, Math.max(data.bucketSeconds * 1000, (to - from) / 200));
  const x = (at: number) => ((at - from) / (to - from)) * width;
  const at = (event: PointerEvent) => {
    const area = box.current!.getBoundingClientRect();
    return from + Math.min(1, Math.max(0, (event.clientX - area.left) / area.width)) * (to - from);
  };
  const total = (one: HistogramData['buckets'][number]) => Object.values(one.byStatus).reduce((sum, value) => sum + value, 0);
  const most = Math.max(1, ...data.buckets.map(total));
  const marks = ticks(from, to, 6).filter((mark) => x(mark.at) > 30 && x(mark.at) < width - 30);
  return (
    <div class="histogram">
      {head}
      <div class="histogram-chart">
        <svg ref={box} viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none" role="img"
          aria-label={`${plural(data.buckets.reduce((sum, one) => sum + total(one), 0), 'instance')} created from ${absolute(from)} to ${absolute(to)}, at most ${most} in one bar`}
          onPointerDown={(event) => { event.currentTarget.setPointerCapture(event.pointerId); setDrag([at(event), at(event)]); }}
          onPointerMove={(event) => drag && setDrag([drag[0], at(event)])}
          onPointerUp={() => {
            if (!drag) return;
            const [a, b] = [Math.min(...drag), Math.max(...drag)];
            setDrag(undefined);
            if (b - a > (to - from) / 200) change({ createdFrom: new Date(a).toISOString(), createdTo: new Date(b).toISOString(), within: '' });
          }}>
          {data.buckets.map((one) => {
            const start = Date.parse(one.start);
            let y = height;
            return (
              <g key={one.start}>
                <title>{`${absolute(start)}\n${statuses.filter((status) => one.byStatus[status]).map((status) => `${statusLabel(status)}: ${one.byStatus[status]}`).join('\n')}`}</title>
                <rect x={x(start)} y={0} width={(bucket / (to - from)) * width} height={height} class="hit" />
                {statuses.filter((status) => one.byStatus[status]).map((status) => {
                  const part = Math.max(1, (one.byStatus[status]! / most) * (height - 4));
                  y -= part;
                  return <rect key={status} x={x(start) + 0.5} y={y} width={Math.max(1, (bucket / (to - from)) * width - 1)} height={part} class={'f-' + status} />;
                })}
              </g>
            );
          })}
          {drag && <rect x={x(Math.min(...drag))} y={0} width={Math.abs(x(drag[1]) - x(drag[0]))} height={height} class="brush" />}
        </svg>
        <div class="axis" aria-hidden="true">{marks.map((mark) => <span key={mark.at} style={{ left: `${(x(mark.at) / width) * 100}%` }}>{mark.label}</span>)}</div>
      </div>
    </div>
  );
}
