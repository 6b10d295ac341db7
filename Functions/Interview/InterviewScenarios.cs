using Microsoft.Extensions.Options;
using Workflows.Shared.Interview;
using Workflows.Shared.Interview.Scenario;

namespace Workflows.Functions.Interview;

/// <summary>The scenario that is configured, read once.</summary>
/// <param name="options">Where it stands.</param>
public sealed class InterviewScenarios(IOptions<InterviewOptions> options)
{
    private readonly Lazy<InterviewScenario> _current = new(() => Read(options.Value.ScenarioFile));

    /// <summary>The scenario.</summary>
    public InterviewScenario Current => _current.Value;

    /// <summary>Reads a scenario; that of the product where no file is named.</summary>
    /// <param name="file">The file; null: none.</param>
    /// <exception cref="InvalidScenarioException">It cannot be read, or not be used.</exception>
    public static InterviewScenario Read(string? file)
    {
        if (file is null)
        {
            return ScenarioFile.Standard;
        }

        try
        {
            FileInfo info = new(file);
            return info.Exists && info.Length <= ScenarioFile.MostBytes
                ? ScenarioFile.Read(File.ReadAllBytes(file))
                : throw new InvalidScenarioException([info.Exists ? $"It is larger than {ScenarioFile.MostBytes / (1024 * 1024)} MB." : "There is no such file."]);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new InvalidScenarioException([$"It cannot be read: {e.Message}"]);
        }
    }
}
