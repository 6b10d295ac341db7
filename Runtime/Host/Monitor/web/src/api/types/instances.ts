import type { ByStatus, Failure, Payload, Progress, Status } from './common';
import type { Operation } from './operations';

export interface InstanceRow {
  id: string;
  name: string;
  version?: string;
  status: Status;
  created: string;
  updated: string;
  completed?: string;
  durationSeconds?: number;
  events?: number;
  parent?: { id: string; name?: string };
  tags?: Record<string, string>;
  progress?: Progress;
  customStatus?: string;
  failure?: string;
  children?: number;
}

export interface InstancePage {
  items: InstanceRow[];
  next?: string;
  now: string;
  complete?: boolean;
  searchedTo?: string;
}

export interface Counts {
  total: number;
  byStatus: ByStatus;
  version?: number;
  now: string;
  complete?: boolean;
}

export interface Histogram {
  from?: string;
  to?: string;
  bucketSeconds?: number;
  complete?: boolean;
  buckets: { start: string; byStatus: ByStatus }[];
}

export interface ModelCost {
  model: string;
  pool?: string;
  calls: number;
  promptTokens: number;
  completionTokens: number;
  seconds: number;
  price?: number;
}

export interface Cost {
  calls: number;
  promptTokens: number;
  completionTokens: number;
  seconds: number;
  price?: number;
  complete?: boolean;
  models: ModelCost[];
}

export interface Instance extends Omit<InstanceRow, 'children' | 'customStatus' | 'failure' | 'parent'> {
  execution: number;
  executions: { execution: number; started: string; events: number }[];
  now: string;
  parent?: { id: string; name?: string; status?: Status };
  children?: { total: number; byStatus: ByStatus };
  input?: Payload;
  output?: Payload;
  customStatus?: Payload;
  failure?: Failure;
  cost?: Cost;
  forkedFrom?: { id: string; afterEvent: number };
  operations: Operation[];
  result?: boolean;
}
