using System.Text.Json.Serialization;

namespace Workflows.Simulator.Profiles;

/// <summary>The faults of a model; an absent one never strikes. <see cref="FaultKind"/> tells what each does.</summary>
public sealed record FaultSettings
{
    /// <summary>See <see cref="FaultKind.Http429"/>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public FaultSetting? Http429 { get; init; }

    /// <summary>See <see cref="FaultKind.Http503"/>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public FaultSetting? Http503 { get; init; }

    /// <summary>See <see cref="FaultKind.RejectSchema"/>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public FaultSetting? RejectSchema { get; init; }

    /// <summary>See <see cref="FaultKind.Http500"/>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public FaultSetting? Http500 { get; init; }

    /// <summary>See <see cref="FaultKind.Hang"/>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public FaultSetting? Hang { get; init; }

    /// <summary>See <see cref="FaultKind.Cut"/>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public FaultSetting? Cut { get; init; }

    /// <summary>See <see cref="FaultKind.EmptyContent"/>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public FaultSetting? EmptyContent { get; init; }

    /// <summary>See <see cref="FaultKind.BrokenJson"/>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public FaultSetting? BrokenJson { get; init; }

    /// <summary>See <see cref="FaultKind.JsonInReasoning"/>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public FaultSetting? JsonInReasoning { get; init; }

    /// <summary>See <see cref="FaultKind.FencedJson"/>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public FaultSetting? FencedJson { get; init; }

    /// <summary>See <see cref="FaultKind.Chinese"/>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public FaultSetting? Chinese { get; init; }

    /// <summary>The setting of one fault.</summary>
    internal FaultSetting? this[FaultKind kind] => kind switch
    {
        FaultKind.Http429 => Http429,
        FaultKind.Http503 => Http503,
        FaultKind.RejectSchema => RejectSchema,
        FaultKind.Http500 => Http500,
        FaultKind.Hang => Hang,
        FaultKind.Cut => Cut,
        FaultKind.EmptyContent => EmptyContent,
        FaultKind.BrokenJson => BrokenJson,
        FaultKind.JsonInReasoning => JsonInReasoning,
        FaultKind.FencedJson => FencedJson,
        _ => Chinese,
    };

    /// <summary>The same settings with one replaced.</summary>
    internal FaultSettings With(FaultKind kind, FaultSetting? setting) => kind switch
    {
        FaultKind.Http429 => this with { Http429 = setting },
        FaultKind.Http503 => this with { Http503 = setting },
        FaultKind.RejectSchema => this with { RejectSchema = setting },
        FaultKind.Http500 => this with { Http500 = setting },
        FaultKind.Hang => this with { Hang = setting },
        FaultKind.Cut => this with { Cut = setting },
        FaultKind.EmptyContent => this with { EmptyContent = setting },
        FaultKind.BrokenJson => this with { BrokenJson = setting },
        FaultKind.JsonInReasoning => this with { JsonInReasoning = setting },
        FaultKind.FencedJson => this with { FencedJson = setting },
        _ => this with { Chinese = setting },
    };
}
