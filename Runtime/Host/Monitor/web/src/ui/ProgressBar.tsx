import type { Progress } from '../api/types/common';
import { Text } from './Text';

/** How far something is, as a bar and in words. */
export function ProgressBar({ progress, long }: { progress: Progress; long?: boolean }) {
  const { completed, total, message } = progress;
  const percent = progress.percent ?? (total ? (100 * (completed ?? 0)) / total : undefined);
  const figure = total !== undefined ? `${completed ?? 0} of ${total}` : percent !== undefined ? `${Math.round(percent)} %` : '';
  return (
    <span class={'progress' + (long ? ' long' : '')}>
      {percent !== undefined && (
        <span class="bar" role="progressbar" aria-valuemin={0} aria-valuemax={100} aria-valuenow={Math.round(percent)} aria-label={message ?? 'Progress'}>
          <span style={{ width: `${Math.min(100, Math.max(0, percent))}%` }} />
        </span>
      )}
      <span class="num">{figure}</span>
      {message && message !== figure && <Text className="dim" value={message} title={message} />}
    </span>
  );
}
