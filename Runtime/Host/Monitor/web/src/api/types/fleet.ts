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
