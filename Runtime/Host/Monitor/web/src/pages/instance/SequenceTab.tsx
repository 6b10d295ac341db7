import { useMemo, useState } from 'preact/hooks';
import type { Instance } from '../../api/types/instances';
import type { Span } from '../../api/types/timeline';
import { duration } from '../../lib/format';
import { sequenceOf } from '../../lib/sequence';
import { useNow } from '../../lib/useNow';
import { Empty, Loaded } from '../../ui/States';
import { useMedia } from '../../ui/useMedia';
import { VirtualList } from '../../ui/VirtualList';
import { SpanDialog } from './SpanDialog';
import { useTimeline } from './useTimeline';
import { go, instanceLink } from '../../lib/router';

/** Who was asked and who answered, one message a line. */
export function SequenceTab({ instance, execution, version }: { instance: Instance; execution: number | undefined; version: number }) {
  const timeline = useTimeline(instance.id, execution, version);
  const narrow = useMedia('(max-width: 900px)');
  const now = useNow();
  const [open, setOpen] = useState<Span>();
  const data = timeline.data;
  const sequence = useMemo(() => sequenceOf(instance.name, data?.spans ?? [], 9), [data, instance.name]);
  const columns = sequence.participants.length;
  const middle = (column: number) => ((column + 0.5) / columns) * 100;
  return (
    <Loaded of={timeline} what="the sequence">
      {({ started }) => sequence.messages.length === 0 ? <Empty title="Nobody has been spoken to yet." /> : (
        <div class={'table sequence' + (narrow ? ' narrow' : '')} role="table" aria-label="Sequence" aria-rowcount={sequence.messages.length + 1}>
          <div class="thead" role="row">
            <span role="columnheader">Time</span>
            {narrow ? <span role="columnheader">Message</span> : <span class="heads" role="columnheader">{sequence.participants.map((name, index) => <bdi key={index} title={name}>{name}</bdi>)}</span>}
          </div>
          <VirtualList count={sequence.messages.length} rowHeight={28} role="rowgroup"
            row={(index, place) => {
              const message = sequence.messages[index]!;
              const who = sequence.participants[message.column]!;
              const sentence = message.out ? `to ${who}: ${message.label || 'call'}` : `from ${who}: ${message.label}`;
              const [left, right] = [middle(0), middle(message.column)];
              return (
                <div key={index} role="row" aria-rowindex={index + 2} class="tr" style={place}>
                  <span role="cell" class="num dim">+{duration((message.at - Date.parse(started)) / 1000)}</span>
                  <span role="cell" class="wire">
                    {!narrow && sequence.participants.map((_, column) => <i key={column} class="life" style={{ left: `${middle(column)}%` }} />)}
                    {narrow
                      ? <button type="button" class={'message' + (message.failed ? ' bad' : '')} onClick={() => setOpen(message.span)}>{message.out ? '→' : '←'} <bdi>{who}</bdi> <span class="dim"><bdi>{message.label}</bdi></span></button>
                      : <button type="button" class={'message' + (message.out ? ' out' : ' in') + (message.failed ? ' bad' : '')} style={{ left: `${left}%`, width: `${right - left}%` }} aria-label={sentence} title={sentence} onClick={() => setOpen(message.span)}><bdi>{message.failed && '✕ '}{message.label}</bdi></button>}
                  </span>
                </div>
              );
            }} />
          {open && data && <SpanDialog instance={instance} execution={data.execution} span={open} now={now} onClose={() => setOpen(undefined)} show={() => go(instanceLink(instance.id, 'history'), true)} />}
        </div>
      )}
    </Loaded>
  );
}
