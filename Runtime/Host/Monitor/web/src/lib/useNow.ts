import { useEffect, useState } from 'preact/hooks';
import { engineNow } from './clock';

const listeners = new Set<(now: number) => void>();
let timer: ReturnType<typeof setInterval> | undefined;

/** The engine's time, told anew each second while somebody listens. */
export function useNow(): number {
  const [now, setNow] = useState(engineNow);
  useEffect(() => {
    listeners.add(setNow);
    timer ??= setInterval(() => {
      const at = engineNow();
      listeners.forEach((listener) => listener(at));
    }, 1000);
    return () => {
      listeners.delete(setNow);
      if (listeners.size === 0) {
        clearInterval(timer);
        timer = undefined;
      }
    };
  }, []);
  return now;
}
