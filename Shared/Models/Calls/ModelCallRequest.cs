using System.Text.Json.Serialization;

namespace Workflows.Shared.Models;

/// <summary>One question to a model, as a workflow asks it: which model answers is the fleet's choice.</summary>
public sealed record ModelCallRequest
{
    /// <summary>The key of the fleet that holds the task's pools.</summary>
    public string FleetKey { get; init; } = "default";

    /// <summary>The task's id in the catalogue, for example <c>F3</c>.</summary>
    public required string Task { get; init; }

    /// <summary>What is asked.</summary>
    public required ModelPrompt Prompt { get; init; }

    /// <summary>The name of the answer's schema; null: the answer is plain text.</summary>
    public string? SchemaName { get; init; }

    /// <summary>The answer's JSON Schema, as text; null: the answer is plain text.</summary>
    public string? Schema { get; init; }

    /// <summary>Most tokens the answer may have.</summary>
    public required int MaxOutputTokens { get; init; }

    /// <summary>Sampling temperature.</summary>
    public double Temperature { get; init; }

    /// <summary>Share of the likeliest tokens that are sampled from, above 0, at most 1; null: the server's default. Close to 0 is as good as no sampling, whatever the temperature.</summary>
    public double? TopP { get; init; }

    /// <summary>Who waits for the answer; null: as the catalogue says for the task.</summary>
    public CallClass? Class { get; init; }

    /// <summary>When the piece of work began to which the call belongs (a file, an interview, a chunk): older work goes first. Null: now.</summary>
    public DateTimeOffset? WorkStamp { get; init; }

    /// <summary>When the answer is of no use any more, waiting included.</summary>
    public required DateTimeOffset Deadline { get; init; }

    /// <summary>How long may pass between sending and the answer, in seconds, over all attempts together. Waiting for admission does not count.</summary>
    public required double BudgetSeconds { get; init; }

    /// <summary>The estimate of the prompt by <see cref="TokenEstimate"/>.</summary>
    public required int PromptTokens { get; init; }

    /// <summary>The language in which the answer's free text is to be written; null: any.</summary>
    public AnswerLanguage? Language { get; init; }

    /// <summary>
    /// Makes the call one of embeddings: the answer is then the JSON array of the cosine similarity of each text to the question, from 0 to 1, and of <see cref="Prompt"/> nothing is sent.
    /// Null: a chat completion.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ModelSimilarity? Similarity { get; init; }

    /// <summary>Makes the call one of transcription: the answer is then a <see cref="ModelTranscript"/>, and of <see cref="Prompt"/> nothing is sent. Null: a chat completion.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ModelAudio? Audio { get; init; }

    /// <summary>Where the answer of a chat completion is shown while it is written; null: nowhere.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ModelStream? Stream { get; init; }

    /// <summary>Whether it is a chat completion: neither embeddings nor a transcription.</summary>
    [JsonIgnore]
    public bool IsChat => Similarity is null && Audio is null;

    /// <summary>The same question with images, which stand in the content store (<see cref="ModelMedia.ImageOf"/>, <see cref="ModelMedia.LargestImage"/>) until the call has ended.</summary>
    /// <param name="contentKeys">Their keys; at most <see cref="ModelMedia.MostImages"/>.</param>
    public ModelCallRequest WithImages(IReadOnlyList<string> contentKeys)
    {
        ArgumentNullException.ThrowIfNull(contentKeys);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(contentKeys.Count, ModelMedia.MostImages, nameof(contentKeys));
        return this with { Prompt = Prompt with { ImageKeys = contentKeys }, PromptTokens = PromptTokens + (ModelMedia.ImageTokens * contentKeys.Count) };
    }
}
