import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { ApiError } from '../api/client';
import { hear } from './clock';

export interface Resource<T> {
  data: T | undefined;
  error: ApiError | undefined;
  loading: boolean;
  reload: () => void;
}

interface Loaded<T> {
  key: string;
  data?: T;
  error?: ApiError;
  loading: boolean;
}

/**
 * What the host answers for `key`. It is asked again when `version` grows and each `every` milliseconds, never twice at once, and the more slowly the
 * longer an answer takes: a host with much work is not given more of it. What was there stays until the next answer, also when that is an error, but for one that says that it is gone.
 */
export function useResource<T>(key: string | undefined, load: (signal: AbortSignal) => Promise<T>, version = 0, every = 0): Resource<T> {
  const [state, setState] = useState<Loaded<T>>({ key: '', loading: true });
  const loader = useRef(load);
  loader.current = load;
  const kick = useRef<() => void>(() => undefined);

  useEffect(() => {
    if (key === undefined) return;
    const abort = new AbortController();
    let running = false;
    let dirty = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let last = 0;

    const run = async () => {
      if (abort.signal.aborted) return;
      clearTimeout(timer);
      timer = undefined;
      running = true;
      dirty = false;
      const began = performance.now();
      let wait = every;
      try {
        const data = await loader.current(abort.signal);
        if (abort.signal.aborted) return;
        hear((data as { now?: string } | undefined)?.now);
        setState({ key, data, loading: false });
      } catch (error) {
        if (abort.signal.aborted) return;
        const known = error instanceof ApiError ? error : new ApiError(0, String(error));
        setState((before) => ({ key, data: before.key === key && known.status !== 404 ? before.data : undefined, error: known, loading: false }));
        if (known.status === 0 || known.status === 503) wait = 3000;
      }
      last = performance.now() - began;
      running = false;
      if (dirty) timer = setTimeout(run, Math.max(300, 2 * last));
      else if (wait > 0) timer = setTimeout(run, Math.max(wait, 2 * last));
    };

    kick.current = () => {
      if (running) dirty = true;
      else if (timer === undefined || !dirty) {
        dirty = true;
        clearTimeout(timer);
        timer = setTimeout(run, Math.max(50, 2 * last));
      }
    };
    setState((before) => (before.key === key ? before : { key, loading: true }));
    void run();
    return () => {
      abort.abort();
      clearTimeout(timer);
      kick.current = () => undefined;
    };
  }, [key, every]);

  const seen = useRef(version);
  useEffect(() => {
    if (seen.current !== version) {
      seen.current = version;
      kick.current();
    }
  }, [version]);

  const reload = useCallback(() => kick.current(), []);
  const current = state.key === key ? state : ({ key: key ?? '', loading: key !== undefined } as Loaded<T>);
  return { data: current.data, error: current.error, loading: current.loading, reload };
}
