import { useEffect, useState } from 'preact/hooks';
import { useChanges } from '../../api/changes';
import { address, get, path } from '../../api/client';
import type { Instance } from '../../api/types/instances';
import { count } from '../../lib/format';
import { go, instanceLink } from '../../lib/router';
import { useShortcuts } from '../../lib/shortcuts';
import { useResource } from '../../lib/useResource';
import { Icon } from '../../ui/Icon';
import { Loaded } from '../../ui/States';
import { ResultView } from '../results/ResultView';
import { Blocked } from './Blocked';
import { DataTab } from './DataTab';
import { Figures, Header } from './Header';
import { HistoryTab } from './HistoryTab';
import { SequenceTab } from './SequenceTab';
import { TimelineTab } from './TimelineTab';
import { TreeTab } from './TreeTab';

const tabs = [
  ['timeline', 'Timeline'], ['history', 'History'], ['data', 'Data'], ['tree', 'Tree'], ['sequence', 'Sequence'],
] as const;

export function InstancePage({ id, tab, query }: { id: string; tab?: string; query: URLSearchParams }) {
  const changes = useChanges();
  const instance = useResource<Instance>('instance ' + id, (signal) => get(path`/instances/${id}`, undefined, signal), changes.instance);
  const wantsResult = instance.data?.result === true;
  const shown = wantsResult ? ([['result', 'Result'], ...tabs] as const) : tabs;
  // Decided once: a page that is watched does not jump to another tab when the end comes.
  const [first, setFirst] = useState<string>();
  if (first === undefined && instance.data) setFirst(wantsResult && instance.data.status === 'Completed' ? 'result' : 'timeline');
  const current = tab ?? first ?? 'timeline';
  const execution = query.get('execution') === null ? undefined : Number(query.get('execution'));
  const [jump, setJump] = useState<number>();
  const open = (name: string) => go(instanceLink(id, name, execution === undefined ? undefined : { execution: String(execution) }), true);
  useEffect(() => {
    if (current !== 'history') setJump(undefined);
  }, [current]);

  useShortcuts([
    ...shown.map(([name, label], index) => ({ keys: String(index + 1), does: `Tab: ${label}`, run: () => open(name) })),
    { keys: 'u', does: 'Go to the parent', run: () => (instance.data?.parent ? go(instanceLink(instance.data.parent.id)) : false) },
    { keys: 'r', does: 'Read it again', run: instance.reload },
  ]);

  return (
    <div class="page instance">
      <Loaded of={instance} what="the instance">
        {(data) => (
          <>
            <Header instance={data} reload={instance.reload} />
            <Blocked instance={data} version={changes.version} />
            <Figures instance={data} />
            <div class="tabline">
              <div role="tablist" aria-label="Views" onKeyDown={(event) => {
                const at = shown.findIndex(([name]) => name === current);
                const next = event.key === 'ArrowRight' ? at + 1 : event.key === 'ArrowLeft' ? at - 1 : -1;
                if (next >= 0 && next < shown.length) {
                  open(shown[next]![0]);
                  (event.currentTarget.children[next] as HTMLElement).focus();
                }
              }}>
                {shown.map(([name, label]) => (
                  <button type="button" key={name} role="tab" id={'tab-' + name} aria-selected={current === name} aria-controls="panel" tabIndex={current === name ? 0 : -1} onClick={() => open(name)}>
                    {label}{name === 'history' && data.events !== undefined && <span class="dim num"> {count(data.events)}</span>}{name === 'tree' && data.children && data.children.total > 0 && <span class="dim num"> {count(data.children.total)}</span>}
                  </button>
                ))}
              </div>
              <div class="row">
                {data.executions.length > 1 && (
                  <label class="select"><span class="sr">Execution</span>
                    <select value={String(execution ?? data.execution)} onChange={(event) => go(instanceLink(id, current, { execution: event.currentTarget.value }), true)}>
                      {data.executions.map((one, index) => <option key={one.execution} value={String(one.execution)}>Execution {index + 1} of {data.executions.length}, {count(one.events)} events</option>)}
                    </select>
                  </label>
                )}
                <a class="button small" href={address(path`/instances/${id}/export`)} download><Icon name="download" /> History as JSON</a>
              </div>
            </div>
            <div role="tabpanel" id="panel" aria-labelledby={'tab-' + current}>
              {current === 'result' && <ResultView id={id} version={changes.instance} />}
              {current === 'timeline' && <TimelineTab instance={data} execution={execution} version={changes.instance} show={(sequence) => { setJump(sequence); open('history'); }} />}
              {current === 'history' && <HistoryTab instance={data} execution={execution} version={changes.instance} jump={jump} />}
              {current === 'data' && <DataTab instance={data} />}
              {current === 'tree' && <TreeTab id={id} version={changes.version} />}
              {current === 'sequence' && <SequenceTab instance={data} execution={execution} version={changes.instance} />}
            </div>
          </>
        )}
      </Loaded>
    </div>
  );
}
