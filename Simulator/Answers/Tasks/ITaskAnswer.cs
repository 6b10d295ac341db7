using System.Text.Json.Nodes;

namespace Workflows.Simulator.Answers.Tasks;

/// <summary>Answers one family of tasks by rules.</summary>
internal interface ITaskAnswer
{
    /// <summary>The tasks it knows.</summary>
    IReadOnlyList<string> Tasks { get; }

    /// <summary>The name of the schema it fills.</summary>
    string SchemaName { get; }

    /// <summary>Answers a prompt.</summary>
    /// <param name="task">One of <see cref="Tasks"/>.</param>
    /// <param name="prompt">The prompt.</param>
    JsonObject Answer(string task, Prompt prompt);
}
