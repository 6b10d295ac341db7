import { useState } from 'preact/hooks';
import { useChanges } from '../api/changes';
import { get, path, post } from '../api/client';
import type { Entity } from '../api/types/entities';
import type { OperationResult } from '../api/types/operations';
import { count } from '../lib/format';
import { instanceLink } from '../lib/router';
import { useOperator } from '../lib/session';
import { useResource } from '../lib/useResource';
import { Confirm } from '../ui/Confirm';
import { JsonField, readJson } from '../ui/JsonField';
import { Payload } from '../ui/Payload';
import { Loaded } from '../ui/States';
import { Id } from '../ui/Text';
import { Exact } from '../ui/Time';

function SignalDialog({ id, preset, onClose }: { id: string; preset: string; onClose: (result?: OperationResult) => void }) {
  const [operation, setOperation] = useState(preset);
  const [input, setInput] = useState('');
  const run = async () => {
    const value = readJson(input, 'The input');
    return post<OperationResult>(path`/entities/${id}/signal`, { operation: operation.trim(), ...(value === undefined ? {} : { input: value }) });
  };
  return (
    <Confirm title={preset ? 'Delete the state' : 'Signal the entity'} action={preset ? 'Delete' : 'Signal'} danger={preset !== ''} run={run} onClose={onClose}>
      <p><Id value={id} /></p>
      {preset
        ? <p class="dim">Signals <code>delete</code>: an entity that keeps the usual operation drops its state.</p>
        : (
          <>
            <label>Operation<input required value={operation} onInput={(event) => setOperation(event.currentTarget.value)} /></label>
            <JsonField label="Input" hint="(JSON; may be empty)" value={input} set={setInput} />
          </>
        )}
    </Confirm>
  );
}

export function EntityPage({ id }: { id: string }) {
  const { version } = useChanges();
  const operator = useOperator();
  const [signal, setSignal] = useState<string>();
  const entity = useResource<Entity>('entity ' + id, (abort) => get(path`/entities/${id}`, undefined, abort), version);
  return (
    <div class="page">
      <div class="title-line">
        <h1><Id value={id} /></h1>
        {operator && (
          <div class="row push">
            <button type="button" class="button" onClick={() => setSignal('')}>Signal…</button>
            <button type="button" class="button danger" onClick={() => setSignal('delete')}>Delete…</button>
          </div>
        )}
      </div>
      <Loaded of={entity} what="the entity">
        {(data) => (
          <>
            <dl class="figures entity-figures">
              <div><dt>Updated</dt><dd><Exact at={data.updated} /></dd></div>
              <div><dt>Messages waiting</dt><dd class="num">{count(data.waiting ?? 0)}</dd></div>
              <div><dt>Locked by</dt><dd>{data.lockedBy ? <a href={instanceLink(data.lockedBy)}><Id value={data.lockedBy} /></a> : 'nobody'}</dd></div>
            </dl>
            <section class="card">
              <h2>State</h2>
              <div class="body">{data.state ? <Payload key={data.updated} payload={data.state} whole={path`/entities/${id}/state`} name="state" /> : <span class="dim">None</span>}</div>
            </section>
          </>
        )}
      </Loaded>
      {signal !== undefined && <SignalDialog id={id} preset={signal} onClose={(result) => { setSignal(undefined); if (result) entity.reload(); }} />}
    </div>
  );
}
