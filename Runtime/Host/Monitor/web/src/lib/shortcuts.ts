import { useEffect, useRef } from 'preact/hooks';

export interface Shortcut {
  /** One key, or two that follow each other, such as `g i`. */
  keys: string;
  does: string;
  /** Returns false when it has nothing to do now: the key then has its usual meaning. */
  run: () => void | false;
}

const layers: { current: Shortcut[] }[] = [];
let first = '';
let firstAt = 0;

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName));
}

function pressed(event: KeyboardEvent): void {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || isTyping(event.target)) return;
  if (document.querySelector('dialog[open]')) return;
  const key = event.key;
  const pair = event.timeStamp - firstAt < 1200 && first ? `${first} ${key}` : undefined;
  for (const layer of [...layers].reverse()) {
    const hit = (pair ? layer.current.find((one) => one.keys === pair) : undefined) ?? layer.current.find((one) => one.keys === key);
    if (hit && hit.run() !== false) {
      event.preventDefault();
      first = '';
      return;
    }
  }
  first = key;
  firstAt = event.timeStamp;
}

/** Listens for shortcuts as long as the component is there; those of later components come first. */
export function useShortcuts(shortcuts: Shortcut[]): void {
  const layer = useRef(shortcuts);
  layer.current = shortcuts;
  useEffect(() => {
    if (layers.length === 0) addEventListener('keydown', pressed);
    layers.push(layer);
    return () => {
      layers.splice(layers.indexOf(layer), 1);
      if (layers.length === 0) removeEventListener('keydown', pressed);
    };
  }, []);
}

/** All that can be pressed now, for the help. */
export function activeShortcuts(): Shortcut[] {
  return layers.flatMap((layer) => layer.current);
}
