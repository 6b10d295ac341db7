namespace Workflows.Durable;

/// <summary>An orchestrator as the engine runs it.</summary>
public interface ITaskOrchestrator
{
    /// <summary>The type that the input is read as.</summary>
    Type InputType { get; }

    /// <summary>The type of the result.</summary>
    Type OutputType { get; }

    /// <summary>Runs the orchestrator from its beginning; on replay, with the recorded results.</summary>
    /// <param name="context">The orchestration's context.</param>
    /// <param name="input">The input, null or of <see cref="InputType"/>.</param>
    /// <returns>The result, null or of <see cref="OutputType"/>.</returns>
    Task<object?> RunAsync(TaskOrchestrationContext context, object? input);
}
