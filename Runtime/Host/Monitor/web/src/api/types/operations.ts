import type { ByStatus } from './common';

export type Operation = 'raiseEvent' | 'suspend' | 'resume' | 'terminate' | 'restart' | 'rewind' | 'purge' | 'fork';
export type BatchAction = Exclude<Operation, 'raiseEvent' | 'fork'>;

export interface OperationResult {
  operation: string;
  id?: string;
  outcome: 'done' | 'accepted';
  message?: string;
  audit?: number;
  newId?: string;
  count?: number;
  removed?: number;
  released?: number;
}

export interface BatchFilter {
  status?: string[];
  name?: string[];
  idPrefix?: string;
  createdFrom?: string;
  createdTo?: string;
  updatedFrom?: string;
  updatedTo?: string;
  text?: string;
  tags?: string[];
  parent?: string;
}

export interface BatchRequest {
  action: BatchAction;
  filter?: BatchFilter;
  ids?: string[];
  reason?: string;
  recursive?: boolean;
  expected?: number;
}

export interface BatchPreview {
  action: string;
  matching: number;
  applicable: number;
  byStatus: ByStatus;
  complete?: boolean;
  sample?: string[];
}

export interface Batch {
  id: string;
  action: string;
  state: 'running' | 'done' | 'stopped' | 'failed';
  who?: string;
  started: string;
  ended?: string;
  total: number;
  looked?: number;
  done: number;
  skipped: number;
  failed: number;
  errors?: { id: string; message: string }[];
}

export interface AuditItem {
  id: number;
  time: string;
  who?: string;
  role?: string;
  from?: string;
  operation: string;
  target?: string;
  details?: string;
  outcome?: string;
  message?: string;
}
