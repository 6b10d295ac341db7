import { get, path } from '../../api/client';
import type { Timeline } from '../../api/types/timeline';
import { useResource, type Resource } from '../../lib/useResource';

/** More than this is not drawn: neither people nor browsers get anything out of it. */
const most = 100_000;

/** All spans of an execution, read in as many steps as the host gives them. */
export function useTimeline(id: string, execution: number | undefined, version: number): Resource<Timeline> {
  return useResource<Timeline>(`timeline ${id} ${execution}`, async (signal) => {
    const first = await get<Timeline>(path`/instances/${id}/timeline`, { execution, top: 10_000 }, signal);
    let { next } = first;
    const spans = first.spans;
    while (next !== undefined && spans.length < most) {
      const page: Timeline = await get<Timeline>(path`/instances/${id}/timeline`, { execution, top: 20_000, after: next }, signal);
      spans.push(...page.spans);
      next = page.next;
    }
    return { ...first, spans, next };
  }, version);
}
