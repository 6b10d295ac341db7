using Workflows.Shared.Consultation.Conversations;

namespace Workflows.Shared.Consultation.Analysis;

/// <summary>
/// How good an analysis is as far as rules can tell, from 0 to 1; no model is asked. Four rates, each from 0 to 1, count by their weights:
/// <list type="bullet">
/// <item><see cref="Completeness"/> (0.20): the share of these that hold: the three parts of the summary, a keyword, and both titles are there; the summary is in the conversation's language.</item>
/// <item><see cref="Lengths"/> (0.15): the share of these that hold: each part of the summary has 4 to 300 characters; there are 3 to 10 keywords; the keyword title is 3 to 80, the
/// descriptive one 3 to 100 characters long.</item>
/// <item><see cref="Keywords"/> (0.25): the share of the keywords that stand in the conversation.</item>
/// <item><see cref="Support"/> (0.40): 1 when every number and name of the summary and every number of the titles stands in the conversation; each that does not costs a half.</item>
/// </list>
/// An analysis without a summary has no support, one without keywords no keywords: what is not there is not right.
/// </summary>
public sealed record QualityScore
{
    /// <summary>The weight of <see cref="Completeness"/>.</summary>
    public const double CompletenessWeight = 0.20;

    /// <summary>The weight of <see cref="Lengths"/>.</summary>
    public const double LengthsWeight = 0.15;

    /// <summary>The weight of <see cref="Keywords"/>.</summary>
    public const double KeywordsWeight = 0.25;

    /// <summary>The weight of <see cref="Support"/>.</summary>
    public const double SupportWeight = 0.40;

    private const double CostOfUnsaid = 0.5;

    private QualityScore()
    {
    }

    /// <summary>Whether everything is there, in the right language.</summary>
    public required double Completeness { get; init; }

    /// <summary>Whether everything has a fitting length.</summary>
    public required double Lengths { get; init; }

    /// <summary>Whether the keywords are the conversation's.</summary>
    public required double Keywords { get; init; }

    /// <summary>Whether numbers and names are the conversation's.</summary>
    public required double Support { get; init; }

    /// <summary>The score, with two decimals.</summary>
    public double Value => Math.Round((CompletenessWeight * Completeness) + (LengthsWeight * Lengths) + (KeywordsWeight * Keywords) + (SupportWeight * Support), 2);

    /// <summary>Scores a tidied analysis.</summary>
    /// <param name="analysis">The analysis.</param>
    /// <param name="conversation">The whole conversation.</param>
    public static QualityScore Of(ConsultationAnalysis analysis, string conversation)
    {
        ArgumentNullException.ThrowIfNull(analysis);
        ArgumentNullException.ThrowIfNull(conversation);
        ConversationEvidence evidence = new(conversation);
        string[] parts = [analysis.Summary.Customer, analysis.Summary.Agent, analysis.Summary.Result];
        string summary = string.Join('\n', parts);
        string titles = $"{analysis.Titles.Keyword}\n{analysis.Titles.Descriptive}";
        bool hasSummary = !string.IsNullOrWhiteSpace(summary);
        int unsaid = evidence.UnsaidNumbers($"{summary}\n{titles}").Count + evidence.UnsaidNames(summary).Count;
        return new QualityScore
        {
            Completeness = Share(
            [
                .. parts.Select(part => !string.IsNullOrWhiteSpace(part)),
                analysis.Keywords.Count > 0,
                !string.IsNullOrWhiteSpace(analysis.Titles.Keyword),
                !string.IsNullOrWhiteSpace(analysis.Titles.Descriptive),
                hasSummary && ConversationLanguage.Of(summary) == ConversationLanguage.Of(conversation),
            ]),
            Lengths = Share(
            [
                .. parts.Select(part => part.Length is >= AnalysisBounds.ShortestPart and <= AnalysisBounds.LongestPart),
                analysis.Keywords.Count is >= AnalysisBounds.FewestKeywords and <= AnalysisBounds.MostKeywords,
                analysis.Titles.Keyword.Length is >= AnalysisBounds.ShortestTitle and <= AnalysisBounds.LongestKeywordTitle,
                analysis.Titles.Descriptive.Length is >= AnalysisBounds.ShortestTitle and <= AnalysisBounds.LongestDescriptiveTitle,
            ]),
            Keywords = analysis.Keywords.Count == 0 ? 0 : Share([.. analysis.Keywords.Select(evidence.Says)]),
            Support = hasSummary ? Math.Max(0, 1 - (CostOfUnsaid * unsaid)) : 0,
        };
    }

    private static double Share(bool[] rules) => rules.Count(holds => holds) / (double)rules.Length;
}
