import { useState } from 'preact/hooks';
import { ApiError, post } from '../../api/client';
import type { Batch, BatchAction, BatchPreview, BatchRequest } from '../../api/types/operations';
import { engineNow } from '../../lib/clock';
import { batchFilter, isNarrowed, type Filters } from '../../lib/filters';
import { count, plural } from '../../lib/format';
import { useOperator } from '../../lib/session';
import { Dialog } from '../../ui/Dialog';
import { Icon } from '../../ui/Icon';
import { Loading } from '../../ui/States';
import { Status } from '../../ui/Status';
import { Id, Text } from '../../ui/Text';
import { say } from '../../ui/toasts';

const actions: { action: BatchAction; label: string; does: string }[] = [
  { action: 'suspend', label: 'Suspend', does: 'suspended' },
  { action: 'resume', label: 'Resume', does: 'resumed' },
  { action: 'terminate', label: 'Terminate', does: 'terminated' },
  { action: 'restart', label: 'Restart', does: 'started anew under new ids' },
  { action: 'rewind', label: 'Rewind', does: 'taken up where they failed' },
  { action: 'purge', label: 'Purge', does: 'deleted with their history' },
];

const recursive: BatchAction[] = ['terminate', 'purge'];

function BatchDialog({ action, request, onClose }: { action: (typeof actions)[number]; request: Omit<BatchRequest, 'action'>; onClose: (started: boolean) => void }) {
  const [preview, setPreview] = useState<BatchPreview>();
  const [error, setError] = useState<string>();
  const [reason, setReason] = useState('');
  const [children, setChildren] = useState(true);
  const [typed, setTyped] = useState('');
  const [busy, setBusy] = useState(false);
  const [asked, setAsked] = useState(false);
  const fail = (reason: unknown) => setError(reason instanceof ApiError ? reason.message : String(reason));
  if (!asked) {
    setAsked(true);
    post<BatchPreview>('/batches/preview', { action: action.action, ...request }).then(setPreview, fail);
  }
  const grave = preview !== undefined && recursive.includes(action.action) && preview.applicable > 20;
  const ready = preview !== undefined && preview.applicable > 0 && !busy && (!grave || typed.trim().replace(/\D/g, '') === String(preview.applicable));
  const start = async (event: Event) => {
    event.preventDefault();
    if (!ready) return;
    setBusy(true);
    try {
      await post<Batch>('/batches', {
        action: action.action, ...request, expected: preview.applicable,
        ...(reason.trim() ? { reason: reason.trim() } : {}),
        ...(recursive.includes(action.action) ? { recursive: children } : {}),
      });
      say(`${action.label}: ${plural(preview.applicable, 'instance')} under way.`, { href: '#/batches', hrefText: 'Watch it' });
      onClose(true);
    } catch (reason) {
      fail(reason);
      setBusy(false);
    }
  };
  return (
    <Dialog title={`${action.label} many`} onClose={() => onClose(false)}>
      <form class="stack" onSubmit={start}>
        {!preview && !error && <Loading what="what would be touched" />}
        {preview && (
          <>
            <p><strong class="num big">{count(preview.applicable)}</strong> of {preview.complete === false ? 'at least ' : ''}{plural(preview.matching, 'instance')} {preview.applicable === 1 ? 'is' : 'are'} in a state that allows it and will be {action.does}. The others are left alone.</p>
            <ul class="legend-list">{Object.entries(preview.byStatus).map(([status, number]) => <li key={status}><Status status={status} /> <span class="num">{count(number)}</span></li>)}</ul>
            {(preview.sample?.length ?? 0) > 0 && <p class="dim">Among them: {preview.sample!.slice(0, 5).map((id, index) => <span key={id}>{index > 0 && ', '}<Id value={id} /></span>)}</p>}
            {recursive.includes(action.action) && <label class="check"><input type="checkbox" checked={children} onChange={(event) => setChildren(event.currentTarget.checked)} />With their sub-orchestrations</label>}
            {action.action !== 'purge' && <label>Reason <span class="dim">(optional)</span><input maxLength={1000} value={reason} onInput={(event) => setReason(event.currentTarget.value)} /></label>}
            {grave && <label>To confirm, type the number <strong class="num">{preview.applicable}</strong><input inputMode="numeric" value={typed} onInput={(event) => setTyped(event.currentTarget.value)} /></label>}
          </>
        )}
        {error && <p class="form-error" role="alert"><Icon name="warn" /> <Text value={error} /></p>}
        <footer>
          <button type="button" class="button" onClick={() => onClose(false)}>Cancel</button>
          <button type="submit" class={'button ' + (recursive.includes(action.action) ? 'danger' : 'primary')} disabled={!ready}>{preview ? `${action.label} ${plural(preview.applicable, 'instance')}` : action.label}</button>
        </footer>
      </form>
    </Dialog>
  );
}

/** What can be done with all that fits the filters, or with those that are selected. */
export function BatchBar({ filters, selected, clear, matching }: { filters: Filters; selected: ReadonlySet<string>; clear: () => void; matching: number | undefined }) {
  const operator = useOperator();
  const [action, setAction] = useState<(typeof actions)[number]>();
  if (!operator) return null;
  const some = selected.size > 0;
  const what = some ? `${plural(selected.size, 'instance')} selected` : isNarrowed(filters) ? `All ${matching === undefined ? '' : count(matching) + ' '}that fit the filters` : '';
  if (what === '') return null;
  return (
    <div class={'batchbar' + (some ? ' some' : '')} role="group" aria-label="Do with many">
      <span>{what}:</span>
      {actions.map((one) => <button type="button" key={one.action} class="button small" onClick={() => setAction(one)}>{one.label}</button>)}
      {some && <button type="button" class="more" onClick={clear}>Clear the selection</button>}
      {action && (
        <BatchDialog key={action.action} action={action} request={some ? { ids: [...selected] } : { filter: batchFilter(filters, engineNow()) }}
          onClose={(started) => { setAction(undefined); if (started) clear(); }} />
      )}
    </div>
  );
}
