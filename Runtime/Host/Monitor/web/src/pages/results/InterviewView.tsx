import { duration } from '../../lib/format';
import { ProgressBar } from '../../ui/ProgressBar';
import { Empty } from '../../ui/States';
import { Text } from '../../ui/Text';
import { Exact, Time } from '../../ui/Time';
import { Fact, jumpTo, Score, Simulated, Texts } from './parts';
import type { InterviewAnalysis, InterviewData, InterviewProgress, InterviewReport, InterviewStage, OpenStage } from './shapes';

const ends: Record<string, string> = { complete: 'complete', partial: 'with parts missing', expired: 'a question stayed without an answer' };
const kinds: Record<string, string> = { fallback: "the stage's own question: no model gave one in time", general: 'a general question: the scenario does not know this stage' };
const rubric = [['relevance', 'relevance'], ['specificity', 'specificity'], ['structure', 'structure'], ['role_fit', 'fit for the role']] as const;

function Analysis({ analysis }: { analysis: InterviewAnalysis }) {
  const marks = rubric.filter(([key]) => analysis[key] !== undefined);
  return (
    <div class="analysis">
      <div class="row">
        <Score value={analysis.score} most={5} />
        {marks.length > 0 && <span class="dim">{marks.map(([key, label]) => `${label} ${analysis[key]}`).join(', ')}</span>}
        {analysis.mode === 'light' && <span class="chip">short rubric</span>}
      </div>
      <p class="prose"><Text value={analysis.summary} /></p>
      <Texts title="Strengths" items={analysis.strengths} /><Texts title="Concerns" items={analysis.concerns} />
    </div>
  );
}

function Asked({ stage }: { stage: InterviewStage | OpenStage }) {
  const kind = kinds[stage.question_kind ?? ''];
  const after = 'seconds_from_answer' in stage ? stage.seconds_from_answer : undefined;
  return (
    <>
      <div class="said asked">
        <span class="dim"><strong>Interviewer</strong>{after !== undefined && `, ${duration(after)} after the answer before`}</span>
        <p class="prose"><Text value={stage.question} /></p>
      </div>
      {kind && <p class="dim">{kind}</p>}
    </>
  );
}

/** How long the candidate took, with what is worth knowing of the answer's form. */
function aboutAnswer(stage: InterviewStage): string {
  const took = stage.answered_at && stage.asked_at ? (Date.parse(stage.answered_at) - Date.parse(stage.asked_at)) / 1000 : undefined;
  const parts = [
    stage.answer_kind === 'audio' ? 'spoken' : undefined,
    took !== undefined && took > 0 ? `after ${duration(took)}` : undefined,
    stage.reminders ? `reminded ${stage.reminders === 1 ? 'once' : `${stage.reminders} times`}` : undefined,
  ];
  return parts.map((part) => (part ? ', ' + part : '')).join('');
}

function Stage({ stage }: { stage: InterviewStage }) {
  const seen = [stage.video?.expression, stage.video?.gaze].filter((one) => one).join(' ');
  return (
    <li class="stage" id={'stage-' + stage.number} tabIndex={-1}>
      <h3><span class="num">{stage.number}.</span> <Text value={stage.name ?? stage.stage} />{stage.given && stage.given !== stage.name && <span class="dim"> asked for as <Text value={stage.given} /></span>}</h3>
      <div class="dialogue">
        <Asked stage={stage} />
        <div class="said answered">
          <span class="dim"><strong>Candidate</strong>{aboutAnswer(stage)}</span>
          {stage.answer ? <p class="prose"><Text value={stage.answer} /></p> : <p class="dim">{stage.answered_at ? 'What was said could not be written down.' : 'Not answered.'}</p>}
        </div>
        {seen && <p class="dim">In the picture: <Text value={seen} /></p>}
        <Texts title="Notes" items={stage.notes} />
      </div>
      {stage.analysis ? <Analysis analysis={stage.analysis} /> : stage.answered_at && <p class="dim">This answer was not analysed.</p>}
    </li>
  );
}

/** The stages with their scores, each the way to its place in the transcript. */
function Marks({ stages }: { stages: readonly InterviewStage[] }) {
  return (
    <ol class="stage-marks" aria-label="Stages">
      {stages.map((stage) => (
        <li key={stage.number}>
          <button type="button" class="fold" onClick={() => jumpTo('stage-' + stage.number)}>
            <span class="num dim">{stage.number}.</span> <Text value={stage.name ?? stage.stage} />
          </button>
          {stage.analysis?.score === undefined ? <span class="dim">{stage.answered_at ? 'not analysed' : 'not answered'}</span> : <Score value={stage.analysis.score} most={5} />}
        </li>
      ))}
    </ol>
  );
}

/** An interview under way: how far it is and what was asked last. The answers are kept elsewhere until the report. */
function UnderWay({ progress }: { progress: InterviewProgress }) {
  const { stage } = progress;
  return (
    <>
      <section class="card">
        <h2>Interview</h2>
        <dl class="figures body">
          <Fact label="Progress"><ProgressBar progress={progress} /></Fact>
          <Fact label="Answered"><span class="num">{progress.answers?.length ?? 0}</span></Fact>
          <Fact label="Analysed"><span class="num">{progress.analysed ?? 0}</span></Fact>
        </dl>
      </section>
      {stage && (
        <ol class="transcript">
          <li class="stage">
            <h3><span class="num">{stage.number}.</span> <Text value={stage.name ?? stage.key} /></h3>
            {stage.question ? <Asked stage={stage} /> : <p class="dim">The question is being made.</p>}
            {stage.question && (
              <div class="said answered"><p class="dim">No answer yet{stage.answer_by && <>; it may come until <Exact at={stage.answer_by} /> (<Time at={stage.answer_by} />)</>}{stage.reminders ? `; reminded ${stage.reminders} times` : ''}.</p></div>
            )}
          </li>
        </ol>
      )}
    </>
  );
}

function Report({ report }: { report: InterviewReport }) {
  const stages = report.stages ?? [];
  return (
    <>
      <Simulated is={report.simulated} />
      <section class="card">
        <h2>Interview{report.role && <>: <Text value={report.role} /></>}</h2>
        <div class="body stack">
          <dl class="figures">
            {report.status && <Fact label="Ended"><Text value={ends[report.status] ?? report.status} /></Fact>}
            {report.score !== undefined && <Fact label="Score"><Score value={report.score} most={5} /></Fact>}
            <Fact label="Stages"><span class="num">{stages.length}{report.stages_in_all !== undefined && ` of ${report.stages_in_all}`}</span></Fact>
            {report.seconds !== undefined && <Fact label="Took"><span class="num">{duration(report.seconds)}</span></Fact>}
          </dl>
          <Texts title="Missing" items={report.missing} bad />
          {report.summary?.overall && <p class="prose"><Text value={report.summary.overall} /></p>}
          <div class="halves"><Texts title="Strengths" items={report.summary?.strengths} /><Texts title="Concerns" items={report.summary?.concerns} /></div>
          <Texts title="Next steps" items={report.summary?.next_steps} />
          <Marks stages={stages} />
        </div>
      </section>
      {stages.length === 0 ? <Empty title="No stage has begun." /> : <ol class="transcript">{stages.map((stage) => <Stage key={stage.number} stage={stage} />)}</ol>}
    </>
  );
}

/** An interview as it was spoken, or as far as it is. */
export function InterviewView({ data }: { data: InterviewData }) {
  if (data.result) return <Report report={data.result} />;
  return data.progress ? <UnderWay progress={data.progress} /> : <Empty title="The interview has not begun." />;
}
