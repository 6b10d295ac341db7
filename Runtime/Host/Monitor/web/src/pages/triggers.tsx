import { useState } from 'preact/hooks';
import { useChanges } from '../api/changes';
import { get, path, post, remove } from '../api/client';
import type { Page } from '../api/types/common';
import type { OperationResult } from '../api/types/operations';
import type { QueueMessage, Triggers } from '../api/types/triggers';
import { count, plural } from '../lib/format';
import { link } from '../lib/router';
import { useOperator } from '../lib/session';
import { useResource } from '../lib/useResource';
import { Confirm } from '../ui/Confirm';
import { Payload } from '../ui/Payload';
import { Empty, Loaded } from '../ui/States';
import { Id, Text } from '../ui/Text';
import { Time } from '../ui/Time';
import { say } from '../ui/toasts';

interface Asked {
  title: string;
  action: string;
  danger: boolean;
  text: string;
  run: () => Promise<OperationResult>;
}

function Messages({ queue, poison, version }: { queue: string; poison: boolean; version: number }) {
  const operator = useOperator();
  const [asked, setAsked] = useState<Asked>();
  const [more, setMore] = useState<Page<QueueMessage>>();
  const first = useResource<Page<QueueMessage>>('messages ' + queue, (signal) => get(path`/queues/${queue}/messages`, { top: 50 }, signal), version);
  const act = (title: string, action: string, danger: boolean, text: string, run: () => Promise<OperationResult>) => setAsked({ title, action, danger, text, run });
  return (
    <section class="card">
      <header>
        <h2>Messages of <Id value={queue} /></h2>
        {operator && poison && (
          <div class="row">
            <button type="button" class="button small" onClick={() => act('Send all again', 'Send all again', false, `All messages of ${queue} go back to their queue.`, () => post(path`/queues/${queue}/resend`))}>Send all again…</button>
            <button type="button" class="button small danger" onClick={() => act('Delete all', 'Delete all', true, `All messages of ${queue} are deleted. This cannot be taken back.`, () => remove(path`/queues/${queue}/messages`))}>Delete all…</button>
          </div>
        )}
      </header>
      <Loaded of={first} what="the messages">
        {(page) => {
          const known = new Set(page.items.map((one) => one.id));
          const items = [...page.items, ...(more?.items ?? []).filter((one) => !known.has(one.id))];
          const next = more ? more.next : page.next;
          if (items.length === 0) return <Empty title="There is no message." />;
          return (
            <ul class="messages">
              {items.map((message) => (
                <li key={message.id}>
                  <div class="row">
                    <Id value={message.id} />
                    <span class="dim">put <Time at={message.inserted} otherwise="?" /></span>
                    {message.dequeued !== undefined && <span class="dim">tried {plural(message.dequeued, 'time')}</span>}
                    {message.taken && <span class="chip">being worked on</span>}
                    {operator && (
                      <span class="row push">
                        {poison && <button type="button" class="button small" onClick={() => act('Send again', 'Send again', false, `The message ${message.id} goes back to its queue.`, () => post(path`/queues/${queue}/messages/${message.id}/resend`))}>Send again…</button>}
                        <button type="button" class="button small danger" onClick={() => act('Delete the message', 'Delete', true, `The message ${message.id} of ${queue} is deleted. This cannot be taken back.`, () => remove(path`/queues/${queue}/messages/${message.id}`))}>Delete…</button>
                      </span>
                    )}
                  </div>
                  {message.body && <Payload payload={message.body} whole={path`/queues/${queue}/messages/${message.id}/body`} name="message" />}
                </li>
              ))}
              {next !== undefined && <li><button type="button" class="more" onClick={() => get<Page<QueueMessage>>(path`/queues/${queue}/messages`, { top: 50, after: next }).then((found) => setMore({ items: [...(more?.items ?? []), ...found.items], next: found.next }), (error: Error) => say(error.message, { bad: true }))}>More</button></li>}
            </ul>
          );
        }}
      </Loaded>
      {asked && <Confirm title={asked.title} action={asked.action} danger={asked.danger} run={asked.run} onClose={(result) => { setAsked(undefined); if (result) { setMore(undefined); first.reload(); } }}><p><Text value={asked.text} /></p></Confirm>}
    </section>
  );
}

export function TriggersPage({ queue }: { queue?: string }) {
  const { version } = useChanges();
  const triggers = useResource<Triggers>('triggers', (signal) => get('/triggers', undefined, signal), version, 5000);
  return (
    <div class="page">
      <h1>Queues and timers</h1>
      <Loaded of={triggers} what="queues and timers">
        {(data) => (
          <>
            <dl class="figures">
              {data.activities && <div><dt>Activities</dt><dd class="num">{count(data.activities.running)} of {count(data.activities.limit)} run, {count(data.activities.queued)} wait</dd></div>}
              {data.inbox !== undefined && <div><dt>Messages not taken in</dt><dd class="num">{count(data.inbox)}</dd></div>}
              {data.timersArmed !== undefined && <div><dt>Durable timers</dt><dd class="num">{count(data.timersArmed)}{data.nextTimer && <>, next <Time at={data.nextTimer} /></>}</dd></div>}
              {data.resident !== undefined && <div><dt>In memory</dt><dd class="num">{plural(data.resident, 'instance')}</dd></div>}
            </dl>
            <section class="card">
              <h2>Queues</h2>
              {data.queues.length === 0 ? <Empty title="No function listens to a queue." /> : (
                <div class="wide-table">
                  <table>
                    <thead><tr><th>Queue</th><th>Function</th><th class="r">Waiting</th><th class="r">Hidden</th><th>Oldest</th><th>Poison</th></tr></thead>
                    <tbody>
                      {data.queues.map((one) => (
                        <tr key={one.queue + one.function}>
                          <td><a href={link(['triggers', one.queue])} aria-current={queue === one.queue ? 'true' : undefined}><Id value={one.queue} /></a>{one.store === 'storage' && <span class="chip">storage account</span>}{one.disabled && <span class="chip warn">switched off</span>}</td>
                          <td><Text value={one.function} /></td>
                          <td class="r">{count(one.length)}</td>
                          <td class="r">{count(one.hidden)}</td>
                          <td><Time at={one.oldest} /></td>
                          <td>{one.poison && <a class={one.poisonLength ? 'bad' : undefined} href={link(['triggers', one.poison])} aria-current={queue === one.poison ? 'true' : undefined}>{one.poisonLength ? '✕ ' : ''}{plural(one.poisonLength ?? 0, 'message')}</a>}</td>
                        </tr>
                      ))}
                    </tbody>
                  </table>
                </div>
              )}
            </section>
            {queue !== undefined && <Messages key={queue} queue={queue} poison={data.queues.some((one) => one.poison === queue)} version={version} />}
            <section class="card">
              <h2>Timer functions</h2>
              {data.timers.length === 0 ? <Empty title="No function runs on a timer." /> : (
                <div class="wide-table">
                  <table>
                    <thead><tr><th>Function</th><th>Schedule</th><th>Last run</th><th>Next run</th></tr></thead>
                    <tbody>{data.timers.map((one) => <tr key={one.function}><td><Text value={one.function} />{one.disabled && <span class="chip warn">switched off</span>}</td><td><code><Text value={one.schedule} /></code></td><td><Time at={one.last} otherwise="never" /></td><td><Time at={one.next} otherwise="–" /></td></tr>)}</tbody>
                  </table>
                </div>
              )}
            </section>
          </>
        )}
      </Loaded>
    </div>
  );
}
