import type { Status as StatusName } from '../api/types/common';

const shapes: Record<StatusName, { label: string; draw: preact.ComponentChildren }> = {
  Running: { label: 'Running', draw: <path d="M5 3.2v9.6l7.5-4.8z" fill="currentColor" stroke="none" /> },
  Pending: { label: 'Pending', draw: <><circle cx="8" cy="8" r="5.5" /><path d="M8 5v3l2 1.5" /></> },
  Suspended: { label: 'Suspended', draw: <path d="M5.5 3.5v9M10.5 3.5v9" stroke-width="2.4" /> },
  Completed: { label: 'Completed', draw: <path d="M3 8.5 6.5 12 13 4.5" stroke-width="2" /> },
  Failed: { label: 'Failed', draw: <path d="m4 4 8 8M12 4l-8 8" stroke-width="2" /> },
  Terminated: { label: 'Terminated', draw: <rect x="4" y="4" width="8" height="8" rx="1" fill="currentColor" stroke="none" /> },
  Canceled: { label: 'Canceled', draw: <><circle cx="8" cy="8" r="5.5" /><path d="m4.2 4.2 7.6 7.6" /></> },
  ContinuedAsNew: { label: 'Continued as new', draw: <><path d="M12.5 8a4.5 4.5 0 1 1-1.4-3.2" /><path d="M11.5 2v3h-3" /></> },
};

export function statusLabel(status: string): string {
  return shapes[status as StatusName]?.label ?? status;
}

/** A status by shape and word, never by colour alone. */
export function Status({ status, brief }: { status: string; brief?: boolean }) {
  const shape = shapes[status as StatusName];
  return (
    <span class={'status s-' + status.replace(/[^A-Za-z]/g, '')} title={brief ? statusLabel(status) : undefined}>
      <svg viewBox="0 0 16 16" class="icon" aria-hidden="true">{shape?.draw ?? <circle cx="8" cy="8" r="3" />}</svg>
      <span class={brief ? 'sr' : undefined}>{statusLabel(status)}</span>
    </span>
  );
}
