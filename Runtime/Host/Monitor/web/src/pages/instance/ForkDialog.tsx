import { useEffect, useState } from 'preact/hooks';
import { getText, path, post } from '../../api/client';
import type { ForkPoint } from '../../api/types/history';
import type { Instance } from '../../api/types/instances';
import type { OperationResult } from '../../api/types/operations';
import { instanceLink } from '../../lib/router';
import { Confirm } from '../../ui/Confirm';
import { JsonField, readJson } from '../../ui/JsonField';
import { Text } from '../../ui/Text';

interface Props {
  instance: Instance;
  execution: number;
  point: ForkPoint;
  name: string | undefined;
  /** The events that hold the step's input and result, to begin from. */
  scheduled: number | undefined;
  ended: number | undefined;
  /** Told whether there is a fork now. */
  onClose: (done: boolean) => void;
}

type Way = 'keep' | 'input' | 'result';

/** A new instance that shares this one's past up to a step. */
export function ForkDialog({ instance, execution, point, name, scheduled, ended, onClose }: Props) {
  const [way, setWay] = useState<Way>('keep');
  const [texts, setTexts] = useState<Partial<Record<Way, string>>>({});
  const [id, setId] = useState('');
  const sequence = way === 'input' ? scheduled : way === 'result' ? ended : undefined;
  useEffect(() => {
    if (sequence === undefined || texts[way] !== undefined) return;
    let gone = false;
    getText(path`/instances/${instance.id}/history/${execution}/${sequence}/payload`).then(
      (text) => {
        if (gone) return;
        let shown = text;
        try {
          shown = JSON.stringify(JSON.parse(text), undefined, 2);
        } catch {
          // Not JSON, or none: shown as it is.
        }
        setTexts((before) => ({ [way]: shown, ...before }));
      },
      () => undefined,
    );
    return () => {
      gone = true;
    };
  }, [way]);
  const run = () => {
    const body: Record<string, unknown> = { afterEvent: point.afterEvent, execution };
    if (id.trim()) body.id = id.trim();
    if (way !== 'keep') {
      const value = readJson(texts[way] ?? '', way === 'input' ? 'The input' : 'The result');
      if (value === undefined) throw new Error(`Write the ${way} as JSON; null for none.`);
      body[way === 'input' ? 'stepInput' : 'stepResult'] = value;
    }
    return post<OperationResult>(path`/instances/${instance.id}/fork`, body);
  };
  return (
    <Confirm title="Fork from a step" action="Fork" wide run={async () => run()} onClose={(result) => onClose(result !== undefined)} leads={(result) => (result.newId ? { href: instanceLink(result.newId), text: 'Open it' } : undefined)}>
      <p>A new instance keeps everything up to event {point.afterEvent}{name && <> (<Text value={name} />)</>} and does the rest anew. This one stays as it is.</p>
      <fieldset class="stack">
        <legend>The step itself</legend>
        <label class="check"><input type="radio" name="way" checked={way === 'keep'} onChange={() => setWay('keep')} />keeps its outcome</label>
        {point.input && <label class="check"><input type="radio" name="way" checked={way === 'input'} onChange={() => setWay('input')} />is done again with another input</label>}
        {point.result && <label class="check"><input type="radio" name="way" checked={way === 'result'} onChange={() => setWay('result')} />has another result</label>}
      </fieldset>
      {way !== 'keep' && <JsonField key={way} label={way === 'input' ? 'Input of the step' : 'Result of the step'} hint="(JSON)" rows={10} value={texts[way] ?? ''} set={(text) => setTexts((before) => ({ ...before, [way]: text }))} />}
      <label>Id of the new instance <span class="dim">(optional)</span><input maxLength={100} value={id} onInput={(event) => setId(event.currentTarget.value)} /></label>
    </Confirm>
  );
}
