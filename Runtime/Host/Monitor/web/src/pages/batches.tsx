import { useState } from 'preact/hooks';
import { useChanges } from '../api/changes';
import { get, path, remove } from '../api/client';
import type { Page } from '../api/types/common';
import type { Batch } from '../api/types/operations';
import { count } from '../lib/format';
import { instanceLink } from '../lib/router';
import { useOperator } from '../lib/session';
import { useResource } from '../lib/useResource';
import { ProgressBar } from '../ui/ProgressBar';
import { Empty, Loaded } from '../ui/States';
import { Id, Text } from '../ui/Text';
import { Time, Took } from '../ui/Time';
import { say } from '../ui/toasts';

const states: Record<Batch['state'], string> = { running: '▸ Running', done: '✓ Done', stopped: '■ Stopped', failed: '✕ Failed' };

function Row({ batch, reload }: { batch: Batch; reload: () => void }) {
  const operator = useOperator();
  const [open, setOpen] = useState(false);
  const errors = batch.errors ?? [];
  const stop = () => remove(path`/batches/${batch.id}`).then(() => { say('It stops after the step that is under way.'); reload(); }, (error: Error) => say(error.message, { bad: true }));
  return (
    <>
      <tr>
        <td>{states[batch.state] ?? batch.state}</td>
        <td><Text value={batch.action} /></td>
        <td>{batch.state === 'running' ? <ProgressBar progress={{ completed: batch.looked ?? batch.done + batch.skipped + batch.failed, total: batch.total }} /> : <span class="num">{count(batch.total)}</span>}</td>
        <td class="r">{count(batch.done)}</td>
        <td class="r">{count(batch.skipped)}</td>
        <td class="r">{errors.length > 0 ? <button type="button" class="more" aria-expanded={open} onClick={() => setOpen(!open)}>{count(batch.failed)}</button> : count(batch.failed)}</td>
        <td><Text value={batch.who} /></td>
        <td><Time at={batch.started} /></td>
        <td class="r"><Took from={batch.started} to={batch.ended} /></td>
        <td>{operator && batch.state === 'running' && <button type="button" class="button small" onClick={stop}>Stop</button>}</td>
      </tr>
      {open && <tr><td colSpan={10}><ul>{errors.map((one) => <li key={one.id}><a href={instanceLink(one.id)}><Id value={one.id} /></a>: <Text value={one.message} /></li>)}</ul></td></tr>}
    </>
  );
}

export function BatchesPage() {
  const { version } = useChanges();
  const batches = useResource<Page<Batch>>('batches', (signal) => get('/batches', undefined, signal), version, 3000);
  return (
    <div class="page">
      <h1>Batches</h1>
      <Loaded of={batches} what="the batches">
        {({ items }) => items.length === 0
          ? <Empty title="No batch has run since the host started.">Choose instances by filters or by hand on the <a href="#/instances">instances</a> page.</Empty>
          : (
            <div class="card wide-table">
              <table>
                <thead><tr><th>State</th><th>Operation</th><th>Instances</th><th class="r">Done</th><th class="r">Skipped</th><th class="r">Failed</th><th>By</th><th>Started</th><th class="r">Time</th><th /></tr></thead>
                <tbody>{items.map((batch) => <Row key={batch.id} batch={batch} reload={batches.reload} />)}</tbody>
              </table>
            </div>
          )}
      </Loaded>
    </div>
  );
}
