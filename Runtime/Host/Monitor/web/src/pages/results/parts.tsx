import type { ComponentChildren } from 'preact';
import { Icon } from '../../ui/Icon';
import { Text } from '../../ui/Text';

/** Says that a simulator answered, where it did. */
export function Simulated({ is }: { is: boolean | undefined }) {
  return is ? <p class="stale simulated"><Icon name="warn" /> <strong>Simulated:</strong> a simulator answered, no model. This shows how the program works, not what a model would find.</p> : null;
}

export function Texts({ title, items, bad }: { title: string; items: readonly string[] | undefined; bad?: boolean }) {
  if (!items || items.length === 0) return null;
  return (
    <div class="texts">
      <h4 class={bad ? 'bad' : undefined}>{title}</h4>
      <ul class="bullets">{items.map((item, index) => <li key={index}><Text value={item} /></li>)}</ul>
    </div>
  );
}

export function Fact({ label, children }: { label: string; children: ComponentChildren }) {
  return <div><dt>{label}</dt><dd>{children}</dd></div>;
}

/** A mark as a bar with its number: a share of 1, or so many of `most`. */
export function Score({ value, most = 1 }: { value: number | undefined; most?: number }) {
  if (value === undefined) return <span class="dim">–</span>;
  return <span class="score"><meter min={0} max={most} value={value} aria-hidden="true" /><span class="num">{most === 1 ? value.toFixed(2) : `${Number(value.toFixed(1))} of ${most}`}</span></span>;
}

/** Shows a part of the page and gives it the focus. */
export function jumpTo(id: string): void {
  const part = document.getElementById(id);
  part?.scrollIntoView({ block: 'center' });
  part?.focus({ preventScroll: true });
}
