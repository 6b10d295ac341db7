/** The workflows' reports, as docs/workflows tells them. Everything in them comes from models and from outside. */

export interface Finding {
  id: string;
  severity: string;
  category?: string;
  title?: string;
  message?: string;
  path?: string;
  line?: number;
  endLine?: number;
  side?: 'new' | 'old';
  quote?: string;
  suggestion?: string;
  confidence?: number;
  foundBy?: string[];
  checks?: Record<string, string>;
}

export interface ReviewFile {
  path: string;
  oldPath?: string;
  status: string;
  reason?: string;
  findings?: Finding[];
  seconds?: number;
}

export interface ReviewReport {
  status: string;
  simulated?: boolean;
  summary?: string;
  description?: { title?: string; intent?: string; changes?: string[]; risks?: string[]; questions?: string[] };
  files?: ReviewFile[];
  crossFile?: Finding[];
  missing?: string[];
  seconds?: number;
}

export interface ReviewData {
  report?: ReviewReport;
  diff?: string;
  files?: ReviewFile[];
}

export interface Claim {
  text: string;
  citations?: { evidenceId: string; quote: string }[];
}

export interface Persona {
  persona: string;
  output?: { summary: string; claims?: Claim[] };
  error?: string;
  model?: string;
  retried?: boolean;
  startSeconds?: number;
  seconds?: number;
}

export interface DebateReport {
  goal?: string;
  mode?: string;
  modeReason?: string;
  complexity?: number;
  personas?: Persona[];
  synthesis?: { summary: string; claims?: Claim[] };
  gate?: { status: string; claims: number; supported: number; citations: number; standing: number; reasons?: string[] };
  fallbacks?: string[];
  seconds?: number;
  simulated?: boolean;
  ledger?: LedgerEvent[];
}

export interface LedgerEvent {
  event: string;
  at?: string;
  offset_ms?: number;
  persona?: string;
  duration_ms?: number;
  mode?: string;
  detail?: string;
}

export interface Consultation {
  consultation_id: string;
  summary?: { customer?: string; agent?: string; result?: string };
  keywords?: string[];
  titles?: { keyword?: string; descriptive?: string };
  quality_score?: number;
  processing_time?: number;
  error?: string;
}

export interface ConsultationData {
  id?: string;
  conversation?: string;
  result?: Consultation;
}

export interface BatchReport {
  batch_id?: string;
  id?: string;
  status?: string;
  progress?: { completed?: number; total?: number; percent?: number; message?: string };
  results?: Consultation[];
  total_processing_time?: number;
  completed_at?: string;
}

export interface Expression {
  expression: string;
  translation?: string;
  meaning?: string;
  usage?: string;
  similar?: string[];
  context_lines?: string[];
  chunk?: number;
  timing?: { start: string; end: string; first_cue?: number; last_cue?: number; match?: string; places?: number };
  timing_reason?: string;
}

export interface ExpressionReport {
  status?: string;
  subtitles?: { format?: string; cues?: number; start?: string; end?: string };
  chunks?: number;
  counted_chunks?: number;
  workers?: number;
  seconds?: number;
  expressions?: Expression[];
  failed_chunks?: { chunk: number; start?: string; end?: string; reason?: string; attempts?: number }[];
  warnings?: string[];
  simulated?: boolean;
}

export interface InterviewAnalysis {
  mode?: string;
  score?: number;
  relevance?: number;
  specificity?: number;
  structure?: number;
  role_fit?: number;
  summary?: string;
  strengths?: string[];
  concerns?: string[];
}

export interface InterviewStage {
  number: number;
  stage?: string;
  name?: string;
  given?: string;
  question?: string;
  question_kind?: string;
  asked_at?: string;
  seconds_from_answer?: number;
  reminders?: number;
  answered_at?: string;
  answer_kind?: string;
  answer?: string;
  analysis?: InterviewAnalysis;
  video?: { expression?: string; gaze?: string };
  notes?: string[];
}

export interface OpenStage {
  number: number;
  key?: string;
  name?: string;
  question?: string;
  question_kind?: string;
  asked_at?: string;
  answer_by?: string;
  reminders?: number;
}

export interface InterviewProgress {
  completed?: number;
  total?: number;
  message?: string;
  phase?: string;
  stage?: OpenStage;
  answers?: string[];
  analysed?: number;
}

export interface InterviewData {
  result?: InterviewReport;
  progress?: InterviewProgress;
}

export interface InterviewReport {
  status?: string;
  role?: string;
  stages_in_all?: number;
  stages?: InterviewStage[];
  score?: number;
  summary?: { overall?: string; strengths?: string[]; concerns?: string[]; next_steps?: string[] };
  missing?: string[];
  seconds?: number;
  simulated?: boolean;
}
