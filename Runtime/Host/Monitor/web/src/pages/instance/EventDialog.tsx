import { useState } from 'preact/hooks';
import { path } from '../../api/client';
import type { HistoryItem } from '../../api/types/history';
import type { Instance } from '../../api/types/instances';
import { eventWords } from '../../lib/events';
import { entityLink, instanceLink } from '../../lib/router';
import { useOperator } from '../../lib/session';
import { Dialog } from '../../ui/Dialog';
import { Payload } from '../../ui/Payload';
import { Loading } from '../../ui/States';
import { Id, Text } from '../../ui/Text';
import { Exact } from '../../ui/Time';
import { FailureView } from './DataTab';
import { ForkDialog } from './ForkDialog';

interface Props {
  instance: Instance;
  execution: number | undefined;
  item: HistoryItem | undefined;
  index: number;
  total: number;
  move: (index: number) => void;
  onClose: () => void;
}

/** One event, whole. */
export function EventDialog({ instance, execution, item, index, total, move, onClose }: Props) {
  const operator = useOperator();
  const [fork, setFork] = useState(false);
  const shown = execution ?? instance.execution;
  if (fork && item?.fork) {
    return <ForkDialog instance={instance} execution={shown} point={item.fork} name={item.name} scheduled={item.scheduled} ended={item.scheduled === undefined ? undefined : item.sequence} onClose={(done) => (done ? onClose() : setFork(false))} />;
  }
  return (
    <Dialog wide title={item ? `Event ${item.sequence}: ${eventWords(item.kind).label}` : `Event ${index + 1}`} onClose={onClose}>
      <div class="stack" onKeyDown={(event) => {
        if (event.target instanceof HTMLInputElement) return;
        if (event.key === 'ArrowLeft' && index > 0) move(index - 1);
        if (event.key === 'ArrowRight' && index < total - 1) move(index + 1);
      }}>
        <div class="row">
          <button type="button" class="button small" disabled={index === 0} onClick={() => move(index - 1)}>← Before</button>
          <button type="button" class="button small" disabled={index >= total - 1} onClick={() => move(index + 1)}>Next →</button>
          {operator && item?.fork && <button type="button" class="button small" onClick={() => setFork(true)}>Fork from here…</button>}
        </div>
        {!item && <Loading what="the event" />}
        {item && (
          <>
            <dl class="facts">
              <dt>Kind</dt><dd><code>{item.kind}</code>{item.masked && <span class="chip">taken back by a rewind</span>}{item.edited && <span class="chip">put there by a fork</span>}</dd>
              {item.name !== undefined && <><dt>Name</dt><dd><Text value={item.name} /></dd></>}
              {item.target !== undefined && <><dt>Target</dt><dd><a href={item.target.startsWith('@') ? entityLink(item.target) : instanceLink(item.target)} onClick={onClose}><Id value={item.target} /></a></dd></>}
              {item.turn && <><dt>Turn</dt><dd><Exact at={item.turn} /></dd></>}
              {item.time && <><dt>Its time</dt><dd><Exact at={item.time} /></dd></>}
              {item.scheduled !== undefined && <><dt>Answers</dt><dd><button type="button" class="more" onClick={() => move(item.scheduled! - 1)}>event {item.scheduled}</button></dd></>}
            </dl>
            {item.failure && <FailureView failure={item.failure} />}
            {item.payload && <Payload key={item.sequence} payload={item.payload} whole={path`/instances/${instance.id}/history/${shown}/${item.sequence}/payload`} name="payload" />}
          </>
        )}
      </div>
    </Dialog>
  );
}
