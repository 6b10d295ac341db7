using System.Text.Json.Serialization;

namespace Workflows.Shared.Models.Fleet;

/// <summary>
/// What a class asked a pool for in the present minute and in the one before. Nothing is kept of a class that asked for nothing in either and waits for nothing.
/// Times are milliseconds since 1970, UTC.
/// </summary>
public sealed class ClassTraffic
{
    private const long Minute = 60_000;

    /// <summary>The pool that was asked for first.</summary>
    [JsonPropertyName("p")]
    public required string Pool { get; init; }

    /// <summary>The class.</summary>
    [JsonPropertyName("c")]
    public required CallClass Class { get; init; }

    /// <summary>When the present minute began.</summary>
    [JsonPropertyName("s")]
    public required long Since { get; set; }

    /// <summary>The calls that were asked for in it.</summary>
    [JsonPropertyName("n")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int Calls { get; set; }

    /// <summary>The tokens that were asked for in it.</summary>
    [JsonPropertyName("t")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public long Tokens { get; set; }

    /// <summary>The most slots that it had at once.</summary>
    [JsonPropertyName("m")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int Most { get; set; }

    /// <summary>The calls of the minute before.</summary>
    [JsonPropertyName("bn")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int CallsBefore { get; set; }

    /// <summary>The tokens of the minute before.</summary>
    [JsonPropertyName("bt")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public long TokensBefore { get; set; }

    /// <summary>The most slots at once of the minute before.</summary>
    [JsonPropertyName("bm")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int MostBefore { get; set; }

    /// <summary>How many slots went to other classes since it last had one, while it waited.</summary>
    [JsonPropertyName("o")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int Passed { get; set; }

    /// <summary>Whether it asked for anything lately.</summary>
    [JsonIgnore]
    public bool IsSeen => Calls + CallsBefore > 0;

    /// <summary>When the present minute ends.</summary>
    internal long EndsAt => Since + Minute;

    /// <summary>Begins a new minute when the present one is over.</summary>
    internal void Turn(long now)
    {
        long minutes = (now - Since) / Minute;
        if (minutes > 0)
        {
            (CallsBefore, TokensBefore, MostBefore) = minutes == 1 ? (Calls, Tokens, Most) : (0, 0, 0);
            (Calls, Tokens, Most) = (0, 0, 0);
            Since += minutes * Minute;
        }
    }
}
