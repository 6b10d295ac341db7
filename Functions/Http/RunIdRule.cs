namespace Workflows.Functions.Http;

/// <summary>What ids of runs may be that callers choose.</summary>
internal static class RunIdRule
{
    private const int MaxLength = 100;

    /// <exception cref="InvalidRequestException">The id cannot be one.</exception>
    public static void Check(string? id)
    {
        if (id is not null && (id.Length is 0 or > MaxLength || !id.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_')))
        {
            throw new InvalidRequestException("id", $"An id has 1 to {MaxLength} letters, digits, '-' or '_'.");
        }
    }
}
