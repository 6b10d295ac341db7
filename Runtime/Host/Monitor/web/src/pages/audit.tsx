import { useEffect, useState } from 'preact/hooks';
import { useChanges } from '../api/changes';
import { get } from '../api/client';
import type { Page } from '../api/types/common';
import type { AuditItem } from '../api/types/operations';
import { entityLink, go, instanceLink, link } from '../lib/router';
import { useResource } from '../lib/useResource';
import { Empty, Loaded } from '../ui/States';
import { Id, Text } from '../ui/Text';
import { TextField } from '../ui/TextField';
import { Time } from '../ui/Time';
import { say } from '../ui/toasts';

const outcomes: Record<string, string> = { done: '✓ done', accepted: '✓ accepted', refused: '✕ refused', failed: '✕ failed', running: '▸ running', stopped: '■ stopped' };
const ofInstances = ['raiseEvent', 'suspend', 'resume', 'terminate', 'restart', 'rewind', 'purge', 'fork', 'start'];

function Target({ item }: { item: AuditItem }) {
  if (!item.target) return null;
  const to = item.target.startsWith('@') ? entityLink(item.target) : ofInstances.includes(item.operation) ? instanceLink(item.target) : undefined;
  return to ? <a href={to}><Id value={item.target} /></a> : <Id value={item.target} />;
}

export function AuditPage({ query }: { query: URLSearchParams }) {
  const { version } = useChanges();
  const filter = { instance: query.get('instance') ?? undefined, operation: query.get('operation') ?? undefined, who: query.get('who') ?? undefined };
  const key = JSON.stringify(filter);
  const audit = useResource<Page<AuditItem>>('audit ' + key, (signal) => get('/audit', { ...filter, top: 100 }, signal), version);
  const [older, setOlder] = useState<{ items: AuditItem[]; next?: string | number; of: string }>({ items: [], of: key });
  useEffect(() => setOlder({ items: [], of: key }), [key]);
  const set = (name: string, value: string) => {
    const next = new URLSearchParams(query);
    if (value) next.set(name, value);
    else next.delete(name);
    go(link(['audit'], next), true);
  };
  return (
    <div class="page">
      <h1>Audit log</h1>
      <div class="filter-line tab-tools">
        <label class="searchbox narrow"><span class="sr">Instance</span><TextField type="search" placeholder="Instance" value={filter.instance ?? ''} set={(value) => set('instance', value)} /></label>
        <label class="searchbox narrow"><span class="sr">Operation</span><TextField type="search" placeholder="Operation" value={filter.operation ?? ''} set={(value) => set('operation', value)} /></label>
        <label class="searchbox narrow"><span class="sr">Who</span><TextField type="search" placeholder="Who" value={filter.who ?? ''} set={(value) => set('who', value)} /></label>
      </div>
      <Loaded of={audit} what="the audit log">
        {(page) => {
          const known = new Set(page.items.map((one) => one.id));
          const items = [...page.items, ...older.items.filter((one) => !known.has(one.id))];
          const before = older.items.length > 0 ? older.next : page.next;
          const more = () => get<Page<AuditItem>>('/audit', { ...filter, top: 100, before }).then(
            (next) => setOlder((now) => (now.of === key ? { items: [...older.items, ...(older.items.length === 0 ? page.items : []), ...next.items], next: next.next, of: key } : now)),
            (error: Error) => say(error.message, { bad: true }),
          );
          if (items.length === 0) return <Empty title="Nothing has been done here yet.">Every operation stands here, with who did it and what came of it.</Empty>;
          return (
            <div class="card wide-table">
              <table>
                <thead><tr><th>When</th><th>Who</th><th>Operation</th><th>What</th><th>Outcome</th><th>Details</th></tr></thead>
                <tbody>
                  {items.sort((a, b) => b.id - a.id).map((item) => (
                    <tr key={item.id}>
                      <td><Time at={item.time} /></td>
                      <td><Text value={item.who} />{item.from && <span class="dim"> <Text value={item.from} /></span>}</td>
                      <td><Text value={item.operation} /></td>
                      <td><Target item={item} /></td>
                      <td class={item.outcome === 'refused' || item.outcome === 'failed' ? 'bad' : undefined}>{outcomes[item.outcome ?? ''] ?? <Text value={item.outcome} />}</td>
                      <td class="dim"><Text value={[item.details, item.message].filter((one) => one).join('; ')} /></td>
                    </tr>
                  ))}
                </tbody>
              </table>
              {before !== undefined && <p class="pad"><button type="button" class="more" onClick={more}>Older</button></p>}
            </div>
          );
        }}
      </Loaded>
    </div>
  );
}
