using System.Text.Json;
using Workflows.Orchestrations.Fleet;
using Workflows.Shared.Debate;
using Workflows.Shared.Models;
using Workflows.Shared.Prompts;
using Workflows.Shared.Prompts.Debate;

namespace Workflows.Orchestrations.Debate;

/// <summary>The personas' calls of one debate: makes them, reads their answers, and writes the ledger.</summary>
internal sealed class DebateCalls(TaskOrchestrationContext context, DebateRequest request, DebatePlan plan, DebateLedger ledger)
{
    private readonly DateTimeOffset _began = new(context.CurrentUtcDateTime, TimeSpan.Zero);
    private DebatePlan _plan = plan;

    /// <summary>Whether the simulator has answered anything.</summary>
    public bool Simulated { get; private set; }

    /// <summary>Takes the plan over whose evidence has been chosen at last.</summary>
    public void Use(DebatePlan final)
    {
        _plan = final;
        Simulated |= final.IsEvidenceSimulated;
    }

    /// <summary>Lets a persona speak. It ends with a report, of an output or of an error; the error holds nothing of the content.</summary>
    public async Task<PersonaReport> SpeakAsync(PersonaCall call)
    {
        string name = call.Persona.Task;
        long start = ledger.NowMs;
        ledger.Add("persona_start", entry => entry with { Persona = name, Lane = call.Lane, Detail = call.Again ? "again" : call.Faults.Count > 0 ? "revision" : null });
        ModelCallResult result = await context.CallModelAsync(Request(call), call.CallId);
        Simulated |= result.Simulated;
        PersonaOutput? output = result is { Status: ModelCallStatus.Answered, Answer: { } answer } ? JsonSerializer.Deserialize<PersonaOutput>(answer, AnswerJson.Options) : null;
        string? error = output is null ? ModelCallWords.Of(result) : null;
        long took = ledger.NowMs - start;
        ledger.Add(error is null ? "persona_end" : "persona_failed", entry => entry with { Persona = name, Lane = call.Lane, DurationMs = took, Detail = error });
        return new PersonaReport
        {
            Persona = name,
            Output = output,
            Error = error,
            Model = output is null ? null : result.Model ?? result.Pool,
            Retried = call.Again,
            StartSeconds = start / 1000.0,
            Seconds = took / 1000.0,
        };
    }

    private ModelCallRequest Request(PersonaCall call)
    {
        Prompt prompt = DebatePrompts.For(call.Persona, request, _plan.Passages, call.Positions, call.Faults);
        return new ModelCallRequest
        {
            Task = prompt.Task,
            Prompt = new ModelPrompt { Id = prompt.Task, Version = prompt.Version, System = prompt.System, User = prompt.User },
            SchemaName = prompt.Schema?.Name,
            Schema = prompt.Schema?.Schema.GetRawText(),
            MaxOutputTokens = prompt.MaxOutputTokens,
            Temperature = prompt.Temperature,
            WorkStamp = _began,
            Deadline = _began + TimeSpan.FromMinutes(_plan.DebateMinutes),
            BudgetSeconds = _plan.PersonaSeconds,
            PromptTokens = TokenEstimate.Of(prompt.System) + TokenEstimate.Of(prompt.User),
        };
    }
}
