using System.Globalization;
using System.Text.Json;

namespace Workflows.Shared.Models;

/// <summary>Plain scans over text that may be JSON.</summary>
internal static class JsonScan
{
    /// <summary>The position after the object that starts at a brace, or -1 when the text ends before the object does.</summary>
    public static int EndOfObject(string text, int start)
    {
        var depth = 0;
        var isInString = false;
        for (var position = start; position < text.Length; position++)
        {
            var letter = text[position];
            if (isInString)
            {
                if (letter == '\\')
                {
                    position++;
                }
                else if (letter == '"')
                {
                    isInString = false;
                }
            }
            else if (letter == '"')
            {
                isInString = true;
            }
            else if (letter is '{' or '[')
            {
                depth++;
            }
            else if (letter is '}' or ']' && --depth == 0)
            {
                return position + 1;
            }
        }

        return -1;
    }

    /// <summary>A parser's error with the place shown, for the model that has to mend it.</summary>
    public static string Describe(JsonException exception, ReadOnlySpan<char> json)
    {
        var line = exception.LineNumber ?? 0;
        var lineText = LineOf(json, line);
        var column = CharactersIn(lineText, exception.BytePositionInLine ?? 0);
        var from = Math.Max(0, column - 30);
        var excerpt = lineText.Slice(from, Math.Min(60, lineText.Length - from));
        return string.Create(
            CultureInfo.InvariantCulture,
            $"The JSON cannot be parsed: line {line + 1}, character {column + 1}, near: {excerpt}");
    }

    private static ReadOnlySpan<char> LineOf(ReadOnlySpan<char> text, long line)
    {
        for (var passed = 0L; passed < line; passed++)
        {
            var end = text.IndexOf('\n');
            if (end < 0)
            {
                break;
            }

            text = text[(end + 1)..];
        }

        var length = text.IndexOf('\n');
        return length < 0 ? text : text[..length];
    }

    /// <summary>The parser counts UTF-8 bytes, a reader characters.</summary>
    private static int CharactersIn(ReadOnlySpan<char> line, long bytes)
    {
        var characters = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            bytes -= rune.Utf8SequenceLength;
            if (bytes < 0)
            {
                break;
            }

            characters += rune.Utf16SequenceLength;
        }

        return characters;
    }
}
