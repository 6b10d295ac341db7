import { useEffect, useState } from 'preact/hooks';

/**
 * Routes live behind the `#`: ids hold any letters, what is searched for stays out of the logs of servers, and the host serves one page.
 * A route is a list of decoded segments and a query.
 */
export interface Route {
  segments: string[];
  query: URLSearchParams;
}

export function parseRoute(hash: string): Route {
  const text = hash.replace(/^#\/?/, '');
  const cut = text.indexOf('?');
  const path = cut < 0 ? text : text.slice(0, cut);
  return {
    segments: path.split('/').filter((segment) => segment !== '').map(decoded),
    query: new URLSearchParams(cut < 0 ? '' : text.slice(cut + 1)),
  };
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

/** The link to a route. */
export function link(segments: readonly string[], query?: URLSearchParams | Record<string, string>): string {
  const search = new URLSearchParams(query).toString();
  return '#/' + segments.map((segment) => encodeURIComponent(segment)).join('/') + (search ? '?' + search : '');
}

/** Goes to a route; `replace` without a step that the browser's Back would meet. */
export function go(to: string, replace = false): void {
  if (replace) {
    history.replaceState(null, '', to);
    dispatchEvent(new HashChangeEvent('hashchange'));
  } else {
    location.hash = to;
  }
}

export function useRoute(): Route {
  const [route, setRoute] = useState(() => parseRoute(location.hash));
  useEffect(() => {
    const changed = () => setRoute(parseRoute(location.hash));
    addEventListener('hashchange', changed);
    return () => removeEventListener('hashchange', changed);
  }, []);
  return route;
}

export const instanceLink = (id: string, tab?: string, query?: Record<string, string>): string => link(tab ? ['instances', id, tab] : ['instances', id], query);
export const entityLink = (id: string): string => link(['entities', id]);
