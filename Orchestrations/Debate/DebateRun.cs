using Workflows.Activities.Debate;
using Workflows.Shared.Debate;
using Workflows.Shared.Prompts.Debate;

namespace Workflows.Orchestrations.Debate;

/// <summary>
/// A debate whose plan is made: thesis and antithesis (<see cref="DebateOpening"/>), then the synthesis of what there is of them, then the gate on its evidence. A gate that fails asks for one
/// revision and, when that does not pass either, is reported as failed. Only a synthesis that fails fails the debate.
/// </summary>
internal sealed class DebateRun(TaskOrchestrationContext context, DebateRequest request, DebatePlan plan, DebateLedger ledger, DebateArm arm)
{
    private readonly DebateCalls _calls = new(context, request, plan, ledger);
    private readonly List<string> _fallbacks = [];

    private string Mode => plan.Mode == DebateMode.Parallel ? "parallel" : "sequential";

    /// <summary>Runs it.</summary>
    /// <exception cref="InvalidOperationException">There is no synthesis.</exception>
    public async Task<DebateReport> RunAsync()
    {
        ledger.Add("debate_start", entry => entry with { Mode = Mode, Detail = plan.ModeReason });
        plan = await EvidenceChoice.MakeAsync(context, request, plan, ledger, _fallbacks);
        _calls.Use(plan);
        (PersonaReport thesis, PersonaReport antithesis) = await new DebateOpening(_calls, ledger, _fallbacks).RunAsync(plan.Mode);
        Missing(thesis);
        Missing(antithesis);
        List<(string, PersonaOutput)> positions = [.. new[] { thesis, antithesis }.Where(report => report.Output is not null).Select(report => (report.Persona, report.Output!))];
        ledger.Say("synthesis");
        PersonaReport synthesis = await _calls.SpeakAsync(new PersonaCall { Persona = Personas.Synthesis, CallId = "synthesis", Positions = positions });
        ledger.StepDone();
        if (synthesis.Output is null)
        {
            await EndAsync(null, "debate_failed", synthesis.Error);
            throw new InvalidOperationException($"The synthesis failed: {synthesis.Error}");
        }

        GateResult gate = await CheckAsync(synthesis.Output);
        if (gate.Status == "failed")
        {
            (synthesis, gate) = await ReviseAsync(positions, synthesis, gate);
        }

        ledger.StepDone();
        ledger.Say("done");
        double seconds = await EndAsync(gate.Status, "debate_end", $"gate {gate.Status}");
        return new DebateReport
        {
            Goal = request.Goal,
            Mode = plan.Mode,
            ModeReason = plan.ModeReason,
            Complexity = plan.Complexity,
            Personas = [thesis, antithesis, synthesis],
            Synthesis = synthesis.Output!,
            Gate = gate,
            Fallbacks = _fallbacks,
            EvidenceShown = [.. plan.Passages.Select(passage => passage.EvidenceId).Distinct()],
            Ledger = ledger.Events,
            Seconds = seconds,
            Simulated = _calls.Simulated,
        };
    }

    private async Task<(PersonaReport, GateResult)> ReviseAsync(List<(string, PersonaOutput)> positions, PersonaReport last, GateResult gate)
    {
        _fallbacks.Add("synthesis: it did not stand on the evidence and was asked to revise itself");
        ledger.StepMore();
        ledger.Say("revision of the synthesis");
        ledger.Add("revision", entry => entry with { Persona = DebateNames.SynthesisTask, Detail = $"{gate.Reasons.Count} reasons" });
        PersonaReport revised = await _calls.SpeakAsync(new PersonaCall
        {
            Persona = Personas.Synthesis,
            CallId = "synthesis-revision",
            Positions = [.. positions, (DebateNames.SynthesisTask, last.Output!)],
            Faults = gate.Reasons,
        });
        ledger.StepDone();
        if (revised.Output is null)
        {
            _fallbacks.Add("synthesis: its revision failed, so that the first one stands");
            ledger.Add("fallback", entry => entry with { Persona = DebateNames.SynthesisTask, Detail = "the first synthesis stands" });
            return (last, gate);
        }

        return (revised, await CheckAsync(revised.Output));
    }

    private async Task<GateResult> CheckAsync(PersonaOutput synthesis)
    {
        GateResult gate = await context.CallActivityAsync<GateResult>(nameof(CheckEvidence), new GateCheck { Evidence = request.Evidence, Options = plan.Gate, Synthesis = synthesis });
        ledger.Add("gate", entry => entry with { Persona = DebateNames.SynthesisTask, Detail = gate.Status });
        return gate;
    }

    /// <summary>Tells the rollout and the figures of the end, then the ledger, whose last event it is. The first two are told no more seconds than a debate may take: beyond them stands only the pause of an interruption.</summary>
    /// <returns>The debate's seconds; what is told of it does not count.</returns>
    private async Task<double> EndAsync(string? gate, string happened, string? detail)
    {
        long took = ledger.NowMs;
        double seconds = took / 1000.0;
        double told = Math.Min(seconds, plan.DebateMinutes * 60);
        await arm.ObserveAsync(passed: gate is not (null or "failed"), told);
        await context.CallActivityAsync(nameof(NoteDebate), new DebateOutcome { Mode = plan.Mode, Gate = gate, Fallbacks = _fallbacks.Count, Seconds = told });
        ledger.Add(happened, entry => entry with { Mode = Mode, DurationMs = took, Detail = detail });
        return seconds;
    }

    private void Missing(PersonaReport persona)
    {
        if (persona.Output is null)
        {
            string words = $"{persona.Persona}: it failed, and the synthesis went on without it";
            _fallbacks.Add(words);
            ledger.Add("fallback", entry => entry with { Persona = persona.Persona, Detail = words });
        }
    }
}
