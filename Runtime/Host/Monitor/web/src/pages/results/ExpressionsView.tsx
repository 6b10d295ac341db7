import { duration } from '../../lib/format';
import { Empty } from '../../ui/States';
import { Text } from '../../ui/Text';
import { Fact, Simulated, Texts } from './parts';
import type { ExpressionReport } from './shapes';

const matches: Record<string, string> = { exact: 'word for word', inflected: 'in other forms', separated: 'with words in between' };
const reasons: Record<string, string> = { not_found: 'not found in the subtitles', no_words: 'has no words' };

/** Expressions with their times in the film. */
export function ExpressionsView({ report }: { report: ExpressionReport }) {
  const { expressions = [], subtitles } = report;
  return (
    <>
      <Simulated is={report.simulated} />
      <section class="card">
        <h2>{expressions.length} expressions{report.status && <span class="dim">: <Text value={report.status} /></span>}</h2>
        <div class="body stack">
          <dl class="figures">
            {subtitles && <Fact label="Subtitles"><span class="num">{subtitles.cues} cues, <Text value={subtitles.start} />–<Text value={subtitles.end} /> (<Text value={subtitles.format} />)</span></Fact>}
            {report.chunks !== undefined && <Fact label="Chunks"><span class="num">{report.counted_chunks ?? report.chunks} of {report.chunks} count, {report.workers} at once</span></Fact>}
            {report.seconds !== undefined && <Fact label="Took"><span class="num">{duration(report.seconds)}</span></Fact>}
          </dl>
          <Texts title="Warnings" items={report.warnings} />
          <Texts title="Chunks that failed" bad items={report.failed_chunks?.map((one) => `Chunk ${one.chunk} (${one.start ?? ''}–${one.end ?? ''}), ${one.attempts ?? 0} attempts: ${one.reason ?? ''}`)} />
        </div>
      </section>
      {expressions.length === 0 ? <Empty title="No expression has been found yet." /> : (
        <section class="card wide-table">
          <table class="expressions">
            <thead><tr><th>Time</th><th>Expression</th><th>Meaning and usage</th><th>In the film</th></tr></thead>
            <tbody>
              {expressions.map((one, index) => (
                <tr key={index}>
                  <td class="num">{one.timing ? <><Text value={one.timing.start} /><div class="dim">{matches[one.timing.match ?? ''] ?? ''}{(one.timing.places ?? 1) > 1 && `, ${one.timing.places} places`}</div></> : <span class="dim">{reasons[one.timing_reason ?? ''] ?? 'no time'}</span>}</td>
                  <td><strong><Text value={one.expression} /></strong><div><Text value={one.translation} /></div></td>
                  <td><Text value={one.meaning} />{one.usage && <div class="dim"><Text value={one.usage} /></div>}{(one.similar ?? []).length > 0 && <div class="dim">similar: <Text value={one.similar!.join(', ')} /></div>}</td>
                  <td class="dim">{(one.context_lines ?? []).map((line, number) => <div key={number}><Text value={line} /></div>)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </>
  );
}
