import { useEffect, useRef, useState } from 'preact/hooks';
import { useChanges } from '../api/changes';
import { get, post } from '../api/client';
import type { Page } from '../api/types/common';
import type { Entity } from '../api/types/entities';
import type { OperationResult } from '../api/types/operations';
import { count, size } from '../lib/format';
import { entityLink, go, instanceLink, link } from '../lib/router';
import { useOperator } from '../lib/session';
import { useResource } from '../lib/useResource';
import { Confirm } from '../ui/Confirm';
import { Empty, Loaded } from '../ui/States';
import { Id, Text } from '../ui/Text';
import { TextField } from '../ui/TextField';
import { Time } from '../ui/Time';
import { say } from '../ui/toasts';

type Entities = Page<Entity> & { names?: string[] };

function CleanDialog({ onClose }: { onClose: (result?: OperationResult) => void }) {
  const [removeEmpty, setRemoveEmpty] = useState(true);
  const [releaseLocks, setReleaseLocks] = useState(true);
  return (
    <Confirm title="Clean the entities" action="Clean" onClose={onClose} run={() => post<OperationResult>('/entities/clean', { removeEmpty, releaseLocks })}>
      <label class="check"><input type="checkbox" checked={removeEmpty} onChange={(event) => setRemoveEmpty(event.currentTarget.checked)} />Remove those without a state</label>
      <label class="check"><input type="checkbox" checked={releaseLocks} onChange={(event) => setReleaseLocks(event.currentTarget.checked)} />Release locks whose holders have ended</label>
    </Confirm>
  );
}

export function EntitiesPage({ query }: { query: URLSearchParams }) {
  const { version } = useChanges();
  const operator = useOperator();
  const [clean, setClean] = useState(false);
  const name = query.get('name') ?? '';
  const idPrefix = query.get('idPrefix') ?? '';
  const key = JSON.stringify([name, idPrefix]);
  const ask = (after?: string | number, signal?: AbortSignal) => get<Entities>('/entities', { name, idPrefix, top: 200, after }, signal);
  const entities = useResource<Entities>('entities ' + key, (signal) => ask(undefined, signal), version);
  const [more, setMore] = useState<Entities>();
  const current = useRef(key);
  current.current = key;
  useEffect(() => setMore(undefined), [key]);
  const loadMore = (next: string | number) => ask(next).then(
    (found) => {
      if (current.current === key) setMore({ items: [...(more?.items ?? []), ...found.items], next: found.next });
    },
    (error: Error) => say(error.message, { bad: true }),
  );
  const set = (field: string, value: string) => {
    const next = new URLSearchParams(query);
    if (value) next.set(field, value);
    else next.delete(field);
    go(link(['entities'], next), true);
  };
  return (
    <div class="page">
      <h1>Entities</h1>
      <div class="filter-line tab-tools">
        <label class="select"><span class="sr">Name</span>
          <select value={name} onChange={(event) => set('name', event.currentTarget.value)}>
            <option value="">All names</option>
            {[...new Set([...(entities.data?.names ?? []), ...(name ? [name] : [])])].map((one) => <option key={one} value={one}>{one}</option>)}
          </select>
        </label>
        <label class="searchbox narrow"><span class="sr">Beginning of the id</span><TextField type="search" placeholder="Id begins with, such as @counter@a" value={idPrefix} set={(value) => set('idPrefix', value)} /></label>
        {operator && <button type="button" class="button" onClick={() => setClean(true)}>Clean…</button>}
      </div>
      <Loaded of={entities} what="the entities">
        {(page) => {
          const known = new Set(page.items.map((one) => one.id));
          const items = [...page.items, ...(more?.items ?? []).filter((one) => !known.has(one.id))];
          const next = more ? more.next : page.next;
          if (items.length === 0) return <Empty title={name || idPrefix ? 'No entity fits.' : 'There are no entities yet.'} />;
          return (
            <div class="card wide-table">
              <table>
                <thead><tr><th>Id</th><th>Updated</th><th>State</th><th class="r">Messages waiting</th><th>Locked by</th></tr></thead>
                <tbody>
                  {items.map((one) => (
                    <tr key={one.id}>
                      <td><a href={entityLink(one.id)}><Id value={one.id} /></a></td>
                      <td><Time at={one.updated} /></td>
                      <td class="num">{one.stateLength ? size(one.stateLength) : <span class="dim">none</span>}</td>
                      <td class="r">{count(one.waiting ?? 0)}</td>
                      <td>{one.lockedBy && <a href={instanceLink(one.lockedBy)}><Text value={one.lockedBy} /></a>}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
              {next !== undefined && <p class="pad"><button type="button" class="more" onClick={() => loadMore(next)}>More</button></p>}
            </div>
          );
        }}
      </Loaded>
      {clean && <CleanDialog onClose={(result) => { setClean(false); if (result) entities.reload(); }} />}
    </div>
  );
}
