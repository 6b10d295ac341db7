import type { Status } from './common';

export interface Wait {
  kind: string;
  since?: string;
  name?: string;
  target?: string;
  task?: number;
  live?: 'running' | 'queued' | 'unknown';
  runningSince?: string;
  place?: number;
  waiting?: number;
  running?: number;
  limit?: number;
  due?: string;
  retryOf?: string;
  lockedBy?: string;
  pools?: string[];
  class?: string;
  expected?: string;
  expectedSeconds?: number;
  offered?: boolean | string;
  lease?: string;
  message?: string;
  summary?: string;
}

export interface BlockedNode {
  id: string;
  name?: string;
  status?: Status;
  waits: Wait[];
  more?: number;
}

export interface Blocked {
  id: string;
  status: Status;
  since?: string;
  now: string;
  leaf?: BlockedNode | Wait;
  summary?: string;
  chain: BlockedNode[];
}
