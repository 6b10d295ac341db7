using Workflows.Shared.Debate;
using Workflows.Shared.Prompts.Debate;

namespace Workflows.Orchestrations.Debate;

/// <summary>
/// Thesis and antithesis. In parallel both speak side by side, the antithesis from the goal and the plan. One that fails there is tried again, alone: the thesis first, then the antithesis
/// on it; the antithesis that has no thesis to answer speaks from the goal and the plan. In sequence there is no second try: it would be the same call again.
/// </summary>
internal sealed class DebateOpening(DebateCalls calls, DebateLedger ledger, List<string> fallbacks)
{
    /// <summary>Lets both speak, as the mode says.</summary>
    public Task<(PersonaReport Thesis, PersonaReport Antithesis)> RunAsync(DebateMode mode) => mode == DebateMode.Parallel ? ParallelAsync() : SequentialAsync();

    private async Task<(PersonaReport, PersonaReport)> ParallelAsync()
    {
        long start = ledger.NowMs;
        ledger.Say("thesis and antithesis side by side");
        ledger.Add("parallel_execution_start", entry => entry with { Mode = "parallel", ThesisStartMs = start, AntithesisStartMs = start });
        Task<PersonaReport> first = CountAsync(new PersonaCall { Persona = Personas.Thesis, CallId = "thesis" });
        Task<PersonaReport> second = CountAsync(new PersonaCall { Persona = Personas.StandaloneAntithesis, CallId = "antithesis", Lane = 1 });
        await Task.WhenAll(first, second);
        PersonaReport thesis = await first;
        PersonaReport antithesis = await second;
        if (thesis.Output is null)
        {
            Fallback("thesis", "thesis: it failed beside the antithesis and was tried again alone");
            thesis = await AgainAsync(new PersonaCall { Persona = Personas.Thesis, CallId = "thesis-again", Again = true });
        }

        if (antithesis.Output is null)
        {
            Fallback("antithesis", thesis.Output is null
                ? "antithesis: it failed beside the thesis and was tried again alone, without a thesis to answer"
                : "antithesis: it failed beside the thesis and was tried again alone, on the thesis");
            antithesis = await AgainAsync(Answering(thesis) with { CallId = "antithesis-again", Again = true });
        }

        return (thesis, antithesis);
    }

    private async Task<(PersonaReport, PersonaReport)> SequentialAsync()
    {
        long start = ledger.NowMs;
        ledger.Say("thesis");
        PersonaReport thesis = await CountAsync(new PersonaCall { Persona = Personas.Thesis, CallId = "thesis" });
        if (thesis.Output is null)
        {
            Fallback("antithesis", "antithesis: it spoke without a thesis to answer");
        }

        long next = ledger.NowMs;
        ledger.Say("antithesis");
        ledger.Add("parallel_execution_start", entry => entry with { Mode = "sequential", ThesisStartMs = start, AntithesisStartMs = next });
        return (thesis, await CountAsync(Answering(thesis) with { CallId = "antithesis" }));
    }

    private static PersonaCall Answering(PersonaReport thesis) => thesis.Output is { } output
        ? new PersonaCall { Persona = Personas.Antithesis, CallId = "antithesis", Positions = [(DebateNames.ThesisTask, output)] }
        : new PersonaCall { Persona = Personas.StandaloneAntithesis, CallId = "antithesis" };

    private void Fallback(string persona, string words)
    {
        fallbacks.Add(words);
        ledger.Add("fallback", entry => entry with { Persona = persona, Detail = words });
    }

    private Task<PersonaReport> AgainAsync(PersonaCall call)
    {
        ledger.StepMore();
        ledger.Say($"{call.Persona.Task} again, alone");
        return CountAsync(call);
    }

    private async Task<PersonaReport> CountAsync(PersonaCall call)
    {
        PersonaReport report = await calls.SpeakAsync(call);
        ledger.StepDone();
        return report;
    }
}
