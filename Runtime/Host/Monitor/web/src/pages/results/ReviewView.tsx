import { useMemo, useState } from 'preact/hooks';
import { duration, plural } from '../../lib/format';
import { parseDiff, type DiffFile, type DiffLine } from '../../lib/diff';
import { visible } from '../../lib/format';
import { Empty } from '../../ui/States';
import { Text } from '../../ui/Text';
import { jumpTo, Simulated, Texts } from './parts';
import type { Finding, ReviewData, ReviewFile } from './shapes';

const grades = ['critical', 'high', 'medium', 'low'];
const signs: Record<string, string> = { critical: '‼', high: '!', medium: '•', low: '·' };
const folded = 400;

function bySeverity(a: Finding, b: Finding): number {
  return grades.indexOf(a.severity) - grades.indexOf(b.severity) || (a.line ?? 0) - (b.line ?? 0);
}

function place(finding: Finding): string {
  if (finding.line === undefined) return 'no line';
  return `line ${finding.line}${finding.endLine && finding.endLine > finding.line ? `–${finding.endLine}` : ''}${finding.side === 'old' ? ' before the change' : ''}`;
}

function FindingCard({ finding, path }: { finding: Finding; path?: string }) {
  const checks = Object.entries(finding.checks ?? {}).filter(([, outcome]) => outcome !== 'unchecked');
  return (
    <article class={'finding sev-' + finding.severity} id={'finding-' + finding.id} tabIndex={-1}>
      <header>
        <span class="severity"><span aria-hidden="true">{signs[finding.severity] ?? '•'}</span> {finding.severity}</span>
        <strong><Text value={finding.title} /></strong>
        <span class="dim">{path && <><Text value={path} />, </>}{place(finding)}</span>
      </header>
      <p class="prose"><Text value={finding.message} /></p>
      {finding.line === undefined && finding.quote && <pre class="code">{visible(finding.quote)}</pre>}
      {finding.suggestion && <><h4>Suggestion</h4><pre class="code">{visible(finding.suggestion)}</pre></>}
      <footer class="dim">
        {finding.category && <span class="chip"><Text value={finding.category} /></span>}
        {finding.confidence !== undefined && <span>confidence {finding.confidence.toFixed(2)}</span>}
        {finding.foundBy && finding.foundBy.length > 0 && <span>found by <Text value={finding.foundBy.join(', ')} /></span>}
        {checks.map(([name, outcome]) => <span key={name} class={outcome === 'failed' ? 'bad' : undefined}>{outcome === 'failed' ? '✕' : '✓'} {name}</span>)}
      </footer>
    </article>
  );
}

function Line({ line }: { line: DiffLine }) {
  const sign = line.kind === 'add' ? '+' : line.kind === 'del' ? '-' : ' ';
  return (
    <tr class={'d-' + line.kind}>
      <td class="d-num">{line.old}</td><td class="d-num">{line.new}</td>
      <td class="d-text"><span class="d-sign">{sign}</span>{visible(line.text)}</td>
    </tr>
  );
}

function FileDiff({ report, diff }: { report: ReviewFile; diff: DiffFile | undefined }) {
  const findings = [...(report.findings ?? [])].sort(bySeverity);
  const lines = diff?.hunks.reduce((sum, hunk) => sum + hunk.lines.length, 0) ?? 0;
  const [open, setOpen] = useState(findings.length > 0 || (report.status !== 'skipped' && lines < 60));
  const [all, setAll] = useState(lines <= folded);
  const last = (finding: Finding) => finding.endLine ?? finding.line;
  const at = (line: DiffLine) => findings.filter((one) => one.line !== undefined && (one.side === 'old' ? line.old === last(one) && line.kind !== 'add' : line.new === last(one) && line.kind !== 'del'));
  const near = (hunk: DiffFile['hunks'][number]) => hunk.lines.some((line) => at(line).length > 0);
  const hunks = (diff?.hunks ?? []).filter((hunk) => all || near(hunk));
  const set = new Set(hunks.flatMap((hunk) => hunk.lines.flatMap((line) => at(line).map((one) => one.id))));
  const loose = findings.filter((one) => !set.has(one.id));
  return (
    <section class="card file" id={'file-' + report.path}>
      <header>
        <button type="button" class="fold" aria-expanded={open} onClick={() => setOpen(!open)}><span aria-hidden="true">{open ? '▾' : '▸'}</span> <code><Text value={report.path} /></code></button>
        <span class="dim">{report.oldPath && <>was <Text value={report.oldPath} />; </>}{report.status}{findings.length > 0 && `, ${plural(findings.length, 'finding')}`}{report.seconds ? `, ${duration(report.seconds)}` : ''}</span>
      </header>
      {open && (
        <div>
          {report.reason && <p class="pad dim"><Text value={report.reason} /></p>}
          {loose.map((one) => <FindingCard key={one.id} finding={one} />)}
          {hunks.length > 0 && (
            <div class="diff">
              <table>
                {hunks.map((hunk, index) => (
                  <tbody key={index}>
                    <tr class="d-hunk"><td colSpan={3}>{visible(hunk.header)}</td></tr>
                    {hunk.lines.map((line, number) => {
                      const here = at(line);
                      return [<Line key={number} line={line} />, here.length > 0 && <tr key={'f' + number} class="d-finding"><td colSpan={3}>{here.map((one) => <FindingCard key={one.id} finding={one} />)}</td></tr>];
                    })}
                  </tbody>
                ))}
              </table>
            </div>
          )}
          {!all && <p class="pad"><button type="button" class="more" onClick={() => setAll(true)}>Show the whole diff of this file ({plural(lines, 'line')})</button></p>}
        </div>
      )}
    </section>
  );
}

/** A review: what was found, beside the lines it was found at. */
export function ReviewView({ data }: { data: ReviewData }) {
  const report = data.report;
  const files = report?.files ?? data.files ?? [];
  const diffs = useMemo(() => parseDiff(data.diff ?? ''), [data.diff]);
  const findings = [...files.flatMap((file) => (file.findings ?? []).map((one) => ({ path: file.path, ...one }))), ...(report?.crossFile ?? [])].sort(bySeverity);
  if (!report && files.length === 0) return <Empty title="Nothing has been reviewed yet." />;
  return (
    <>
      <Simulated is={report?.simulated} />
      {report && (
        <section class="card">
          <h2>Review: {report.status}{report.description?.title && <>, <Text value={report.description.title} /></>}</h2>
          <div class="body stack">
            <p class="prose"><Text value={report.summary} /></p>
            {report.description?.intent && <p class="dim prose"><Text value={report.description.intent} /></p>}
            <Texts title="Missing from this review" items={report.missing} bad />
            <Texts title="Risks" items={report.description?.risks} />
            <Texts title="Questions to the author" items={report.description?.questions} />
          </div>
        </section>
      )}
      <div class="review-split">
        <nav class="card findings-list" aria-label="Findings">
          <h2>{plural(findings.length, 'finding')}</h2>
          {findings.length === 0 && <p class="pad dim">None.</p>}
          <ul>
            {findings.map((one) => (
              <li key={one.id}><button type="button" class={'sev-' + one.severity} onClick={() => jumpTo('finding-' + one.id)}>
                <span class="severity"><span aria-hidden="true">{signs[one.severity] ?? '•'}</span> {one.severity}</span> <Text value={one.title} /><span class="dim"><Text value={one.path} />{one.line !== undefined && `:${one.line}`}</span>
              </button></li>
            ))}
          </ul>
        </nav>
        <div class="files">
          {(report?.crossFile?.length ?? 0) > 0 && <section class="card file"><h2>Across files</h2>{[...report!.crossFile!].sort(bySeverity).map((one) => <FindingCard key={one.id} finding={one} path={one.path} />)}</section>}
          {files.map((file) => <FileDiff key={file.path} report={file} diff={diffs.find((one) => one.path === file.path) ?? diffs.find((one) => one.oldPath === file.path)} />)}
        </div>
      </div>
    </>
  );
}
