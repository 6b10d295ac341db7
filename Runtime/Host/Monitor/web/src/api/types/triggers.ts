import type { Payload } from './common';

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
