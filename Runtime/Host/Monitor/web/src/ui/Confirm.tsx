import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { ApiError } from '../api/client';
import type { OperationResult } from '../api/types/operations';
import { Dialog } from './Dialog';
import { Icon } from './Icon';
import { Text } from './Text';
import { say } from './toasts';

interface Props {
  title: string;
  /** What the button says. */
  action: string;
  danger?: boolean;
  wide?: boolean;
  /** Does it; a text thrown as an `Error` is shown, and the dialog stays. */
  run: () => Promise<OperationResult>;
  /** Where the answer leads, told beside its message. */
  leads?: (result: OperationResult) => { href: string; text: string } | undefined;
  onClose: (done?: OperationResult) => void;
  children: ComponentChildren;
}

/** Asks before something is done, does it, and says what came of it. */
export function Confirm({ title, action, danger, wide, run, leads, onClose, children }: Props) {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState('');
  const submit = async (event: Event) => {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    setError('');
    try {
      const result = await run();
      const to = leads?.(result);
      const text = (result.message ?? `${action}: done.`) + (result.outcome === 'accepted' ? ' It is accepted and will happen at the next turn.' : '');
      say(text, to ? { href: to.href, hrefText: to.text } : {});
      onClose(result);
    } catch (reason) {
      setError(reason instanceof ApiError || reason instanceof Error ? reason.message : String(reason));
      setBusy(false);
    }
  };
  return (
    <Dialog title={title} wide={wide} onClose={() => onClose()}>
      <form class="stack" onSubmit={submit}>
        {children}
        {error && <p class="form-error" role="alert"><Icon name="warn" /> <Text value={error} /></p>}
        <footer>
          <button type="button" class="button" onClick={() => onClose()}>Cancel</button>
          <button type="submit" class={'button ' + (danger ? 'danger' : 'primary')} disabled={busy}>{busy ? 'Working…' : action}</button>
        </footer>
      </form>
    </Dialog>
  );
}
