using Workflows.Activities.Debate;
using Workflows.Shared.Debate;
using Workflows.Shared.Prompts.Debate;

namespace Workflows.Orchestrations.Debate;

/// <summary>
/// A debate: thesis and antithesis (<see cref="DebateOpening"/>), then the synthesis of what there is of them, then the gate on its evidence. A gate that fails asks for one revision and, when that
/// does not pass either, is reported as failed. Only a synthesis that fails fails the debate.
/// </summary>
internal static class DebateOrchestrator
{
    /// <summary>The orchestrator.</summary>
    [Function(DebateNames.Orchestrator)]
    public static async Task<DebateReport> Run([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        DebateRequest request = context.GetInput<DebateRequest>()!;
        DebateLedger ledger = new(context);
        List<string> fallbacks = [];
        DebatePlan plan = await context.CallActivityAsync<DebatePlan>(nameof(PrepareDebate), request);
        DebateCalls calls = new(context, request, plan, ledger);
        ledger.Add("debate_start", entry => entry with { Mode = Word(plan.Mode), Detail = plan.ModeReason });
        (PersonaReport thesis, PersonaReport antithesis) = await new DebateOpening(calls, ledger, fallbacks).RunAsync(plan.Mode);
        Missing(thesis, fallbacks, ledger);
        Missing(antithesis, fallbacks, ledger);
        List<(string, PersonaOutput)> positions = [.. new[] { thesis, antithesis }.Where(report => report.Output is not null).Select(report => (report.Persona, report.Output!))];
        ledger.Say("synthesis");
        PersonaReport synthesis = await calls.SpeakAsync(new PersonaCall { Persona = Personas.Synthesis, CallId = "synthesis", Positions = positions });
        ledger.StepDone();
        if (synthesis.Output is null)
        {
            ledger.Add("debate_failed", entry => entry with { Mode = Word(plan.Mode), DurationMs = ledger.NowMs, Detail = synthesis.Error });
            await context.CallActivityAsync(nameof(NoteDebate), new DebateOutcome { Mode = plan.Mode, Fallbacks = fallbacks.Count, Seconds = ledger.NowMs / 1000.0 });
            throw new InvalidOperationException($"The synthesis failed: {synthesis.Error}");
        }

        GateResult gate = await CheckAsync(context, request, plan, ledger, synthesis.Output);
        if (gate.Status == "failed")
        {
            (synthesis, gate) = await ReviseAsync(context, request, plan, calls, ledger, fallbacks, positions, synthesis, gate);
        }

        ledger.StepDone();
        double seconds = ledger.NowMs / 1000.0;
        ledger.Say("done");
        ledger.Add("debate_end", entry => entry with { Mode = Word(plan.Mode), DurationMs = ledger.NowMs, Detail = $"gate {gate.Status}" });
        await context.CallActivityAsync(nameof(NoteDebate), new DebateOutcome { Mode = plan.Mode, Gate = gate.Status, Fallbacks = fallbacks.Count, Seconds = seconds });
        return new DebateReport
        {
            Goal = request.Goal,
            Mode = plan.Mode,
            ModeReason = plan.ModeReason,
            Complexity = plan.Complexity,
            Personas = [thesis, antithesis, synthesis],
            Synthesis = synthesis.Output!,
            Gate = gate,
            Fallbacks = fallbacks,
            EvidenceShown = [.. plan.Passages.Select(passage => passage.EvidenceId).Distinct()],
            Ledger = ledger.Events,
            Seconds = seconds,
            Simulated = calls.Simulated,
        };
    }

    private static async Task<(PersonaReport, GateResult)> ReviseAsync(
        TaskOrchestrationContext context,
        DebateRequest request,
        DebatePlan plan,
        DebateCalls calls,
        DebateLedger ledger,
        List<string> fallbacks,
        List<(string, PersonaOutput)> positions,
        PersonaReport last,
        GateResult gate)
    {
        fallbacks.Add("synthesis: it did not stand on the evidence and was asked to revise itself");
        ledger.StepMore();
        ledger.Say("revision of the synthesis");
        ledger.Add("revision", entry => entry with { Persona = DebateNames.SynthesisTask, Detail = $"{gate.Reasons.Count} reasons" });
        PersonaReport revised = await calls.SpeakAsync(new PersonaCall
        {
            Persona = Personas.Synthesis,
            CallId = "synthesis-revision",
            Positions = [.. positions, (DebateNames.SynthesisTask, last.Output!)],
            Faults = gate.Reasons,
        });
        ledger.StepDone();
        if (revised.Output is null)
        {
            fallbacks.Add("synthesis: its revision failed, so that the first one stands");
            ledger.Add("fallback", entry => entry with { Persona = DebateNames.SynthesisTask, Detail = "the first synthesis stands" });
            return (last, gate);
        }

        return (revised, await CheckAsync(context, request, plan, ledger, revised.Output));
    }

    private static async Task<GateResult> CheckAsync(TaskOrchestrationContext context, DebateRequest request, DebatePlan plan, DebateLedger ledger, PersonaOutput synthesis)
    {
        GateResult gate = await context.CallActivityAsync<GateResult>(nameof(CheckEvidence), new GateCheck { Evidence = request.Evidence, Options = plan.Gate, Synthesis = synthesis });
        ledger.Add("gate", entry => entry with { Persona = DebateNames.SynthesisTask, Detail = gate.Status });
        return gate;
    }

    private static void Missing(PersonaReport persona, List<string> fallbacks, DebateLedger ledger)
    {
        if (persona.Output is null)
        {
            string words = $"{persona.Persona}: it failed, and the synthesis went on without it";
            fallbacks.Add(words);
            ledger.Add("fallback", entry => entry with { Persona = persona.Persona, Detail = words });
        }
    }

    private static string Word(DebateMode mode) => mode == DebateMode.Parallel ? "parallel" : "sequential";
}
