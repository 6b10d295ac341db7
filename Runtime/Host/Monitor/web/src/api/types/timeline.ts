import type { ForkPoint } from './history';

export const spanKinds = ['activity', 'subOrchestration', 'timer', 'event', 'eventSent', 'entityCall', 'entitySignal', 'lock'] as const;
export type SpanKind = (typeof spanKinds)[number];
export type SpanState = 'open' | 'completed' | 'failed' | 'canceled';

export interface Attempt {
  task: number;
  start: string;
  end?: string;
  state: SpanState;
  error?: string;
  scheduled?: number;
  ended?: number;
}

export interface Span {
  task: number;
  kind: SpanKind;
  name?: string;
  target?: string;
  state: SpanState;
  start: string;
  end?: string;
  due?: string;
  granted?: string;
  scheduled?: number;
  ended?: number;
  live?: 'running' | 'queued';
  error?: string;
  attempts?: Attempt[];
  fork?: ForkPoint;
}

export interface Timeline {
  execution: number;
  started: string;
  ended?: string;
  now: string;
  total: number;
  spans: Span[];
  marks?: { kind: string; time: string; sequence?: number }[];
  next?: number | string;
}
