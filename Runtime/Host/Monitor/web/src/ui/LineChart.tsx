import { useRef, useState } from 'preact/hooks';
import { absolute, short, timeOfDay } from '../lib/format';
import { runs } from '../lib/chart';
import { ticks } from '../lib/ticks';
import { Text } from './Text';

const width = 1000;
const height = 200;
const dashes = ['', '6 3', '2 3', '8 3 2 3', '1 4', '12 4'];

interface Line {
  name: string;
  values: (number | null)[];
}

/** Lines over time. They differ by colour and by dashes; a table of the values at the pointer stands below. */
export function LineChart({ label, times, lines, off, toggle }: { label: string; times: number[]; lines: Line[]; off: ReadonlySet<string>; toggle: (name: string) => void }) {
  const [at, setAt] = useState<number>();
  const box = useRef<HTMLDivElement>(null);
  const shown = lines.filter((line) => !off.has(line.name));
  const values = shown.flatMap((line) => line.values.filter((value): value is number => value !== null));
  const top = niceTop(Math.max(1, ...values));
  // A host that has just started has few samples: they stand at the right of ten minutes.
  const to = times.at(-1) ?? 600_000;
  const from = Math.min(times[0] ?? 0, to - 600_000);
  const x = (time: number) => ((time - from) / (to - from)) * width;
  const y = (value: number) => height - 2 - (value / top) * (height - 8);
  const move = (event: PointerEvent) => {
    const area = box.current!.getBoundingClientRect();
    const time = from + ((event.clientX - area.left) / area.width) * (to - from);
    let best = 0;
    times.forEach((one, index) => { if (Math.abs(one - time) < Math.abs(times[best]! - time)) best = index; });
    setAt(best);
  };
  const last = at ?? times.length - 1;
  return (
    <figure class="chart">
      <div class="chart-area" ref={box} onPointerMove={move} onPointerLeave={() => setAt(undefined)}>
        <svg viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none" role="img" aria-label={`${label} of each pool over the last hour`}>
          {[0, 0.5, 1].map((part) => <line key={part} x1={0} x2={width} y1={y(top * part)} y2={y(top * part)} class="grid-line" />)}
          {shown.map((line) => runs(line.values).map((run, index) => (
            <polyline key={line.name + index} points={run.map(([place, value]) => `${x(times[place]!).toFixed(1)},${y(value).toFixed(1)}`).join(' ')} class={'series c' + (lines.indexOf(line) % 8)} stroke-dasharray={dashes[lines.indexOf(line) % dashes.length]} />
          )))}
          {at !== undefined && <line x1={x(times[at]!)} x2={x(times[at]!)} y1={0} y2={height} class="cross" />}
        </svg>
        <span class="y-top num">{short(top)}</span><span class="y-mid num">{short(top / 2)}</span>
        <div class="axis" aria-hidden="true">{ticks(from, to, 6).map((tick) => <span key={tick.at} style={{ left: `${(x(tick.at) / width) * 100}%` }}>{tick.label}</span>)}</div>
      </div>
      <figcaption>
        <span class="dim num">{times.length > 0 && (at === undefined ? 'Now' : timeOfDay(times[last]!, to))}<span class="sr"> {times.length > 0 && absolute(times[last]!)}</span></span>
        {lines.map((line, index) => (
          <button type="button" key={line.name} class="legend" aria-pressed={!off.has(line.name)} onClick={() => toggle(line.name)}>
            <svg viewBox="0 0 24 8" aria-hidden="true"><line x1={0} x2={24} y1={4} y2={4} class={'series c' + (index % 8)} stroke-dasharray={dashes[index % dashes.length]} /></svg>
            <Text value={line.name} /> <strong class="num">{line.values[last] === null || line.values[last] === undefined ? '–' : short(line.values[last])}</strong>
          </button>
        ))}
      </figcaption>
    </figure>
  );
}

function niceTop(most: number): number {
  const power = 10 ** Math.floor(Math.log10(most));
  return ([1, 2, 5, 10].find((one) => one * power >= most) ?? 10) * power;
}
