import { useState } from 'preact/hooks';
import { get, path } from '../../api/client';
import type { HistoryItem, HistoryPage } from '../../api/types/history';
import type { Instance } from '../../api/types/instances';
import type { Span } from '../../api/types/timeline';
import { duration } from '../../lib/format';
import { entityLink, instanceLink } from '../../lib/router';
import { useOperator } from '../../lib/session';
import { spanKindLabel, spanLabel } from '../../lib/spans';
import { endOf, startOf } from '../../lib/timeline';
import { useResource } from '../../lib/useResource';
import { Dialog } from '../../ui/Dialog';
import { Payload } from '../../ui/Payload';
import { Loaded } from '../../ui/States';
import { Id, Text } from '../../ui/Text';
import { Exact } from '../../ui/Time';
import { FailureView } from './DataTab';
import { ForkDialog } from './ForkDialog';

function EventPart({ id, execution, sequence, label }: { id: string; execution: number; sequence: number; label: string }) {
  const page = useResource<HistoryPage>(`event ${id} ${execution} ${sequence}`, (signal) => get(path`/instances/${id}/history`, { execution, after: sequence - 1, top: 1 }, signal));
  return (
    <Loaded of={page} what={label}>
      {({ items }) => {
        const item: HistoryItem | undefined = items[0];
        if (!item?.payload && !item?.failure) return null;
        return (
          <section>
            <h3>{label}</h3>
            {item.failure && <FailureView failure={item.failure} />}
            {item.payload && <Payload payload={item.payload} whole={path`/instances/${id}/history/${execution}/${sequence}/payload`} name={label} />}
          </section>
        );
      }}
    </Loaded>
  );
}

/** One step of the timeline: what went in, what came out, how often it was tried. */
export function SpanDialog({ instance, execution, span, now, onClose, show }: { instance: Instance; execution: number; span: Span; now: number; onClose: () => void; show: (sequence: number) => void }) {
  const operator = useOperator();
  const [fork, setFork] = useState(false);
  if (fork && span.fork) {
    return <ForkDialog instance={instance} execution={execution} point={span.fork} name={span.name} scheduled={span.scheduled} ended={span.ended} onClose={(done) => (done ? onClose() : setFork(false))} />;
  }
  const tries = span.attempts ?? [];
  const last = tries.at(-1);
  const scheduled = last?.scheduled ?? span.scheduled;
  const ended = last?.ended ?? span.ended;
  return (
    <Dialog wide title={`${spanLabel(span, true)} (${spanKindLabel(span.kind)})`} onClose={onClose}>
      <div class="stack">
        <div class="row">
          {span.scheduled !== undefined && <button type="button" class="button small" onClick={() => show(span.scheduled!)}>Show in the history</button>}
          {operator && span.fork && <button type="button" class="button small" onClick={() => setFork(true)}>Fork from here…</button>}
        </div>
        <dl class="facts">
          <dt>State</dt><dd>{span.state}{span.live && `, ${span.live}`}</dd>
          {span.target && <><dt>Target</dt><dd><a href={span.target.startsWith('@') ? entityLink(span.target) : instanceLink(span.target)} onClick={onClose}><Id value={span.target} /></a></dd></>}
          <dt>From</dt><dd><Exact at={span.start} /></dd>
          {span.granted && <><dt>Granted</dt><dd><Exact at={span.granted} /></dd></>}
          {span.due && <><dt>Due</dt><dd><Exact at={span.due} /></dd></>}
          {span.end && span.end !== span.start && <><dt>To</dt><dd><Exact at={span.end} /></dd></>}
          {span.end !== span.start && <><dt>Time</dt><dd class="num">{duration((endOf({ ...span, due: undefined }, now) - startOf(span)) / 1000)}</dd></>}
        </dl>
        {tries.length > 1 && (
          <div class="wide-table">
            <table>
              <thead><tr><th>Attempt</th><th>State</th><th class="r">Time</th><th>Failure</th></tr></thead>
              <tbody>{tries.map((one, index) => <tr key={one.task}><td class="num">{index + 1}</td><td>{one.state}</td><td class="r">{one.end && duration((Date.parse(one.end) - Date.parse(one.start)) / 1000)}</td><td><Text value={one.error} /></td></tr>)}</tbody>
            </table>
          </div>
        )}
        {scheduled !== undefined && <EventPart id={instance.id} execution={execution} sequence={scheduled} label={span.kind === 'event' ? 'Content' : 'Input'} />}
        {ended !== undefined && ended !== scheduled && <EventPart id={instance.id} execution={execution} sequence={ended} label={span.state === 'failed' ? 'Failure' : 'Result'} />}
      </div>
    </Dialog>
  );
}
