import { useEffect, useRef, useState } from 'preact/hooks';
import { path, post } from '../../api/client';
import type { Instance } from '../../api/types/instances';
import type { Operation, OperationResult } from '../../api/types/operations';
import { plural } from '../../lib/format';
import { go, instanceLink } from '../../lib/router';
import { useShortcuts } from '../../lib/shortcuts';
import { Confirm } from '../../ui/Confirm';
import { Icon } from '../../ui/Icon';
import { JsonField, readJson } from '../../ui/JsonField';
import { Id } from '../../ui/Text';

const labels: Record<Operation, string> = {
  raiseEvent: 'Raise an event', suspend: 'Suspend', resume: 'Resume', terminate: 'Terminate', restart: 'Restart', rewind: 'Rewind', purge: 'Purge', fork: 'Fork from a step',
};

const said: Record<Operation, string> = {
  raiseEvent: 'Sends an external event to it. An event that nobody waits for yet is kept until somebody does.',
  suspend: 'It stops at its next turn and goes on when it is resumed. Activities that run are not cut off; their results wait.',
  resume: 'It goes on where it was suspended.',
  terminate: 'It ends at once, without a result. Activities that run are cancelled.',
  restart: 'Starts it anew with the same input.',
  rewind: 'What failed is done again; what succeeded is kept.',
  purge: 'Deletes it, its history and its payloads. This cannot be taken back.',
  fork: '',
};

function OperationDialog({ instance, operation, onClose }: { instance: Instance; operation: Exclude<Operation, 'fork'>; onClose: (result?: OperationResult) => void }) {
  const [reason, setReason] = useState('');
  const [name, setName] = useState('');
  const [payload, setPayload] = useState('');
  const [children, setChildren] = useState(true);
  const [newId, setNewId] = useState(true);
  const below = instance.children?.total ?? 0;
  const withChildren = operation === 'terminate' || operation === 'purge';
  const withReason = ['suspend', 'resume', 'terminate', 'rewind'].includes(operation);
  const run = () => {
    const body: Record<string, unknown> = {};
    if (operation === 'raiseEvent') {
      body.name = name.trim();
      const value = readJson(payload, 'The payload');
      if (value !== undefined) body.payload = value;
    }
    if (withReason && reason.trim()) body.reason = reason.trim();
    if (withChildren) body.recursive = children;
    if (operation === 'restart') body.newId = newId;
    return post<OperationResult>(path`/instances/${instance.id}/${operation}`, body);
  };
  return (
    <Confirm title={labels[operation]} action={operation === 'raiseEvent' ? 'Raise' : labels[operation]} danger={withChildren} run={run} onClose={onClose}
      leads={(result) => (result.newId && result.newId !== instance.id ? { href: instanceLink(result.newId), text: 'Open it' } : undefined)}>
      <p><Id value={instance.id} /></p>
      <p class="dim">{said[operation]}</p>
      {operation === 'raiseEvent' && (
        <>
          <label>Name of the event<input required value={name} onInput={(event) => setName(event.currentTarget.value)} /></label>
          <JsonField label="Payload" hint="(JSON; may be empty)" value={payload} set={setPayload} />
        </>
      )}
      {operation === 'restart' && (
        <fieldset>
          <legend>Under</legend>
          <label class="check"><input type="radio" name="new" checked={newId} onChange={() => setNewId(true)} />a new id</label>{' '}
          <label class="check"><input type="radio" name="new" checked={!newId} onChange={() => setNewId(false)} />the same id; the former run is replaced</label>
        </fieldset>
      )}
      {withChildren && <label class="check"><input type="checkbox" checked={children} onChange={(event) => setChildren(event.currentTarget.checked)} />With its sub-orchestrations{below > 0 && ` (${plural(below, 'child', 'children')})`}</label>}
      {withReason && <label>Reason <span class="dim">(optional)</span><input maxLength={1000} value={reason} onInput={(event) => setReason(event.currentTarget.value)} /></label>}
    </Confirm>
  );
}

/** What can be done with the instance in its state. Forking is done at a step, in the timeline or the history. */
export function Operations({ instance, reload }: { instance: Instance; reload: () => void }) {
  const [open, setOpen] = useState(false);
  const [operation, setOperation] = useState<Exclude<Operation, 'fork'>>();
  const box = useRef<HTMLDivElement>(null);
  useShortcuts([{ keys: 'o', does: 'Open the operations', run: () => { setOpen(true); } }]);
  useEffect(() => {
    if (!open) return;
    box.current?.querySelector<HTMLElement>('.menu-item')?.focus();
    const away = (event: Event) => {
      if (event instanceof KeyboardEvent) {
        const items = [...(box.current?.querySelectorAll<HTMLElement>('.menu-item') ?? [])];
        const at = items.indexOf(document.activeElement as HTMLElement);
        if (event.key === 'Escape') setOpen(false);
        else if (event.key === 'ArrowDown') items[(at + 1) % items.length]?.focus();
        else if (event.key === 'ArrowUp') items[(at - 1 + items.length) % items.length]?.focus();
        else return;
        event.preventDefault();
      } else if (!box.current?.contains(event.target as Node)) setOpen(false);
    };
    addEventListener('pointerdown', away);
    addEventListener('keydown', away);
    return () => {
      removeEventListener('pointerdown', away);
      removeEventListener('keydown', away);
    };
  }, [open]);
  const pick = (one: Operation) => {
    setOpen(false);
    if (one === 'fork') go(instanceLink(instance.id, 'history'), true);
    else setOperation(one);
  };
  return (
    <div class="menu-box operations" ref={box}>
      <button type="button" class="button" aria-haspopup="menu" aria-expanded={open} onClick={() => setOpen(!open)}>Operations <Icon name="down" /></button>
      {open && (
        <div class="menu-panel" role="menu">
          {instance.operations.length === 0 && <span class="dim pad">Nothing can be done with it now.</span>}
          {instance.operations.map((one) => <button type="button" key={one} role="menuitem" class={'menu-item' + (one === 'terminate' || one === 'purge' ? ' bad' : '')} onClick={() => pick(one)}>{labels[one]}…</button>)}
        </div>
      )}
      {operation && <OperationDialog instance={instance} operation={operation} onClose={(result) => {
        setOperation(undefined);
        if (result && operation === 'purge') go('#/instances');
        else if (result) reload();
      }} />}
    </div>
  );
}
