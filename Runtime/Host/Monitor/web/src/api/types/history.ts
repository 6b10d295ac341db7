import type { Failure, Payload } from './common';

export interface ForkPoint {
  afterEvent: number;
  input?: boolean;
  result?: boolean;
}

export interface HistoryItem {
  sequence: number;
  kind: string;
  task?: number;
  name?: string;
  target?: string;
  time?: string;
  turn?: string;
  scheduled?: number;
  payload?: Payload;
  failure?: Failure;
  masked?: boolean;
  edited?: boolean;
  fork?: ForkPoint;
}

export interface HistoryPage {
  execution: number;
  total: number;
  items: HistoryItem[];
  next?: number;
}
