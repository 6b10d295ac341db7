import { useState } from 'preact/hooks';
import { duration, plural } from '../../lib/format';
import { ProgressBar } from '../../ui/ProgressBar';
import { Empty } from '../../ui/States';
import { Text } from '../../ui/Text';
import { Exact } from '../../ui/Time';
import { Fact, Score } from './parts';
import type { BatchReport, Consultation } from './shapes';

function Row({ one }: { one: Consultation }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <tr>
        <td><button type="button" class="more" aria-expanded={open} onClick={() => setOpen(!open)}><Text value={one.consultation_id} /></button></td>
        <td>{one.error ? <span class="bad">✕ <Text value={one.error} /></span> : <Text value={one.titles?.descriptive ?? one.titles?.keyword} />}</td>
        <td>{(one.keywords ?? []).map((word, index) => <span key={index} class="chip"><Text value={word} /></span>)}</td>
        <td><Score value={one.quality_score} /></td>
        <td class="r">{duration(one.processing_time)}</td>
      </tr>
      {open && <tr><td colSpan={5}><Parts one={one} /></td></tr>}
    </>
  );
}

function Parts({ one }: { one: Consultation }) {
  const summary = one.summary ?? {};
  return (
    <dl class="facts">
      <dt>Customer</dt><dd><Text value={summary.customer ?? '–'} /></dd>
      <dt>Agent</dt><dd><Text value={summary.agent ?? '–'} /></dd>
      <dt>Result</dt><dd><Text value={summary.result ?? '–'} /></dd>
      {one.titles?.keyword && <><dt>Keyword title</dt><dd><Text value={one.titles.keyword} /></dd></>}
    </dl>
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
        {results.length > 0 && <Fact label="Consultations"><span class="num">{results.length}{failed > 0 && `, ${plural(failed, 'failure')}`}</span></Fact>}
        {report.total_processing_time !== undefined && <Fact label="Took"><span class="num">{duration(report.total_processing_time)}</span></Fact>}
        {report.completed_at && <Fact label="Completed"><Exact at={report.completed_at} /></Fact>}
      </dl>
      {results.length === 0 ? <Empty title="No consultation has been analysed yet." /> : (
        <table>
          <thead><tr><th>Consultation</th><th>Title</th><th>Keywords</th><th>Quality</th><th class="r">Time</th></tr></thead>
          <tbody>{results.map((one, index) => <Row key={index} one={one} />)}</tbody>
        </table>
      )}
    </section>
  );
}

/** One consultation. */
export function ConsultationView({ consultation }: { consultation: Consultation }) {
  return (
    <section class="card">
      <h2>Consultation <Text value={consultation.consultation_id} />{consultation.titles?.descriptive && <>: <Text value={consultation.titles.descriptive} /></>}</h2>
      <div class="body stack">
        {consultation.error ? <p class="bad">✕ <Text value={consultation.error} /></p> : <Parts one={consultation} />}
        <div class="row">{(consultation.keywords ?? []).map((word, index) => <span key={index} class="chip"><Text value={word} /></span>)}</div>
        <dl class="figures"><Fact label="Quality"><Score value={consultation.quality_score} /></Fact><Fact label="Took"><span class="num">{duration(consultation.processing_time)}</span></Fact></dl>
      </div>
    </section>
  );
}
