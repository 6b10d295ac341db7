type Tone = 'plain' | 'call' | 'good' | 'bad' | 'warn' | 'calm';

export interface EventWords {
  label: string;
  sign: string;
  tone: Tone;
}

const known: Record<string, [string, string, Tone]> = {
  TurnStarted: ['Turn', '·', 'plain'],
  ExecutionStarted: ['Started', '▸', 'calm'],
  ExecutionCompleted: ['Ended', '■', 'calm'],
  ContinuedAsNew: ['Continues as new', '↻', 'calm'],
  ActivityScheduled: ['Activity called', '→', 'call'],
  ActivityCompleted: ['Activity answered', '←', 'good'],
  ActivityFailed: ['Activity failed', '✕', 'bad'],
  SubOrchestrationScheduled: ['Sub-orchestration called', '→', 'call'],
  SubOrchestrationCompleted: ['Sub-orchestration answered', '←', 'good'],
  SubOrchestrationFailed: ['Sub-orchestration failed', '✕', 'bad'],
  TimerCreated: ['Timer set', '→', 'call'],
  TimerFired: ['Timer fired', '←', 'good'],
  TimerCanceled: ['Timer cancelled', '–', 'plain'],
  EventSent: ['Event sent', '→', 'call'],
  EventRaised: ['Event received', '←', 'good'],
  EntityCalled: ['Entity called', '→', 'call'],
  EntityCallCompleted: ['Entity answered', '←', 'good'],
  EntityCallFailed: ['Entity failed', '✕', 'bad'],
  EntitySignaled: ['Entity signalled', '→', 'call'],
  EntityLockRequested: ['Lock asked for', '→', 'call'],
  EntityLockGranted: ['Lock granted', '←', 'good'],
  EntityLockReleased: ['Lock released', '–', 'plain'],
  ExecutionSuspended: ['Suspended', '‖', 'warn'],
  ExecutionResumed: ['Resumed', '▸', 'calm'],
  ExecutionTerminated: ['Terminated', '■', 'bad'],
  ExecutionRewound: ['Rewound', '↺', 'warn'],
  ExecutionForked: ['Forked', '⑂', 'warn'],
};

/** What kind of an event it is, in words and by a sign. */
export function eventWords(kind: string): EventWords {
  const [label, sign, tone] = known[kind] ?? [kind, '·', 'plain'];
  return { label, sign, tone };
}

export const eventGroups: { name: string; kinds: string[] }[] = [
  { name: 'Failures', kinds: ['ActivityFailed', 'SubOrchestrationFailed', 'EntityCallFailed'] },
  { name: 'Activities', kinds: ['ActivityScheduled', 'ActivityCompleted', 'ActivityFailed'] },
  { name: 'Sub-orchestrations', kinds: ['SubOrchestrationScheduled', 'SubOrchestrationCompleted', 'SubOrchestrationFailed'] },
  { name: 'Timers', kinds: ['TimerCreated', 'TimerFired', 'TimerCanceled'] },
  { name: 'External events', kinds: ['EventSent', 'EventRaised'] },
  { name: 'Entities', kinds: ['EntityCalled', 'EntityCallCompleted', 'EntityCallFailed', 'EntitySignaled', 'EntityLockRequested', 'EntityLockGranted', 'EntityLockReleased'] },
  { name: 'Lifecycle', kinds: ['ExecutionStarted', 'ExecutionCompleted', 'ContinuedAsNew', 'ExecutionSuspended', 'ExecutionResumed', 'ExecutionTerminated', 'ExecutionRewound', 'ExecutionForked'] },
];
