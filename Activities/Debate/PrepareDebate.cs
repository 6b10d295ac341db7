using Microsoft.Extensions.Options;
using Workflows.Shared.Debate;
using Workflows.Shared.Debate.Evidence;
using Workflows.Shared.Models;
using Workflows.Shared.Prompts.Debate;

namespace Workflows.Activities.Debate;

/// <summary>Decides, once, how complex a debate is, how it runs, and what of the evidence its personas see: what it decides stays, also when the rules change while the debate runs.</summary>
public sealed class PrepareDebate(IOptions<DebateOptions> options, ModelCatalogue catalogue)
{
    /// <summary>What is left unused of a context: tokenizers count otherwise than the estimate, and each passage has its fence.</summary>
    private const int SpareTokens = 4_000;

    private static readonly Persona[] All = [Personas.Thesis, Personas.Antithesis, Personas.StandaloneAntithesis, Personas.Synthesis];

    /// <summary>The plan of a debate.</summary>
    /// <param name="request">The debate.</param>
    [Function(nameof(PrepareDebate))]
    public DebatePlan Run([ActivityTrigger] DebateRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        DebateOptions settings = options.Value;
        int complexity = request.Complexity ?? ComplexityEstimate.Of(request);
        (DebateMode mode, string reason) = DebateModeRule.Choose(request.Mode, complexity, settings.Rollout.ComplexityBelow);
        bool asksRollout = settings.Rollout.Enabled && request.Mode == DebateMode.Auto && mode == DebateMode.Parallel;
        int evidenceTokens = EvidenceTokens(request, settings.EvidenceTokens);
        return new DebatePlan
        {
            Complexity = complexity,
            Mode = asksRollout ? DebateMode.Sequential : mode,
            ModeReason = reason,
            AsksRollout = asksRollout,
            Passages = EvidenceSelection.Choose(EvidenceSelection.QuestionOf(request), request.Evidence, evidenceTokens),
            Comparison = EvidenceComparisons.Of(request, settings.EmbeddingTask, evidenceTokens, catalogue),
            Gate = settings.Gate,
            PersonaSeconds = settings.PersonaSeconds,
            DebateMinutes = settings.DebateMinutes,
        };
    }

    /// <summary>As configured, or what the smallest context leaves beside the request, the instructions and the positions of the others.</summary>
    private int EvidenceTokens(DebateRequest request, int most)
    {
        int[] contexts = [.. All.Select(persona => persona.Task).Distinct().SelectMany(Pools).Select(pool => catalogue.Pool(pool).ContextTokens)];
        if (contexts.Length == 0)
        {
            return most;
        }

        int given = TokenEstimate.Of(request.Goal) + TokenEstimate.Of(request.Plan) + TokenEstimate.Of(request.Context);
        int positions = All.Select(persona => persona.MaxOutputTokens).Sum();
        long left = (long)contexts.Min() - given - positions - All.Max(persona => TokenEstimate.Of(persona.Instructions)) - Personas.Synthesis.MaxOutputTokens - SpareTokens;
        return (int)Math.Clamp(left, 0, most);
    }

    private IEnumerable<string> Pools(string task) => catalogue.TryGetTask(task, out ModelTask? found) ? found.Fallbacks.Append(found.Pool) : [];
}
