import { useState } from 'preact/hooks';
import { activeShortcuts } from '../lib/shortcuts';
import { Dialog } from './Dialog';
import { Status } from './Status';
import { statuses } from '../api/types/common';

export function Help({ onClose }: { onClose: () => void }) {
  // Read once: the dialog itself changes nothing about what can be pressed.
  const [shortcuts] = useState(activeShortcuts);
  return (
    <Dialog title="Help" onClose={onClose}>
      <h3>Shortcuts</h3>
      <dl class="keys">
        {shortcuts.map((one) => (
          <div key={one.keys}>
            <dt>{one.keys.split(' ').map((key) => <kbd key={key}>{key}</kbd>)}</dt>
            <dd>{one.does}</dd>
          </div>
        ))}
        <div><dt><kbd>Tab</kbd></dt><dd>Everything else, in order; <kbd>Esc</kbd> closes a dialog</dd></div>
      </dl>
      <h3>Statuses</h3>
      <ul class="legend-list">{statuses.map((status) => <li key={status}><Status status={status} /></li>)}</ul>
      <p class="dim">Times are shown by their distance from the engine's clock; the exact time appears on hover. Links keep all filters: copy the address to show somebody the same.</p>
    </Dialog>
  );
}
