import { duration } from '../../lib/format';
import { Empty } from '../../ui/States';
import { Text } from '../../ui/Text';
import { Time } from '../../ui/Time';
import { Fact, Score, Simulated, Texts } from './parts';
import type { InterviewReport, InterviewStage } from './shapes';

function Stage({ stage }: { stage: InterviewStage }) {
  const { analysis } = stage;
  return (
    <li class="stage">
      <h3><span class="num">{stage.number}.</span> <Text value={stage.name ?? stage.stage} /></h3>
      <div class="said asked"><span class="dim">Interviewer{stage.asked_at && <>, <Time at={stage.asked_at} /></>}{stage.seconds_from_answer !== undefined && `, ${duration(stage.seconds_from_answer)} after the answer before`}</span><p class="prose"><Text value={stage.question} /></p></div>
      <div class="said answered"><span class="dim">Candidate{stage.answer_kind && <>, <Text value={stage.answer_kind} /></>}{stage.answered_at && <>, <Time at={stage.answered_at} /></>}</span>
        {stage.answer ? <p class="prose"><Text value={stage.answer} /></p> : <p class="dim">{stage.answered_at ? 'What was said could not be written down.' : 'Not answered.'}</p>}
      </div>
      {analysis && (
        <div class="analysis">
          <Score value={analysis.score} most={5} /> <Text value={analysis.summary} />
          <Texts title="Strengths" items={analysis.strengths} /><Texts title="Concerns" items={analysis.concerns} />
        </div>
      )}
      {stage.video && <p class="dim"><Text value={[stage.video.expression, stage.video.gaze].filter((one) => one).join(' ')} /></p>}
      <Texts title="Notes" items={stage.notes} />
    </li>
  );
}

/** An interview as it was spoken. */
export function InterviewView({ report }: { report: InterviewReport }) {
  const stages = report.stages ?? [];
  return (
    <>
      <Simulated is={report.simulated} />
      <section class="card">
        <h2>Interview{report.role && <>: <Text value={report.role} /></>}</h2>
        <div class="body stack">
          <dl class="figures">
            {report.status && <Fact label="Ended"><Text value={report.status} /></Fact>}
            {report.score !== undefined && <Fact label="Score"><Score value={report.score} most={5} /></Fact>}
            <Fact label="Stages"><span class="num">{stages.length}{report.stages_in_all !== undefined && ` of ${report.stages_in_all}`}</span></Fact>
            {report.seconds !== undefined && <Fact label="Took"><span class="num">{duration(report.seconds)}</span></Fact>}
          </dl>
          {report.summary?.overall && <p class="prose"><Text value={report.summary.overall} /></p>}
          <Texts title="Strengths" items={report.summary?.strengths} /><Texts title="Concerns" items={report.summary?.concerns} /><Texts title="Next steps" items={report.summary?.next_steps} />
          <Texts title="Missing" items={report.missing} bad />
        </div>
      </section>
      {stages.length === 0 ? <Empty title="No stage has begun." /> : <ol class="transcript">{stages.map((stage) => <Stage key={stage.number} stage={stage} />)}</ol>}
    </>
  );
}
