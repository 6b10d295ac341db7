using System.Text.Json;
using Workflows.Shared.Consultation.Conversations;
using Workflows.Shared.Models;
using Workflows.Shared.Prompts;

namespace Workflows.Shared.Consultation.Analysis;

/// <summary>Puts the analyses of a conversation's windows together by rules: what a merge by a model begins with, and what holds when no model answers.</summary>
public static class AnalysisMerge
{
    private const int FewestOfGroup = 2;
    private const int MostTold = 4;

    /// <summary>
    /// Consecutive analyses, in groups that each fit into one prompt. As every group has at least two, merging groups comes to an end; of an uneven number one may
    /// stay alone.
    /// </summary>
    /// <param name="parts">The analyses, in the windows' order.</param>
    /// <param name="tokens">The most tokens of a group by <see cref="TokenEstimate"/>; two analyses are a group however long they are.</param>
    public static IReadOnlyList<IReadOnlyList<ConsultationAnalysis>> Groups(IReadOnlyList<ConsultationAnalysis> parts, int tokens)
    {
        ArgumentNullException.ThrowIfNull(parts);
        List<IReadOnlyList<ConsultationAnalysis>> groups = [];
        List<ConsultationAnalysis> group = [];
        long used = 0;
        foreach (ConsultationAnalysis part in parts)
        {
            int cost = TokenEstimate.Of(JsonSerializer.Serialize(part, PromptJson.Options)) + 1;
            if (group.Count >= FewestOfGroup && used + cost > tokens)
            {
                groups.Add(group);
                group = [];
                used = 0;
            }

            group.Add(part);
            used += cost;
        }

        if (group.Count > 0)
        {
            groups.Add(group);
        }

        return groups;
    }

    /// <summary>
    /// One analysis of consecutive ones: the first one's wish, what the agent did in each (as far as there is room), the last one's result, the keywords that most of
    /// them have, and a title of these.
    /// </summary>
    /// <param name="parts">At least one analysis, in the windows' order.</param>
    public static ConsultationAnalysis Combine(IReadOnlyList<ConsultationAnalysis> parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        ArgumentOutOfRangeException.ThrowIfZero(parts.Count);
        if (parts.Count == 1)
        {
            return AnalysisTidying.Of(parts[0]);
        }

        List<ConsultationAnalysis> tidy = [.. parts.Select(AnalysisTidying.Of)];
        IReadOnlyList<string> keywords = AnalysisTidying.Keywords(tidy
            .SelectMany((part, window) => part.Keywords.Select((keyword, place) => (Keyword: keyword, Window: window, Place: place)))
            .GroupBy(entry => CompactText.Of(entry.Keyword), StringComparer.Ordinal)
            .OrderByDescending(group => group.Count()).ThenBy(group => group.Min(entry => entry.Place)).ThenBy(group => group.Min(entry => entry.Window))
            .Select(group => group.First().Keyword));
        return AnalysisTidying.Of(new ConsultationAnalysis
        {
            Summary = new ConsultationSummary
            {
                Customer = tidy[0].Summary.Customer,
                Agent = Done(tidy),
                Result = tidy[^1].Summary.Result,
            },
            Keywords = keywords,
            Titles = new ConsultationTitles { Keyword = "", Descriptive = tidy[0].Titles.Descriptive },
        });
    }
    /// <summary>What the agent did in the windows, of many in some that lie evenly, with the same room for each.</summary>
    private static string Done(List<ConsultationAnalysis> parts)
    {
        int told = Math.Min(parts.Count, MostTold);
        IEnumerable<string> texts = Enumerable.Range(0, told).Select(place => parts[told == 1 ? 0 : place * (parts.Count - 1) / (told - 1)].Summary.Agent);
        return string.Join(' ', texts.Distinct(StringComparer.Ordinal).Select(text => SentenceCut.Clip(text, (AnalysisBounds.LongestPart / told) - 1)));
    }
}
