namespace Workflows.Shared.PullRequestReview.Diffs;

/// <summary>Walks over the lines of a text. Lines end with LF; a line keeps its carriage return; what follows the last LF is a line unless empty.</summary>
internal ref struct LineCursor(ReadOnlySpan<char> text)
{
    private ReadOnlySpan<char> _rest = text;

    /// <summary>Takes the next line.</summary>
    public bool TryRead(out ReadOnlySpan<char> line) => TryTake(ref _rest, out line);

    /// <summary>Shows a line ahead: 0 is the one that <see cref="TryRead"/> would take.</summary>
    public readonly bool TryPeek(int ahead, out ReadOnlySpan<char> line)
    {
        var rest = _rest;
        var found = TryTake(ref rest, out line);
        for (; found && ahead > 0; ahead--)
        {
            found = TryTake(ref rest, out line);
        }

        return found;
    }

    private static bool TryTake(scoped ref ReadOnlySpan<char> rest, out ReadOnlySpan<char> line)
    {
        if (rest.IsEmpty)
        {
            line = default;
            return false;
        }

        var end = rest.IndexOf('\n');
        line = end < 0 ? rest : rest[..end];
        rest = end < 0 ? default : rest[(end + 1)..];
        return true;
    }
}
