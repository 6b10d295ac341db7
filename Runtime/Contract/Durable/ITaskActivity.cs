namespace Workflows.Durable;

/// <summary>An activity as the engine runs it.</summary>
public interface ITaskActivity
{
    /// <summary>The type that the input is read as.</summary>
    Type InputType { get; }

    /// <summary>The type of the result.</summary>
    Type OutputType { get; }

    /// <summary>Runs the activity. It may run more than once for one call: at least once is guaranteed, exactly once is not.</summary>
    /// <param name="context">Which call this is.</param>
    /// <param name="input">The input, null or of <see cref="InputType"/>.</param>
    /// <returns>The result, null or of <see cref="OutputType"/>.</returns>
    Task<object?> RunAsync(TaskActivityContext context, object? input);
}
