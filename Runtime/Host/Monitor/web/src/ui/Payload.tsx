import { useState } from 'preact/hooks';
import { ApiError, address, getText } from '../api/client';
import type { Payload as PayloadValue } from '../api/types/common';
import { size, visible } from '../lib/format';
import { JsonNumber, JsonObject, parseJson, type JsonValue } from '../lib/json';
import { Icon } from './Icon';
import { say } from './toasts';

const longest = 600;
const most = 100;

function LongText({ text, quoted }: { text: string; quoted?: boolean }) {
  const [open, setOpen] = useState(false);
  const isLong = text.length > longest;
  const shown = isLong && !open ? text.slice(0, longest) : text;
  const lines = shown.includes('\n');
  return (
    <span class={(quoted ? 'j-string' : '') + (lines ? ' block' : '')}>
      {quoted && '"'}{visible(shown)}{isLong && !open && '…'}{quoted && '"'}
      {isLong && <button type="button" class="more" onClick={() => setOpen(!open)}>{open ? 'less' : `${size(text.length - longest)} more`}</button>}
    </span>
  );
}

function Member({ name, value, depth }: { name?: string; value: JsonValue; depth: number }) {
  const entries: [string | undefined, JsonValue][] | undefined =
    value instanceof JsonObject ? value.members
    : Array.isArray(value) ? value.map((item): [undefined, JsonValue] => [undefined, item])
    : undefined;
  const [open, setOpen] = useState(depth < 2 && (entries?.length ?? 0) <= 30);
  const [shown, setShown] = useState(most);
  const label = name === undefined ? null : <span class="j-key">{visible(name)}: </span>;
  if (!entries || entries.length === 0) {
    return <div class="j-row">{label}<Scalar value={value} /></div>;
  }
  const [left, right] = Array.isArray(value) ? ['[', ']'] : ['{', '}'];
  return (
    <div class="j-row">
      <button type="button" class="fold" aria-expanded={open} onClick={() => setOpen(!open)}>
        <Icon name={open ? 'down' : 'right'} />{label}<span class="dim">{left}{open ? '' : `… ${entries.length}${right}`}</span>
      </button>
      {open && (
        <>
          <div class="j-in">
            {entries.slice(0, shown).map(([key, item], index) => <Member key={index} name={key} value={item} depth={depth + 1} />)}
            {entries.length > shown && <button type="button" class="more" onClick={() => setShown(shown + 10 * most)}>{entries.length - shown} more</button>}
          </div>
          <span class="dim">{right}</span>
        </>
      )}
    </div>
  );
}

function Scalar({ value }: { value: JsonValue }) {
  if (value === null) return <span class="j-null">null</span>;
  if (typeof value === 'string') return <LongText text={value} quoted />;
  if (value instanceof JsonNumber) return <span class="j-number">{value.text}</span>;
  if (typeof value === 'boolean') return <span class="j-number">{String(value)}</span>;
  return <span class="dim">{Array.isArray(value) ? '[]' : '{}'}</span>;
}

/** A text as JSON that folds, or as it is. */
export function Content({ text, kind }: { text: string; kind?: string }) {
  const value = kind === 'text' ? undefined : parseJson(text);
  return <div class="payload mono">{value === undefined ? <LongText text={text} /> : <Member value={value} depth={0} />}</div>;
}

/** A payload: its beginning at once, the whole on request, to copy and to download. */
export function Payload({ payload, whole, name }: { payload: PayloadValue; whole: string; name: string }) {
  const [text, setText] = useState<string>();
  const [raw, setRaw] = useState(false);
  const [busy, setBusy] = useState(false);
  const load = async (): Promise<string> => {
    const loaded = text ?? (payload.cut ? await getText(whole) : payload.text);
    setText(loaded);
    return loaded;
  };
  const run = (action: () => Promise<void>) => {
    setBusy(true);
    action()
      .catch((error: unknown) => say(error instanceof ApiError ? error.message : 'The browser did not allow that.', { bad: true }))
      .finally(() => setBusy(false));
  };
  const shown = text ?? payload.text;
  const cut = payload.cut && text === undefined;
  return (
    <div class="payload-box">
      <div class="payload-tools">
        <span class="dim">{payload.kind === 'json' ? 'JSON' : 'Text'}, {size(payload.length)}</span>
        {cut && <button type="button" class="more" disabled={busy} onClick={() => run(async () => void (await load()))}>Show all</button>}
        {!cut && payload.kind === 'json' && <button type="button" class="more" aria-pressed={raw} onClick={() => setRaw(!raw)}>{raw ? 'Folded' : 'Raw'}</button>}
        <button type="button" class="more" disabled={busy} aria-label={`Copy ${name}`} onClick={() => run(async () => {
          await navigator.clipboard.writeText(await load());
          say('Copied.');
        })}><Icon name="copy" /> Copy</button>
        <a class="more" href={address(whole, { download: true })} download><Icon name="download" /> Download</a>
      </div>
      {cut || raw ? <div class="payload mono"><LongText text={shown + (cut ? '…' : '')} /></div> : <Content text={shown} kind={payload.kind} />}
    </div>
  );
}
