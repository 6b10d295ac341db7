import { useState } from 'preact/hooks';
import { useChanges } from '../api/changes';
import { get } from '../api/client';
import { seriesMetrics, type Budget, type Fleet, type FleetSeries, type Pool, type SeriesMetric } from '../api/types/fleet';
import { count, duration, plural, short } from '../lib/format';
import { go, link } from '../lib/router';
import { useResource } from '../lib/useResource';
import { LineChart } from '../ui/LineChart';
import { Empty, Failed, Loaded } from '../ui/States';
import { Text } from '../ui/Text';
import { Time } from '../ui/Time';

const metricLabels: Record<SeriesMetric, string> = { inFlight: 'In flight', waiting: 'Waiting', limit: 'Limit', callsLeft: 'Calls left', latency: 'Latency, s', errors: 'Errors' };

function BudgetCell({ budget }: { budget: Budget | undefined }) {
  if (!budget) return <span class="dim">no limit</span>;
  return (
    <span class="meter-box">
      <span class="num">{short(budget.left)} of {short(budget.perMinute)}</span>
      <meter min={0} max={budget.perMinute} value={budget.left} aria-label="left in this minute" />
      {budget.left <= 0 && budget.freesAt && <span class="dim">more <Time at={budget.freesAt} /></span>}
    </span>
  );
}

function Breaker({ breaker }: { breaker: Pool['breaker'] }) {
  if (!breaker || breaker.state === 'closed') return <span class="good">✓ takes calls</span>;
  if (breaker.state === 'probing') return <span class="chip warn">▸ probing</span>;
  return <span class="bad">✕ rests{breaker.failures !== undefined && ` after ${plural(breaker.failures, 'failure')}`}{breaker.probeAt && <>; probe <Time at={breaker.probeAt} /></>}</span>;
}

function PoolRow({ pool }: { pool: Pool }) {
  const [open, setOpen] = useState(false);
  const errors = pool.errors ?? [];
  const waiting = pool.waiting ?? {};
  const classes = [['real time', waiting.realtime], ['interactive', waiting.interactive], ['batch', waiting.batch]] as const;
  return (
    <>
      <tr>
        <td><strong><Text value={pool.name} /></strong>{pool.simulated && <span class="chip warn">simulated</span>}<div class="dim"><Text value={pool.model} /></div>{pool.endpoint && <div class="dim"><Text value={pool.endpoint} /></div>}</td>
        <td class="num">{count(pool.inFlight)} of {count(pool.limit)}{pool.limit < pool.configured && <div class="bad">↓ lowered from {count(pool.configured)}</div>}{(pool.held ?? 0) > 0 && <div class="dim">{count(pool.held)} offered</div>}{(pool.realtime ?? 0) > 0 && <div class="dim">{count(pool.realtime)} lent to real time</div>}</td>
        <td class="num">{classes.every(([, value]) => !value) ? <span class="dim">nobody</span> : classes.map(([label, value]) => value ? <div key={label}>{count(value)} <span class="dim">{label}</span></div> : null)}</td>
        <td><BudgetCell budget={pool.calls} /></td>
        <td><BudgetCell budget={pool.tokens} /></td>
        <td class="num">{pool.latency?.p50 === undefined ? <span class="dim">none yet</span> : <>{duration(pool.latency.p50)}<div class="dim">p95 {duration(pool.latency.p95)}, last {duration(pool.latency.last)}</div></>}</td>
        <td><Breaker breaker={pool.breaker} /></td>
        <td>{errors.length === 0 ? <span class="dim">none</span> : <button type="button" class="more" aria-expanded={open} onClick={() => setOpen(!open)}>{plural(errors.length, 'error')}</button>}</td>
      </tr>
      {open && <tr><td colSpan={8}><ul class="errors">{errors.map((one, index) => <li key={index}><Time at={one.time} /> <Text value={[one.kind, one.status === undefined ? '' : `HTTP ${one.status}`, one.message].filter((part) => part).join(', ')} /></li>)}</ul></td></tr>}
    </>
  );
}

export function FleetPage({ query }: { query: URLSearchParams }) {
  const { version } = useChanges();
  const fleet = useResource<Fleet>('fleet', (signal) => get('/fleet', undefined, signal), version, 3000);
  const series = useResource<FleetSeries>('series', (signal) => get('/fleet/series', { minutes: 60, step: 30 }, signal), 0, 15_000);
  const asked = query.get('chart');
  const metric = (seriesMetrics as readonly string[]).includes(asked ?? '') ? (asked as SeriesMetric) : 'inFlight';
  const [off, setOff] = useState<ReadonlySet<string>>(new Set());
  if (fleet.error?.status === 404) return <div class="page"><h1>Fleet</h1><Empty title="This application has no model fleet." /></div>;
  return (
    <div class="page">
      <h1>Fleet</h1>
      <Loaded of={fleet} what="the fleet">
        {(data) => (
          <>
            <dl class="figures">{data.fleets.map((one) => <div key={one.key}><dt>Fleet <Text value={one.key} /></dt><dd class="num">{plural(one.leases, 'call')} under way, {count(one.waiting)} waiting{one.updated && <span class="dim"> · changed <Time at={one.updated} /></span>}</dd></div>)}</dl>
            <section class="card wide-table">
              <table class="pools">
                <thead><tr><th>Pool</th><th>In flight</th><th>Waiting</th><th>Calls left this minute</th><th>Tokens left this minute</th><th>Latency</th><th>Breaker</th><th>Last errors</th></tr></thead>
                <tbody>{data.pools.map((pool) => <PoolRow key={pool.fleet + ' ' + pool.name} pool={pool} />)}</tbody>
              </table>
              {data.pools.length === 0 && <Empty title="No pool is configured." />}
            </section>
            <section class="card">
              <header>
                <h2>The last hour</h2>
                <div class="row" role="group" aria-label="What the chart shows">
                  {seriesMetrics.map((one) => <button type="button" key={one} class="button small" aria-pressed={metric === one} onClick={() => go(link(['fleet'], { chart: one }), true)}>{metricLabels[one]}</button>)}
                </div>
              </header>
              <div class="body">
                {series.error && !series.data ? <Failed error={series.error} retry={series.reload} /> : series.data && (
                  <LineChart label={metricLabels[metric]} times={series.data.times.map((one) => Date.parse(one))}
                    lines={Object.entries(series.data.pools).map(([name, values]) => ({ name, values: values[metric] ?? [] }))} off={off}
                    toggle={(name) => { const next = new Set(off); if (!next.delete(name)) next.add(name); setOff(next); }} />
                )}
              </div>
            </section>
          </>
        )}
      </Loaded>
    </div>
  );
}
