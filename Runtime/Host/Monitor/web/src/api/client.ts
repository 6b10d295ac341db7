import type { Problem, Session } from './types/common';

/** Where the API is. The page is always served by the host it watches. */
const base = '/monitor/api';

/** A refusal of the API, in its own words. */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    message: string,
    readonly field?: string,
  ) {
    super(message);
  }
}

type Query = Record<string, string | number | boolean | undefined | readonly string[]>;

let session: Session | undefined;
const sessionListeners = new Set<(session: Session) => void>();

/** Tells of every change of the session: a login, a logout, one that has ended. */
export function onSession(listener: (session: Session) => void): () => void {
  sessionListeners.add(listener);
  return () => sessionListeners.delete(listener);
}

function takeSession(next: Session): Session {
  session = next;
  sessionListeners.forEach((listener) => listener(next));
  return next;
}

/** The address of a request, with what is undefined left out and lists repeated. */
export function address(path: string, query?: Query): string {
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(query ?? {})) {
    if (value === undefined || value === '') continue;
    if (typeof value === 'object') value.forEach((one) => search.append(key, one));
    else search.set(key, String(value));
  }
  const text = search.toString();
  return base + path + (text ? '?' + text : '');
}

/** A path of segments, each encoded as a whole. */
export function path(strings: TemplateStringsArray, ...parts: (string | number)[]): string {
  return strings.reduce((text, piece, index) => text + encodeURIComponent(String(parts[index - 1])) + piece);
}

async function failure(response: Response): Promise<ApiError> {
  let problem: Partial<Problem> = {};
  try {
    problem = (await response.json()) as Problem;
  } catch {
    // Not every refusal comes from the API itself: a proxy may answer in HTML.
  }
  const wait = response.headers.get('Retry-After');
  const text = problem.detail ?? problem.title ?? `The host answered ${response.status}.`;
  return new ApiError(response.status, response.status === 429 && wait ? `${text} Try again in ${wait} s.` : text, problem.field);
}

async function ask(method: string, url: string, body: unknown, signal?: AbortSignal): Promise<Response> {
  const headers: Record<string, string> = { Accept: 'application/json' };
  if (body !== undefined) headers['Content-Type'] = 'application/json';
  if (method !== 'GET' && session?.csrf) headers['X-Monitor-Csrf'] = session.csrf;
  try {
    return await fetch(url, {
      method,
      headers,
      body: body === undefined ? undefined : JSON.stringify(body),
      signal: signal ?? null,
      credentials: 'same-origin',
      redirect: 'error',
    });
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new ApiError(0, 'The host does not answer. Is it running? This page tries again by itself.');
  }
}

async function send(method: string, url: string, body?: unknown, signal?: AbortSignal): Promise<Response> {
  let response = await ask(method, url, body, signal);
  if (response.ok) return response;
  let error = await failure(response);
  if (error.status === 403 && error.field === 'X-Monitor-Csrf') {
    await loadSession();
    response = await ask(method, url, body, signal);
    if (response.ok) return response;
    error = await failure(response);
  }
  if (error.status === 401 && session?.loggedIn) await loadSession().catch(() => undefined);
  throw error;
}

async function json<T>(response: Response): Promise<T> {
  return response.status === 204 ? (undefined as T) : ((await response.json()) as T);
}

/** Reads something. */
export async function get<T>(at: string, query?: Query, signal?: AbortSignal): Promise<T> {
  return json<T>(await send('GET', address(at, query), undefined, signal));
}

/** Reads a text as it is. */
export async function getText(at: string, query?: Query, signal?: AbortSignal): Promise<string> {
  return (await send('GET', address(at, query), undefined, signal)).text();
}

/** Does something. */
export async function post<T>(at: string, body: unknown = {}): Promise<T> {
  return json<T>(await send('POST', address(at), body));
}

/** Deletes something. */
export async function remove<T>(at: string): Promise<T> {
  return json<T>(await send('DELETE', address(at)));
}

export async function loadSession(): Promise<Session> {
  return takeSession(await json<Session>(await send('GET', address('/session'))));
}

export async function login(key: string, name: string): Promise<Session> {
  return takeSession(await post<Session>('/session', name ? { key, name } : { key }));
}

export async function logout(): Promise<void> {
  await remove('/session');
  await loadSession();
}

export function currentSession(): Session | undefined {
  return session;
}
