import { useState } from 'preact/hooks';
import type { Instance } from '../../api/types/instances';
import { count, duration, plural, short } from '../../lib/format';
import { instanceLink } from '../../lib/router';
import { useOperator } from '../../lib/session';
import { Icon } from '../../ui/Icon';
import { ProgressBar } from '../../ui/ProgressBar';
import { Status } from '../../ui/Status';
import { Id, Text } from '../../ui/Text';
import { Exact, Took } from '../../ui/Time';
import { say } from '../../ui/toasts';
import { Operations } from './Operations';

function price(value: number): string {
  return value.toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 4 });
}

function CostTable({ cost }: { cost: NonNullable<Instance['cost']> }) {
  return (
    <div class="wide-table">
      <table>
        <thead><tr><th>Model</th><th>Pool</th><th class="r">Calls</th><th class="r">Prompt tokens</th><th class="r">Output tokens</th><th class="r">Time</th>{cost.price !== undefined && <th class="r">Price</th>}</tr></thead>
        <tbody>
          {cost.models.map((one) => (
            <tr key={one.model + ' ' + one.pool}>
              <td><Text value={one.model} /></td><td><Text value={one.pool} /></td><td class="r">{count(one.calls)}</td><td class="r">{count(one.promptTokens)}</td><td class="r">{count(one.completionTokens)}</td><td class="r">{duration(one.seconds)}</td>
              {cost.price !== undefined && <td class="r">{one.price === undefined ? '' : price(one.price)}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

export function Header({ instance, reload }: { instance: Instance; reload: () => void }) {
  const operator = useOperator();
  const { parent, forkedFrom } = instance;
  const copy = () => navigator.clipboard.writeText(instance.id).then(() => say('The id is copied.'), () => say('The browser did not allow that.', { bad: true }));
  return (
    <header class="instance-head">
      <div class="title-line">
        <h1><Id value={instance.id} /></h1>
        <button type="button" class="plain" aria-label="Copy the id" title="Copy the id" onClick={copy}><Icon name="copy" /></button>
        {operator && <Operations instance={instance} reload={reload} />}
      </div>
      <div class="facts-line">
        <Status status={instance.status} />
        <span><Text value={instance.name} />{instance.version && <span class="dim"> {instance.version}</span>}</span>
        {parent && <span class="dim">started by <a href={instanceLink(parent.id)}><Id value={parent.id} /></a></span>}
        {forkedFrom && <span class="dim">forked from <a href={instanceLink(forkedFrom.id, 'history')}><Id value={forkedFrom.id} /></a> after event {forkedFrom.afterEvent}</span>}
        {Object.entries(instance.tags ?? {}).map(([key, value]) => <span key={key} class="chip"><Text value={value === '' ? key : `${key}=${value}`} /></span>)}
      </div>
    </header>
  );
}

/** How long, how far, how much. */
export function Figures({ instance }: { instance: Instance }) {
  const [costs, setCosts] = useState(false);
  const { cost, progress } = instance;
  return (
    <section class="instance-figures" aria-label="Figures">
      <dl class="figures">
        <div><dt>{instance.completed ? 'Took' : 'Runs for'}</dt><dd><Took from={instance.created} to={instance.completed} seconds={instance.durationSeconds} /></dd></div>
        <div><dt>Created</dt><dd><Exact at={instance.created} /></dd></div>
        {instance.completed ? <div><dt>Ended</dt><dd><Exact at={instance.completed} /></dd></div> : <div><dt>Updated</dt><dd><Exact at={instance.updated} /></dd></div>}
        {progress && !instance.completed && <div class="grow"><dt>Progress</dt><dd><ProgressBar progress={progress} long /></dd></div>}
        {cost && cost.calls > 0 && (
          <div>
            <dt>Model calls</dt>
            <dd>
              <button type="button" class="fold" aria-expanded={costs} onClick={() => setCosts(!costs)} title={`${plural(cost.promptTokens, 'prompt token')}, ${plural(cost.completionTokens, 'output token')}`}>
                <span class="num">{cost.complete === false ? '≥ ' : ''}{count(cost.calls)} · {short(cost.promptTokens + cost.completionTokens)} tokens · {duration(cost.seconds)}{cost.price !== undefined && ` · ${price(cost.price)}`}</span>
                <Icon name={costs ? 'up' : 'down'} />
              </button>
            </dd>
          </div>
        )}
      </dl>
      {costs && cost && <div class="card"><CostTable cost={cost} /></div>}
    </section>
  );
}
