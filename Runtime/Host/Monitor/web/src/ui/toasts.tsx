import { useEffect, useState } from 'preact/hooks';
import { Icon } from './Icon';
import { Text } from './Text';

interface Toast {
  id: number;
  text: string;
  bad: boolean;
  href?: string;
  hrefText?: string;
}

let toasts: Toast[] = [];
let last = 0;
const listeners = new Set<(toasts: Toast[]) => void>();

function set(next: Toast[]): void {
  toasts = next;
  listeners.forEach((listener) => listener(next));
}

function drop(id: number): void {
  set(toasts.filter((toast) => toast.id !== id));
}

/** Says what came of something. Good news goes by itself; bad news, and what has a link, stays until it is followed or closed. */
export function say(text: string, options: { bad?: boolean; href?: string; hrefText?: string } = {}): void {
  const id = ++last;
  set([...toasts.slice(-3), { id, text, bad: options.bad ?? false, href: options.href, hrefText: options.hrefText }]);
  if (!options.bad && !options.href) setTimeout(() => drop(id), 8000);
}

export function Toasts() {
  const [shown, setShown] = useState(toasts);
  useEffect(() => {
    listeners.add(setShown);
    return () => {
      listeners.delete(setShown);
    };
  }, []);
  return (
    <div class="toasts" role="status" aria-live="polite">
      {shown.map((toast) => (
        <div key={toast.id} class={'toast' + (toast.bad ? ' bad' : '')}>
          {toast.bad && <Icon name="warn" />}
          <Text value={toast.text} />
          {toast.href && <a href={toast.href} onClick={() => drop(toast.id)}>{toast.hrefText}</a>}
          <button type="button" class="plain" aria-label="Close this message" onClick={() => drop(toast.id)}><Icon name="close" /></button>
        </div>
      ))}
    </div>
  );
}
