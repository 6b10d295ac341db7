/** The shapes of docs/monitor-api.md, here and in the files beside this one. Every text in them is hostile and is shown as text only. */

export const statuses = ['Running', 'Pending', 'Suspended', 'Completed', 'Failed', 'Terminated', 'Canceled', 'ContinuedAsNew'] as const;
export type Status = (typeof statuses)[number];
export type ByStatus = Partial<Record<Status, number>>;

export interface Session {
  access: 'open' | 'key';
  loggedIn: boolean;
  role?: 'operator' | 'viewer';
  who?: string;
  csrf?: string;
  hub?: string;
  timeScale: number;
  now: string;
  runsWork?: boolean;
  loginPossible?: boolean;
  remedy?: string;
}

export interface Problem {
  status: number;
  title?: string;
  detail?: string;
  field?: string;
}

export interface Payload {
  kind: 'json' | 'text';
  text: string;
  length: number;
  cut: boolean;
}

export interface Failure {
  type?: string;
  message?: string;
  stack?: string;
  inner?: Failure;
}

export interface Progress {
  completed?: number;
  total?: number;
  percent?: number;
  message?: string;
}

export interface Page<T> {
  items: T[];
  next?: string | number;
}
