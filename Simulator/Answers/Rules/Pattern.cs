using System.Text.RegularExpressions;

namespace Workflows.Simulator.Answers.Rules;

/// <summary>Regular expressions for hostile lines: matched in linear time.</summary>
internal static class Pattern
{
    public static Regex Of(string pattern, bool ignoreCase = false) =>
        new(pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | (ignoreCase ? RegexOptions.IgnoreCase : RegexOptions.None));
}
