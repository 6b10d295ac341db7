namespace Workflows.Simulator.Answers.Diffs;

/// <summary>One line of a shown diff.</summary>
internal sealed class ShownLine
{
    public ShownLine(char sign, int number, string text, int hunk, Language language)
    {
        Sign = sign;
        Number = number;
        Text = text;
        Trimmed = text.Trim();
        Hunk = hunk;
        (Code, Comment) = CodeMask.Of(text, language);
    }

    /// <summary>'+', '-' or ' '.</summary>
    public char Sign { get; }

    /// <summary>The number on the new side, for a removed line on the old side.</summary>
    public int Number { get; }

    /// <summary>The line as it stands in the file.</summary>
    public string Text { get; }

    /// <summary>The line without the white space around it.</summary>
    public string Trimmed { get; }

    /// <summary>Which hunk shows it, counted from 0.</summary>
    public int Hunk { get; }

    /// <summary>The line with strings' contents and comments blanked, of the same length.</summary>
    public string Code { get; }

    /// <summary>The text of the line's comment; empty when there is none.</summary>
    public string Comment { get; }

    /// <summary>The side on which the line's number counts.</summary>
    public string Side => Sign == '-' ? "old" : "new";

    /// <summary>Whether the line exists after the change.</summary>
    public bool IsNew => Sign != '-';
}
