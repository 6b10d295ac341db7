using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Workflows.Simulator.Answers.Rules;

namespace Workflows.Simulator.Answers.Expressions;

/// <summary>What is said in a part of a film: <c>[number] SPEAKER: text</c> on each line, without numbers, speakers and noises.</summary>
internal sealed class SpokenLines
{
    private static readonly Regex Line = Pattern.Of(@"^\[([0-9]{1,9})\] (?:[^:.!?,\[\]]{1,40}: )?(.*)$");
    private static readonly Regex Noise = Pattern.Of(@"\[[^\[\]]*\]|\([^()]*\)");

    private readonly List<(int Start, int Number)> _lines = [];

    private SpokenLines(string section)
    {
        StringBuilder text = new();
        foreach (Match line in section.Split('\n').Select(line => Line.Match(line)).Where(line => line.Success))
        {
            _lines.Add((text.Length, int.Parse(line.Groups[1].ValueSpan, CultureInfo.InvariantCulture)));
            text.Append(Noise.Replace(line.Groups[2].Value, " | ").Replace('’', '\'')).Append('\n');
        }

        Text = text.ToString();
        LowerText = Text.ToLowerInvariant();
    }

    /// <summary>All that is said, a line feed behind each line.</summary>
    public string Text { get; }

    /// <summary>The same in lower case, letter by letter.</summary>
    public string LowerText { get; }

    /// <summary>Reads the lines; what is none is left out.</summary>
    public static SpokenLines Read(string section) => new(section);

    /// <summary>An expression at a place of <see cref="Text"/>.</summary>
    public ChosenExpression Choose(string expression, int start, int end) =>
        new(expression, start, end, [.. _lines.Where((line, i) => line.Start < end && (i + 1 == _lines.Count ? Text.Length : _lines[i + 1].Start) > start).Select(line => line.Number)]);
}
