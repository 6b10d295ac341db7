import { get, path } from '../../api/client';
import { useResource } from '../../lib/useResource';
import { Boundary } from '../../ui/Boundary';
import { Content } from '../../ui/Payload';
import { Empty, Loaded } from '../../ui/States';
import { BatchView, ConsultationView } from './ConsultationViews';
import { DebateView } from './DebateView';
import { ExpressionsView } from './ExpressionsView';
import { InterviewView } from './InterviewView';
import { ReviewView } from './ReviewView';
import type { BatchReport, Consultation, DebateReport, ExpressionReport, InterviewReport, ReviewData } from './shapes';

interface Result {
  view: string;
  data?: unknown;
}

/** A report that stands by itself or within the answer of its route. */
function inner<T>(data: unknown): T {
  const outer = (data ?? {}) as { result?: T; report?: T };
  return outer.result ?? outer.report ?? (outer as T);
}

function View({ view, data }: Result) {
  switch (view) {
    case 'review': return <ReviewView data={(data ?? {}) as ReviewData} />;
    case 'debate': return <DebateView report={{ ledger: (data as DebateReport | undefined)?.ledger, ...inner<DebateReport>(data) }} />;
    case 'batch': return <BatchView report={{ ...(data as BatchReport), ...inner<BatchReport>(data) }} />;
    case 'consultation': return <ConsultationView consultation={inner<Consultation>(data)} />;
    case 'expressions': return <ExpressionsView report={inner<ExpressionReport>(data)} />;
    case 'interview': return <InterviewView report={inner<InterviewReport>(data)} />;
    default: return <section class="card"><div class="body"><Content text={JSON.stringify(data)} /></div></section>;
  }
}

/** What a workflow's result is best read as. */
export function ResultView({ id, version }: { id: string; version: number }) {
  const result = useResource<Result>('result ' + id, (signal) => get(path`/instances/${id}/result`, undefined, signal), version);
  if (result.error?.status === 404 && !result.data) return <Empty title="There is no result yet." />;
  return <Loaded of={result} what="the result">{(data) => <Boundary what="The result" place={id}><div class="result"><View {...data} /></div></Boundary>}</Loaded>;
}
