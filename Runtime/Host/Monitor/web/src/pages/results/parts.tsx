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

/** A share from 0 to 1 as a bar with its number. */
export function Score({ value, most = 1 }: { value: number | undefined; most?: number }) {
  if (value === undefined) return <span class="dim">–</span>;
  return <span class="score"><meter min={0} max={most} value={value} aria-hidden="true" /><span class="num">{value.toFixed(most === 1 ? 2 : 1)}</span></span>;
}
