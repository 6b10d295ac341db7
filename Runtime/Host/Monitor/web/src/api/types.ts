/** The shapes of docs/monitor-api.md. Every text in them is hostile and is shown as text only. */

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

export type Operation = 'raiseEvent' | 'suspend' | 'resume' | 'terminate' | 'restart' | 'rewind' | 'purge' | 'fork';
export type BatchAction = Exclude<Operation, 'raiseEvent' | 'fork'>;

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

export interface TreeNode {
  id: string;
  name: string;
  status: Status;
  created?: string;
  completed?: string;
  durationSeconds?: number;
  childCount?: number;
  children?: TreeNode[];
}

export interface Tree {
  ancestors: TreeNode[];
  node: TreeNode;
}

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

export interface Orchestration {
  name: string;
  description?: string;
  schema?: JsonSchema;
  example?: unknown;
  startable?: boolean;
}

export interface JsonSchema {
  type?: string | string[];
  title?: string;
  description?: string;
  properties?: Record<string, JsonSchema>;
  required?: string[];
  enum?: unknown[];
  items?: JsonSchema;
  default?: unknown;
  minimum?: number;
  maximum?: number;
  minLength?: number;
  maxLength?: number;
  format?: string;
  additionalProperties?: unknown;
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

export interface Budget {
  perMinute: number;
  left: number;
  freesAt?: string;
}

export interface Pool {
  name: string;
  fleet: string;
  model?: string;
  endpoint?: string;
  simulated?: boolean;
  configured: number;
  limit: number;
  inFlight: number;
  held?: number;
  realtime?: number;
  waiting: { realtime?: number; interactive?: number; batch?: number };
  calls?: Budget;
  tokens?: Budget;
  latency?: { last?: number; p50?: number; p95?: number; samples?: number };
  breaker?: { state: 'closed' | 'open' | 'probing'; failures?: number; probeAt?: string; closedUntil?: string };
  errors?: { time: string; kind?: string; status?: number; message?: string }[];
}

export interface Fleet {
  now: string;
  fleets: { key: string; waiting: number; leases: number; updated?: string }[];
  pools: Pool[];
}

export const seriesMetrics = ['inFlight', 'waiting', 'limit', 'callsLeft', 'latency', 'errors'] as const;
export type SeriesMetric = (typeof seriesMetrics)[number];

export interface FleetSeries {
  step: number;
  from?: string;
  times: string[];
  pools: Record<string, Partial<Record<SeriesMetric, (number | null)[]>>>;
}

export interface Entity {
  id: string;
  name: string;
  key: string;
  updated?: string;
  lockedBy?: string;
  stateLength?: number;
  waiting?: number;
  state?: Payload;
}

export interface Triggers {
  timers: { function: string; schedule?: string; last?: string; next?: string; disabled?: boolean }[];
  queues: { queue: string; function?: string; store?: string; length?: number; hidden?: number; oldest?: string; poison?: string; poisonLength?: number; disabled?: boolean }[];
  activities?: { running: number; queued: number; limit: number };
  inbox?: number;
  timersArmed?: number;
  nextTimer?: string;
  resident?: number;
}

export interface QueueMessage {
  id: string;
  inserted?: string;
  visible?: string;
  dequeued?: number;
  taken?: boolean;
  body?: Payload;
}

export interface Page<T> {
  items: T[];
  next?: string | number;
}
