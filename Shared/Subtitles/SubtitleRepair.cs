using System.Text.Json.Serialization;

namespace Workflows.Shared.Subtitles;

/// <summary>What was put right, or left out, while subtitles were read.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<SubtitleRepair>))]
public enum SubtitleRepair
{
    /// <summary>The encoding was guessed from the bytes, as no mark names it and it is no UTF-8.</summary>
    [JsonStringEnumMemberName("encoding_guessed")]
    EncodingGuessed,

    /// <summary>A character that could not be read.</summary>
    [JsonStringEnumMemberName("unreadable_character")]
    UnreadableCharacter,

    /// <summary>A cue whose times could not be read, or lie beyond 100 hours; it was left out.</summary>
    [JsonStringEnumMemberName("unreadable_time")]
    UnreadableTime,

    /// <summary>A time before zero; it became zero.</summary>
    [JsonStringEnumMemberName("negative_time")]
    NegativeTime,

    /// <summary>A cue that ends before it starts; its start counts.</summary>
    [JsonStringEnumMemberName("reversed_times")]
    ReversedTimes,

    /// <summary>A cue without length or without a readable end; it was given up to a second, at most until the next cue.</summary>
    [JsonStringEnumMemberName("zero_length")]
    ZeroLength,

    /// <summary>A SubRip time without hours.</summary>
    [JsonStringEnumMemberName("missing_hours")]
    MissingHours,

    /// <summary>A SubRip cue without a number.</summary>
    [JsonStringEnumMemberName("missing_number")]
    MissingNumber,

    /// <summary>A SubRip cue whose number does not follow the one before.</summary>
    [JsonStringEnumMemberName("wrong_number")]
    WrongNumber,

    /// <summary>A cue that stood after a later one.</summary>
    [JsonStringEnumMemberName("reordered")]
    Reordered,

    /// <summary>A cue that starts before an earlier one ends; both stay as they are.</summary>
    [JsonStringEnumMemberName("overlapping")]
    Overlapping,

    /// <summary>A cue without text; it was left out.</summary>
    [JsonStringEnumMemberName("empty_cue")]
    EmptyCue,

    /// <summary>A cue with more than 10,000 characters, markup included; it was cut there.</summary>
    [JsonStringEnumMemberName("long_cue")]
    LongCue,

    /// <summary>A cue with the times and the text of another; it was left out.</summary>
    [JsonStringEnumMemberName("duplicate_cue")]
    DuplicateCue,

    /// <summary>A line of captions that roll up, shown once more; it was left out.</summary>
    [JsonStringEnumMemberName("repeated_line")]
    RepeatedLine,

    /// <summary>A line that belongs to no cue; it was left out.</summary>
    [JsonStringEnumMemberName("line_outside_cues")]
    LineOutsideCues,
}
