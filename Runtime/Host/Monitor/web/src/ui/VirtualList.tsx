import type { ComponentChildren } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';

/** Browsers clamp elements that are higher than some 17 million pixels; longer lists are squeezed into this. */
const highest = 12_000_000;
const spare = 8;

interface Props {
  count: number;
  rowHeight: number;
  /** A row; it is placed by the list. */
  row: (index: number, place: { position: 'absolute'; top: string; height: string }) => ComponentChildren;
  /** Told of the rows that are there after every scroll. */
  onRange?: (first: number, last: number) => void;
  /** The row that must be in view, when it changes. */
  active?: number;
  className?: string;
  role?: 'rowgroup' | 'list';
}

/** Only the rows in view are in the page. It scrolls with the element of class `scroll` that it lies in. */
export function VirtualList({ count, rowHeight, row, onRange, active, className, role }: Props) {
  const ref = useRef<HTMLDivElement>(null);
  const [view, setView] = useState({ top: 0, height: 800 });
  const real = count * rowHeight;
  const shown = Math.min(real, highest);
  const factor = shown > view.height ? Math.max(1, (real - view.height) / (shown - view.height)) : 1;

  useLayoutEffect(() => {
    const list = ref.current!;
    const scroller = list.closest('.scroll') ?? document.documentElement;
    let frame = 0;
    const measure = () => {
      frame = 0;
      const outer = scroller.getBoundingClientRect();
      const top = Math.max(0, outer.top - list.getBoundingClientRect().top);
      setView((before) => (before.top === top && before.height === outer.height ? before : { top, height: outer.height }));
    };
    const later = () => {
      frame ||= requestAnimationFrame(measure);
    };
    measure();
    scroller.addEventListener('scroll', later, { passive: true });
    const sizes = new ResizeObserver(later);
    sizes.observe(scroller);
    if (list.parentElement) sizes.observe(list.parentElement);
    return () => {
      cancelAnimationFrame(frame);
      scroller.removeEventListener('scroll', later);
      sizes.disconnect();
    };
  }, []);

  const virtualTop = view.top * factor;
  const first = Math.max(0, Math.floor(virtualTop / rowHeight) - spare);
  const last = Math.min(count - 1, Math.ceil((virtualTop + view.height) / rowHeight) + spare);

  useEffect(() => {
    if (count > 0) onRange?.(first, last);
  }, [first, last, count]);

  useEffect(() => {
    if (active === undefined || active < 0) return;
    const list = ref.current!;
    const scroller = list.closest('.scroll');
    if (!scroller) return;
    const head = parseFloat(getComputedStyle(scroller).getPropertyValue('--sticky')) || 40;
    const listTop = list.getBoundingClientRect().top - scroller.getBoundingClientRect().top + scroller.scrollTop;
    const at = listTop + (active * rowHeight) / factor;
    if (at < scroller.scrollTop + head) scroller.scrollTop = at - head - rowHeight;
    else if (at + rowHeight > scroller.scrollTop + scroller.clientHeight) scroller.scrollTop = at + 2 * rowHeight - scroller.clientHeight;
  }, [active]);

  const rows: ComponentChildren[] = [];
  for (let index = first; index <= last; index++) {
    rows.push(row(index, { position: 'absolute', top: `${view.top + (index * rowHeight - virtualTop)}px`, height: `${rowHeight}px` }));
  }
  return <div ref={ref} class={'virtual ' + (className ?? '')} role={role} style={{ height: `${shown}px` }}>{rows}</div>;
}
