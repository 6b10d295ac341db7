import { visible } from '../lib/format';

/** Hostile text: never markup, with its control and direction letters made visible and its writing direction kept to itself. */
export function Text({ value, className, title }: { value: string | undefined; className?: string; title?: string }) {
  return <bdi class={className} title={title === undefined ? undefined : visible(title)}>{visible(value ?? '')}</bdi>;
}

/** An id or another machine's name. */
export function Id({ value, className = '' }: { value: string; className?: string }) {
  return <bdi class={'id ' + className} title={visible(value)}>{visible(value)}</bdi>;
}
