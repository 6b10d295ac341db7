import { useEffect, useState } from 'preact/hooks';
import { hear } from '../lib/clock';
import { address, currentSession, loadSession } from './client';

/** What the host says of changes: `version` grows with every one, `instance` counts those of the instance that is watched. */
export interface Changes {
  version: number;
  instance: number;
  connected: boolean;
}

let state: Changes = { version: 0, instance: 0, connected: true };
let watched: string | undefined;
let source: EventSource | undefined;
let retry: ReturnType<typeof setTimeout> | undefined;
let wanted = false;
const listeners = new Set<(state: Changes) => void>();

function set(next: Partial<Changes>): void {
  state = { ...state, ...next };
  listeners.forEach((listener) => listener(state));
}

function nowOf(event: Event): void {
  try {
    const data = JSON.parse((event as MessageEvent<string>).data) as { now?: string };
    hear(data.now);
  } catch {
    // An event that cannot be read still says that something changed.
  }
}

function open(): void {
  close();
  if (!wanted || document.hidden) return;
  const stream = new EventSource(address('/changes', { instance: watched }));
  source = stream;
  stream.addEventListener('hello', (event) => {
    nowOf(event);
    set({ connected: true, version: state.version + 1, instance: state.instance + 1 });
  });
  stream.addEventListener('instances', (event) => {
    nowOf(event);
    set({ version: state.version + 1 });
  });
  stream.addEventListener('instance', () => set({ instance: state.instance + 1 }));
  stream.addEventListener('error', () => {
    if (source !== stream) return;
    close();
    set({ connected: false });
    // Not left to EventSource: it gives up at a refusal, and a session that has ended must lead to the login.
    retry = setTimeout(() => {
      loadSession()
        .then(() => currentSession()?.loggedIn && open())
        .catch(() => open());
    }, 2000);
  });
}

function close(): void {
  clearTimeout(retry);
  source?.close();
  source = undefined;
}

// A browser opens six connections to a host: tabs in the background give theirs back.
document.addEventListener('visibilitychange', () => (document.hidden ? close() : open()));

/** Begins to listen, with the instance that is looked at, if one is. */
export function watch(instance: string | undefined): void {
  if (wanted && watched === instance && source) return;
  watched = instance;
  wanted = true;
  open();
}

export function stopWatching(): void {
  wanted = false;
  close();
}

export function useChanges(): Changes {
  const [current, setCurrent] = useState(state);
  useEffect(() => {
    setCurrent(state);
    listeners.add(setCurrent);
    return () => {
      listeners.delete(setCurrent);
    };
  }, []);
  return current;
}
