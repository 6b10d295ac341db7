import type { Payload } from './common';

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
