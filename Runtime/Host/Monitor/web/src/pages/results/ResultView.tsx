import { useEffect, useState } from 'preact/hooks';
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
import type { BatchReport, ConsultationData, DebateReport, ExpressionReport, InterviewData, ReviewData } from './shapes';

const refresh = 2000;

interface Result {
  view: string;
  data?: unknown;
}

/** A report that stands by itself or within the answer of its route. */
function inner<T>(data: unknown): T {
  const outer = (data ?? {}) as { result?: T; report?: T };
  return outer.result ?? outer.report ?? (outer as T);
}

/** A batch that is not done: it goes on after the instance that accepted it has ended, so that nothing tells of its changes. */
function isOpenBatch(result: Result | undefined): boolean {
  return result?.view === 'batch' && (result.data as BatchReport | undefined)?.status !== 'completed';
}

function View({ view, data }: Result) {
  switch (view) {
    case 'review': return <ReviewView data={(data ?? {}) as ReviewData} />;
    case 'debate': return <DebateView report={{ ledger: (data as DebateReport | undefined)?.ledger, ...inner<DebateReport>(data) }} />;
    case 'batch': return <BatchView report={{ ...(data as BatchReport), ...inner<BatchReport>(data) }} />;
    case 'consultation': return <ConsultationView data={(data ?? {}) as ConsultationData} />;
    case 'expressions': return <ExpressionsView report={inner<ExpressionReport>(data)} />;
    case 'interview': return <InterviewView data={(data ?? {}) as InterviewData} />;
    default: return <section class="card"><div class="body"><Content text={JSON.stringify(data)} /></div></section>;
  }
}

/** What a workflow's result is best read as. */
export function ResultView({ id, version }: { id: string; version: number }) {
  const [every, setEvery] = useState(0);
  const result = useResource<Result>('result ' + id, (signal) => get(path`/instances/${id}/result`, undefined, signal), version, every);
  const follows = isOpenBatch(result.data);
  useEffect(() => setEvery(follows ? refresh : 0), [follows]);
  if (result.error?.status === 404 && !result.data) return <Empty title="There is no result yet." />;
  return <Loaded of={result} what="the result">{(data) => <Boundary what="The result" place={id}><div class="result"><View {...data} /></div></Boundary>}</Loaded>;
}
