import { duration, plural } from '../../lib/format';
import { Empty } from '../../ui/States';
import { Text } from '../../ui/Text';
import { Fact, Simulated, Texts } from './parts';
import type { Claim, DebateReport, Persona } from './shapes';

const names = ['thesis', 'antithesis', 'synthesis'];
const verdicts: Record<string, string> = { passed: '✓ The gate passed', failed: '✕ The gate failed', skipped: '– The gate was skipped: no evidence' };

function Claims({ claims }: { claims: Claim[] | undefined }) {
  if (!claims || claims.length === 0) return null;
  return (
    <ol class="claims">
      {claims.map((claim, index) => (
        <li key={index}>
          <Text value={claim.text} />
          {(claim.citations ?? []).map((one, number) => <blockquote key={number}><Text value={one.quote} /><cite class="dim"><Text value={one.evidenceId} /></cite></blockquote>)}
        </li>
      ))}
    </ol>
  );
}

function Column({ name, persona, report }: { name: string; persona: Persona | undefined; report: DebateReport }) {
  const output = persona?.output ?? (name === 'synthesis' ? report.synthesis : undefined);
  return (
    <section class="card persona">
      <header>
        <h2>{name.charAt(0).toUpperCase() + name.slice(1)}</h2>
        {persona && <span class="dim num">{persona.startSeconds !== undefined && `from ${duration(persona.startSeconds)}, `}{duration(persona.seconds)}{persona.retried && ', second try'}</span>}
      </header>
      <div class="body stack">
        {persona?.model && <p class="dim"><Text value={persona.model} /></p>}
        {output ? <p class="prose"><Text value={output.summary} /></p> : <p class={persona?.error ? 'bad' : 'dim'}><Text value={persona?.error ?? 'It has not spoken yet.'} /></p>}
        <Claims claims={output?.claims} />
      </div>
    </section>
  );
}

/** A debate: three columns, the gate's verdict, the ledger. */
export function DebateView({ report }: { report: DebateReport }) {
  const { gate, ledger } = report;
  if (!report.personas && (ledger ?? []).length === 0) return <Empty title="The debate has not begun." />;
  return (
    <>
      <Simulated is={report.simulated} />
      <section class="card">
        <h2><Text value={report.goal ?? 'Debate'} /></h2>
        <dl class="figures body">
          {report.mode && <Fact label="Mode"><Text value={report.mode} />{report.modeReason && <span class="dim">: <Text value={report.modeReason} /></span>}</Fact>}
          {report.complexity !== undefined && <Fact label="Complexity">{report.complexity} of 10</Fact>}
          {report.seconds !== undefined && <Fact label="Took"><span class="num">{duration(report.seconds)}</span></Fact>}
        </dl>
      </section>
      {gate && (
        <section class={'card gate gate-' + gate.status}>
          <h2>{verdicts[gate.status] ?? <Text value={gate.status} />}</h2>
          <div class="body stack">
            <p class="num">{gate.supported} of {plural(gate.claims, 'claim')} supported; {gate.standing} of {plural(gate.citations, 'citation')} {gate.citations === 1 ? 'stands' : 'stand'}.</p>
            <Texts title="What does not hold" items={gate.reasons} bad />
          </div>
        </section>
      )}
      {report.personas && <div class="columns">{names.map((name) => <Column key={name} name={name} persona={report.personas?.find((one) => one.persona === name)} report={report} />)}</div>}
      {(report.fallbacks ?? []).length > 0 && <section class="card"><div class="body"><Texts title="What went another way than planned" items={report.fallbacks} /></div></section>}
      {(ledger ?? []).length > 0 && (
        <section class="card wide-table">
          <h2>Ledger</h2>
          <table>
            <thead><tr><th class="r">Offset</th><th>Event</th><th>Persona</th><th class="r">Time</th><th>Detail</th></tr></thead>
            <tbody>{ledger!.map((one, index) => <tr key={index}><td class="r">{one.offset_ms === undefined ? '' : `+${duration(one.offset_ms / 1000)}`}</td><td><code><Text value={one.event} /></code></td><td><Text value={one.persona} /></td><td class="r">{one.duration_ms === undefined ? '' : duration(one.duration_ms / 1000)}</td><td class="dim"><Text value={[one.mode, one.detail].filter((part) => part).join('; ')} /></td></tr>)}</tbody>
          </table>
        </section>
      )}
    </>
  );
}
