using System.Text.Json;
using Workflows.Shared.Models;

namespace Workflows.Bench.Consultation.Accuracy;

/// <summary>A dialogue written for this project, with what a summary of it should say.</summary>
internal sealed record LabelledDialogue
{
    /// <summary>The file's name.</summary>
    public required string Id { get; init; }

    /// <summary><c>korean</c> or <c>english</c>.</summary>
    public required string Language { get; init; }

    /// <summary>The trade.</summary>
    public required string Trade { get; init; }

    /// <summary>The turns, each with its speaker.</summary>
    public required IReadOnlyList<string> Turns { get; init; }

    /// <summary>What a summary should say.</summary>
    public required IReadOnlyList<LabelledFact> Facts { get; init; }

    /// <summary>The dialogue as text.</summary>
    public string Text => string.Join('\n', Turns);

    /// <summary>All dialogues, by id.</summary>
    public static IReadOnlyList<LabelledDialogue> All() =>
    [
        .. Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "Dialogues"), "*.json").Order(StringComparer.Ordinal)
            .Select(file => JsonSerializer.Deserialize<LabelledDialogue>(File.ReadAllText(file), AnswerJson.Options) ?? throw new InvalidDataException($"{file} holds no dialogue.")),
    ];
}
