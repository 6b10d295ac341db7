using Workflows.Shared.Debate.Rollout;

namespace Workflows.Shared.Debate;

/// <summary>Names by which the parts of the debates find each other.</summary>
public static class DebateNames
{
    /// <summary>The orchestration of a debate: input <see cref="DebateRequest"/>, output <see cref="DebateReport"/>, custom status <see cref="WorkflowProgress"/>.</summary>
    public const string Orchestrator = "Debate";

    /// <summary>The entity that decides how large a share of the debates runs in parallel; there is one.</summary>
    public const string Rollout = "DebateRollout";

    /// <summary>The orchestration that changes it for an operator: input <see cref="RolloutChange"/>, output <see cref="RolloutChanged"/>.</summary>
    public const string ChangeRollout = "ChangeDebateRollout";

    /// <summary>The catalogue's task of each persona.</summary>
    public const string ThesisTask = "thesis";

    /// <inheritdoc cref="ThesisTask"/>
    public const string AntithesisTask = "antithesis";

    /// <inheritdoc cref="ThesisTask"/>
    public const string SynthesisTask = "synthesis";
}
