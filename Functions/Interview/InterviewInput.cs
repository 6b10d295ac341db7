using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.Extensions.Options;
using Workflows.Activities.Content;
using Workflows.Shared;
using Workflows.Shared.Interview;
using Workflows.Shared.Interview.Scenario;
using Workflows.Shared.Interview.Stages;
using Workflows.Shared.Models;

namespace Workflows.Functions.Interview;

/// <summary>Makes of a request what the orchestration takes: its content stands in the content store before it starts.</summary>
/// <param name="store">Keeps the documents.</param>
/// <param name="scenarios">The scenario.</param>
/// <param name="options">The settings.</param>
/// <param name="catalogue">The models that are there.</param>
public sealed class InterviewInput(IContentStore store, InterviewScenarios scenarios, IOptions<InterviewOptions> options, ModelCatalogue catalogue)
{
    private const int HexDigits = 16;

    /// <summary>The orchestration's input. The same request under the same id has the same folder, so that whoever starts it twice writes the same again.</summary>
    /// <param name="id">The run's id.</param>
    /// <param name="request">A request without fault.</param>
    public InterviewWork WorkOf(string id, InterviewRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        string hash = Hash(request);
        AnswerLanguage language = InterviewLanguages.Of(request.Language)!.Value;
        string role = request.Role is null ? InterviewLanguages.RoleIn(language) : SafeText.Line(request.Role, InterviewRules.LongestRole);
        return new InterviewWork
        {
            Folder = InterviewContent.Folder($"{id}-{hash[..HexDigits]}"),
            RequestHash = hash,
            Role = role,
            Language = language,
            Stages = StageMatching.Plan(scenarios.Current, request.Stages ?? [], language, role),
            Settings = Settings(request),
        };
    }

    /// <summary>Puts the request's documents where the orchestration finds them.</summary>
    /// <param name="work">What <see cref="WorkOf"/> made of it.</param>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task StoreAsync(InterviewWork work, InterviewRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(work);
        ArgumentNullException.ThrowIfNull(request);
        Dictionary<string, ScenarioStage> stages = scenarios.Current.Stages.ToDictionary(stage => stage.Key, StringComparer.Ordinal);
        InterviewSource source = new()
        {
            JobDescription = request.JobDescription,
            Resume = request.Resume,
            Stages = [.. work.Stages.Select(stage => stages.TryGetValue(stage.Key, out ScenarioStage? known)
                ? new StageBrief(known.Purpose.In(work.Language), known.Prompt.In(work.Language))
                : new StageBrief(stage.Name, stage.Question))],
        };
        return store.PutAsync(InterviewContent.Source(work.Folder), JsonSerializer.SerializeToUtf8Bytes(source, InterviewJson.Options), cancellationToken);
    }

    private InterviewSettings Settings(InterviewRequest request)
    {
        InterviewOptions settings = options.Value;
        return new InterviewSettings
        {
            AnswerMinutes = request.AnswerMinutes ?? settings.AnswerMinutes,
            Reminders = settings.Reminders,
            QuestionSeconds = settings.QuestionSeconds,
            NextQuestionSeconds = settings.NextQuestionSeconds,
            TranscriptSeconds = settings.TranscriptSeconds,
            AnalysisSeconds = settings.AnalysisSeconds,
            LightAboveSeconds = settings.LightAboveSeconds,
            ReportMinutes = settings.ReportMinutes,
            AnalysisFleet = catalogue.TryGetTask(InterviewNames.AnalysisTask, out ModelTask? analysis) ? analysis.Fleet : null,
            Embeds = catalogue.TryGetTask(InterviewNames.EmbeddingTask, out _) && (request.JobDescription is not null || request.Resume is not null),
            Hears = catalogue.TryGetTask(InterviewNames.SpeechTask, out _),
            Sees = catalogue.TryGetTask(InterviewNames.VisionTask, out _),
        };
    }

    private static string Hash(InterviewRequest request) => Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(request, InterviewJson.Options)));
}
