namespace Workflows.Runtime.Engine.Journal;

/// <summary>A value for a parameter of a statement: a text, a whole number, bytes, or null. It spares the hot path the boxing of numbers.</summary>
internal readonly struct SqlValue
{
    private readonly long _number;

    private SqlValue(object? reference, long number, bool isNumber)
    {
        Reference = reference;
        _number = number;
        IsNumber = isNumber;
    }

    public static SqlValue Null => default;

    /// <summary>The text or the bytes; null for numbers and for null.</summary>
    public object? Reference { get; }

    public bool IsNumber { get; }

    public long Number => _number;

    public static implicit operator SqlValue(string? text) => new(text, 0, false);

    public static implicit operator SqlValue(byte[] bytes) => new(bytes, 0, false);

    public static implicit operator SqlValue(long number) => new(null, number, true);

    public static implicit operator SqlValue(long? number) => number is { } value ? value : Null;

    /// <summary>The value as the provider's parameters take it.</summary>
    public object ToObject() => IsNumber ? Number : Reference ?? DBNull.Value;
}
