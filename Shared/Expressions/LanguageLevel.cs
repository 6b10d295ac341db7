using System.Text.Json.Serialization;

namespace Workflows.Shared.Expressions;

/// <summary>A learner's level, by the Common European Framework of Reference: <c>"A1"</c> to <c>"C2"</c>.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<LanguageLevel>))]
public enum LanguageLevel
{
    /// <summary>Beginner.</summary>
    A1,

    /// <summary>Elementary.</summary>
    A2,

    /// <summary>Intermediate.</summary>
    B1,

    /// <summary>Upper intermediate.</summary>
    B2,

    /// <summary>Advanced.</summary>
    C1,

    /// <summary>Proficient.</summary>
    C2,
}
