import { useState } from 'preact/hooks';
import { duration, size } from '../../lib/format';
import { turnsOf } from '../../lib/turns';
import { ProgressBar } from '../../ui/ProgressBar';
import { Empty } from '../../ui/States';
import { Text } from '../../ui/Text';
import { Exact } from '../../ui/Time';
import { Fact, Score } from './parts';
import type { BatchReport, Consultation, ConsultationData } from './shapes';

const begun = 4000;

function Keywords({ words }: { words: readonly string[] | undefined }) {
  return <span class="keywords">{(words ?? []).map((word, index) => <span key={index} class="chip"><Text value={word} /></span>)}</span>;
}

function Row({ one }: { one: Consultation }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <tr class="consultation">
        <td><button type="button" class="more" aria-expanded={open} onClick={() => setOpen(!open)}><Text value={one.consultation_id} /></button></td>
        <td class="wide">{one.error ? <span class="bad">✕ <Text value={one.error} /></span> : <Text value={one.titles?.descriptive ?? one.titles?.keyword} />}</td>
        <td class="wide"><Keywords words={one.keywords} /></td>
        <td data-label="Quality"><Score value={one.quality_score} /></td>
        <td class="r" data-label="Time">{duration(one.processing_time)}</td>
      </tr>
      {open && <tr class="opened"><td colSpan={5}><Parts one={one} /></td></tr>}
    </>
  );
}

function Parts({ one }: { one: Consultation }) {
  const { summary, titles } = one;
  if (one.error) return <p class="bad">✕ <Text value={one.error} /></p>;
  return (
    <dl class="parts">
      <dt>Customer</dt><dd class="prose"><Text value={summary?.customer ?? '–'} /></dd>
      <dt>Agent</dt><dd class="prose"><Text value={summary?.agent ?? '–'} /></dd>
      <dt>Result</dt><dd class="prose"><Text value={summary?.result ?? '–'} /></dd>
      {titles?.keyword && <><dt>Keyword title</dt><dd><Text value={titles.keyword} /></dd></>}
    </dl>
  );
}

/** A conversation by its turns, with its beginning at once. */
function Conversation({ text }: { text: string }) {
  const [all, setAll] = useState(text.length <= begun);
  return (
    <section class="card conversation">
      <h2>Conversation</h2>
      <ol class="body">
        {turnsOf(all ? text : text.slice(0, begun)).map((turn, index) => (
          <li key={index} class="turn">{turn.speaker && <strong class="dim"><Text value={turn.speaker} /></strong>}<p class="prose"><Text value={turn.text} /></p></li>
        ))}
      </ol>
      {!all && <p class="pad"><button type="button" class="more" onClick={() => setAll(true)}>Show the whole conversation ({size(text.length)})</button></p>}
    </section>
  );
}

/** A batch of consultations as a table. */
export function BatchView({ report }: { report: BatchReport }) {
  const results = report.results ?? [];
  const failed = results.filter((one) => one.error).length;
  return (
    <section class="card wide-table">
      <h2>Batch <Text value={report.batch_id ?? report.id} /></h2>
      <dl class="figures body">
        {report.status && <Fact label="Status"><Text value={report.status} /></Fact>}
        {report.progress && results.length === 0 && <Fact label="Progress"><ProgressBar progress={report.progress} /></Fact>}
        {results.length > 0 && <Fact label="Consultations"><span class="num">{results.length}{failed > 0 && <span class="bad">, {failed} without an analysis</span>}</span></Fact>}
        {report.total_processing_time !== undefined && <Fact label="Took"><span class="num">{duration(report.total_processing_time)}</span></Fact>}
        {report.completed_at && <Fact label="Completed"><Exact at={report.completed_at} /></Fact>}
      </dl>
      {results.length === 0 ? <Empty title="The results come when the whole batch is done." /> : (
        <table class="batch">
          <thead><tr><th>Consultation</th><th>Title</th><th>Keywords</th><th>Quality</th><th class="r">Time</th></tr></thead>
          <tbody>{results.map((one, index) => <Row key={index} one={one} />)}</tbody>
        </table>
      )}
    </section>
  );
}

/** One consultation: what was made of it beside what was said. */
export function ConsultationView({ data }: { data: ConsultationData }) {
  const one = data.result;
  return (
    <div class={data.conversation ? 'halves' : undefined}>
      <section class="card">
        <h2>Consultation <Text value={one?.consultation_id ?? data.id} />{one?.titles?.descriptive && <>: <Text value={one.titles.descriptive} /></>}</h2>
        {one ? (
          <div class="body stack">
            <Parts one={one} />
            {(one.keywords ?? []).length > 0 && <Keywords words={one.keywords} />}
            <dl class="figures">{!one.error && <Fact label="Quality"><Score value={one.quality_score} /></Fact>}<Fact label="Took"><span class="num">{duration(one.processing_time)}</span></Fact></dl>
          </div>
        ) : <Empty title="It has not been analysed yet." />}
      </section>
      {data.conversation && <Conversation text={data.conversation} />}
    </div>
  );
}
