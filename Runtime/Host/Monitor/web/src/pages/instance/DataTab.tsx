import { path } from '../../api/client';
import type { Failure } from '../../api/types/common';
import type { Instance } from '../../api/types/instances';
import { visible } from '../../lib/format';
import { Payload } from '../../ui/Payload';
import { Text } from '../../ui/Text';

export function FailureView({ failure, depth = 0 }: { failure: Failure; depth?: number }) {
  return (
    <div class="failure">
      <p><strong class="bad"><Text value={failure.type ?? 'Failure'} /></strong></p>
      <p class="failure-text"><Text value={failure.message} /></p>
      {failure.stack && <details><summary>Stack</summary><pre class="mono stack-trace">{visible(failure.stack)}</pre></details>}
      {failure.inner && depth < 20 && <div class="inner"><h4>Caused by</h4><FailureView failure={failure.inner} depth={depth + 1} /></div>}
    </div>
  );
}

/** Input, output, custom status and failure. */
export function DataTab({ instance }: { instance: Instance }) {
  const parts = [['input', 'Input', instance.input], ['output', 'Output', instance.output], ['customStatus', 'Custom status', instance.customStatus]] as const;
  return (
    <div>
      {instance.failure && <section class="card"><h2>Failure</h2><div class="body"><FailureView failure={instance.failure} /></div></section>}
      {parts.map(([which, label, payload]) => (
        <section key={which} class="card">
          <h2>{label}</h2>
          <div class="body">{payload ? <Payload key={payload.length} payload={payload} whole={path`/instances/${instance.id}/payload/${which}`} name={label} /> : <span class="dim">None{which === 'output' && !instance.completed ? ' yet' : ''}</span>}</div>
        </section>
      ))}
    </div>
  );
}
