import { get, path } from '../../api/client';
import type { Instance } from '../../api/types/instances';
import type { Blocked as BlockedData, BlockedNode, Wait } from '../../api/types/waits';
import { plural, relative, spoken, timeOfDay } from '../../lib/format';
import { instanceLink, entityLink } from '../../lib/router';
import { useNow } from '../../lib/useNow';
import { useResource } from '../../lib/useResource';
import { endWords, rootCause, waitWords } from '../../lib/words';
import { Failed } from '../../ui/States';
import { Status } from '../../ui/Status';
import { Id, Text } from '../../ui/Text';

const waiting = ['Running', 'Pending', 'Suspended'];

function Since({ at, now }: { at: string | undefined; now: number }) {
  if (at === undefined) return null;
  return <>for <strong>{spoken((now - Date.parse(at)) / 1000)}</strong> (since {timeOfDay(Date.parse(at), now)})</>;
}

function WaitLine({ wait, now }: { wait: Wait; now: number }) {
  const words = waitWords(wait, now);
  return (
    <li>
      <Text value={words.what} />
      {wait.target?.startsWith('@') && <> <a href={entityLink(wait.target)}>entity</a></>}
      {wait.lockedBy && !wait.lockedBy.startsWith('@') && <> <a href={instanceLink(wait.lockedBy)}>holder</a></>}
      {words.place && <span class="chip">{words.place}</span>}
      {words.expected && <span class="chip">{words.expected}</span>}
      {wait.since && <span class="dim num"> since {relative(Date.parse(wait.since), now)}</span>}
    </li>
  );
}

function Link({ node, now, last }: { node: BlockedNode; now: number; last: boolean }) {
  return (
    <li class="chain-node">
      <div class="chain-head">
        {node.status && <Status status={node.status} brief />}
        <a href={node.id.startsWith('@') ? entityLink(node.id) : instanceLink(node.id)}><Id value={node.id} /></a>
        <span class="dim"><Text value={node.name} /></span>
        <span>{last ? 'waits for' : 'waits for the next'}</span>
      </div>
      <ul>
        {(last ? node.waits : node.waits.filter((_, index) => index > 0)).map((wait, index) => <WaitLine key={index} wait={wait} now={now} />)}
        {(node.more ?? 0) > 0 && <li class="dim">and {plural(node.more!, 'other wait')}</li>}
      </ul>
    </li>
  );
}

/** Why it waits, since when, and how long still: the first thing on the page, in words. */
export function Blocked({ instance, version }: { instance: Instance; version: number }) {
  const now = useNow();
  const waits = waiting.includes(instance.status);
  const { data, error, reload } = useResource<BlockedData>(waits ? 'blocked ' + instance.id : undefined, (signal) => get(path`/instances/${instance.id}/blocked`, undefined, signal), version, 5000);

  if (!waits) {
    return (
      <section class={'blocked ended s-' + instance.status} aria-label="How it ended">
        <p class="headline">{endWords(instance.status, instance.durationSeconds)}</p>
        {instance.failure && <p class="bad"><Text value={instance.failure.message} /></p>}
      </section>
    );
  }
  if (!data) return <section class="blocked" aria-label="Blocked on">{error ? <Failed error={error} retry={reload} /> : <p class="headline dim">Looking at what it waits for…</p>}</section>;

  const cause = rootCause(data);
  if (!cause) {
    return <section class="blocked" aria-label="Blocked on"><p class="headline">{data.summary ? <Text value={capital(data.summary)} /> : 'It waits for nothing: a turn is under way.'}</p></section>;
  }
  const words = waitWords(cause.wait, now);
  const own = data.chain.length === 1;
  return (
    <section class="blocked" aria-label="Blocked on">
      <p class="headline">
        Waits for <Text value={words.what} />{!own && <> in <a href={instanceLink(cause.node.id)}><Id value={cause.node.id} /></a></>}.
      </p>
      <dl class="blocked-facts">
        <div><dt>Since</dt><dd><Since at={cause.wait.since ?? data.since} now={now} /></dd></div>
        {words.place && <div><dt>Queue</dt><dd><strong>{words.place}</strong></dd></div>}
        <div><dt>Goes on</dt><dd>{words.expected ? <strong>{words.expected}</strong> : <span class="dim">{unknown(cause.wait)}</span>}</dd></div>
      </dl>
      {(data.chain.length > 1 || cause.node.waits.length > 1) && (
        <details>
          <summary>{data.chain.length > 1 ? `How it hangs together: ${plural(data.chain.length, 'instance')}` : `It waits for ${plural(cause.node.waits.length, 'thing')} at once`}</summary>
          <ol class="chain">{data.chain.map((node, index) => <Link key={node.id} node={node} now={now} last={index === data.chain.length - 1} />)}</ol>
        </details>
      )}
    </section>
  );
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function unknown(wait: Wait): string {
  if (wait.kind === 'event') return 'when somebody raises the event';
  if (wait.kind === 'suspended') return 'when somebody resumes it';
  return 'nobody can say';
}
