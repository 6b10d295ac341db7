namespace Workflows.Shared.Debate.Gate;

/// <summary>
/// Holds the claims of a synthesis against the evidence, by code: a citation stands when its document exists and its quotation is in that document, compared by <see cref="QuoteText"/>.
/// An ellipsis in a quotation leaves something out: its parts, each of them long enough, must stand in the document in their order. Words of scripts that part them must be whole.
/// </summary>
public sealed class EvidenceGate
{
    private const int MostReasons = 20;
    private const int LongestId = 64;

    // 0.9 of ten is nine, whatever the machine's arithmetic says.
    private const double Rounding = 1e-9;

    private readonly GateOptions _options;
    private readonly Dictionary<string, (string Whole, int Letters)> _documents = new(StringComparer.Ordinal);

    /// <summary>Takes the evidence.</summary>
    /// <param name="documents">All documents, whole.</param>
    /// <param name="options">What is asked for.</param>
    public EvidenceGate(IEnumerable<EvidenceDocument> documents, GateOptions options)
    {
        ArgumentNullException.ThrowIfNull(documents);
        ArgumentNullException.ThrowIfNull(options);
        _options = options;
        foreach (EvidenceDocument document in documents)
        {
            string text = QuoteText.Normalize(document.Text);
            _documents[document.Id] = ($"{QuoteText.Normalize(document.Title)}\n{text}", Quotation.LettersOf(text));
        }
    }

    /// <summary>Checks a synthesis.</summary>
    /// <param name="synthesis">What it says.</param>
    public GateResult Check(PersonaOutput synthesis)
    {
        ArgumentNullException.ThrowIfNull(synthesis);
        List<string> reasons = [];
        int supported = 0;
        int citations = 0;
        int standing = 0;
        for (int i = 0; i < synthesis.Claims.Count; i++)
        {
            int stands = 0;
            foreach (Citation citation in synthesis.Claims[i].Citations)
            {
                citations++;
                if (Fault(citation) is { } fault)
                {
                    reasons.Add($"claim {i + 1}: {fault}");
                }
                else
                {
                    stands++;
                }
            }

            standing += stands;
            supported += stands > 0 ? 1 : 0;
            if (synthesis.Claims[i].Citations.Count == 0 && _documents.Count > 0)
            {
                reasons.Add($"claim {i + 1}: it cites nothing");
            }
        }

        bool passed = synthesis.Claims.Count >= _options.MinClaims
            && supported + Rounding >= _options.SupportedShare * synthesis.Claims.Count
            && standing + Rounding >= _options.StandingShare * citations;
        if (synthesis.Claims.Count < _options.MinClaims && _documents.Count > 0)
        {
            reasons.Add($"there are {synthesis.Claims.Count} claims, at least {_options.MinClaims} are asked for");
        }

        return new GateResult
        {
            Status = _documents.Count == 0 ? "skipped" : passed ? "passed" : "failed",
            Claims = synthesis.Claims.Count,
            Supported = supported,
            Citations = citations,
            Standing = standing,
            Reasons = [.. reasons.Take(MostReasons)],
        };
    }

    /// <summary>Why a citation does not stand; null when it does.</summary>
    private string? Fault(Citation citation)
    {
        if (!_documents.TryGetValue(citation.EvidenceId, out var document))
        {
            return $"there is no evidence '{SafeText.Line(citation.EvidenceId, LongestId)}'";
        }

        Quotation quotation = new(citation.Quote);
        if (quotation.Letters == 0 || quotation.Letters < Math.Min(_options.MinQuote, document.Letters))
        {
            return $"its quotation from '{citation.EvidenceId}' is too short to prove anything";
        }

        return quotation.StandsIn(document.Whole) ? null : $"its quotation is not in '{citation.EvidenceId}'";
    }
}
