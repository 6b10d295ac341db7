import type { ComponentChildren } from 'preact';
import type { ApiError } from '../api/client';
import type { Resource } from '../lib/useResource';
import { Icon } from './Icon';
import { Text } from './Text';

export function Loading({ what }: { what: string }) {
  return (
    <div class="state" role="status">
      <span class="spinner" aria-hidden="true" />
      <span>Loading {what}…</span>
    </div>
  );
}

export function Empty({ title, children }: { title: string; children?: ComponentChildren }) {
  return (
    <div class="state">
      <strong>{title}</strong>
      {children && <div class="dim">{children}</div>}
    </div>
  );
}

export function Failed({ error, retry }: { error: ApiError; retry?: () => void }) {
  return (
    <div class="state error" role="alert">
      <Icon name="warn" />
      <Text value={error.message} />
      {retry && <button type="button" class="button" onClick={retry}>Try again</button>}
    </div>
  );
}

/** What was loaded; before that, and when it cannot be, what the reader must know instead. An error beside older data is a line above it. */
export function Loaded<T>({ of, what, children }: { of: Resource<T>; what: string; children: (data: T) => ComponentChildren }) {
  if (of.data === undefined) {
    return of.error ? <Failed error={of.error} retry={of.reload} /> : <Loading what={what} />;
  }
  return (
    <>
      {of.error && <p class="stale" role="alert"><Icon name="warn" /> <Text value={of.error.message} /> What stands here may be old.</p>}
      {children(of.data)}
    </>
  );
}
