using Workflows.Durable.Client;
using Workflows.Runtime.Engine.Inspection;
using Workflows.Runtime.Host.Binding;
using Workflows.Runtime.Host.Monitor.Http;

namespace Workflows.Runtime.Host.Monitor.Instances;

/// <summary>Reads which instances are meant: from a query, or from a batch's filter, by the same names.</summary>
/// <param name="names">The names of the instances that are there.</param>
internal sealed class CriteriaReader(KnownNames names)
{
    private const int ShortestText = 2;
    private const int LongestText = 200;

    /// <exception cref="RequestFaultException">A value cannot be used.</exception>
    public InstanceCriteria Read(MonitorRequest request) => Read(
        request.Texts("status"), request.Texts("name"), request.Text("idPrefix"), request.Time, request.Text("text"), request.Http.Request.Query["tag"], request.Text("parent"));

    /// <exception cref="RequestFaultException">A value cannot be used.</exception>
    public InstanceCriteria Read(MonitorBody filter) => Read(
        filter.Texts("status"), filter.Texts("name"), filter.Text("idPrefix"), filter.Time, filter.Text("text"), filter.Texts("tags") ?? [], filter.Text("parent"));

    private InstanceCriteria Read(
        IReadOnlyList<string>? statuses, IReadOnlyList<string>? wanted, string? idPrefix, Func<string, DateTimeOffset?> time, string? text, IEnumerable<string?> tags, string? parent) => new()
        {
            Statuses = statuses?.Select(status => MonitorRequest.ChoiceOf<OrchestrationRuntimeStatus>("status", status)).ToList(),
            Names = wanted is null ? null : names.Spellings(wanted),
            IdPrefix = idPrefix,
            CreatedFrom = time("createdFrom"),
            CreatedTo = time("createdTo"),
            UpdatedFrom = time("updatedFrom"),
            UpdatedTo = time("updatedTo"),
            Text = text is null or { Length: >= ShortestText and <= LongestText } ? text
                : throw new RequestFaultException("text", $"'text' must have {ShortestText} to {LongestText} characters."),
            Tags = [.. tags.Where(tag => !string.IsNullOrEmpty(tag)).Select(tag => Tag(tag!))],
            RootsOnly = parent switch
            {
                null or "all" => false,
                "roots" => true,
                _ => throw new RequestFaultException("parent", "'parent' must be roots or all."),
            },
        };

    private static KeyValuePair<string, string?> Tag(string text)
    {
        int at = text.IndexOf('=', StringComparison.Ordinal);
        return at switch
        {
            < 0 => KeyValuePair.Create<string, string?>(text, null),
            0 => throw new RequestFaultException("tag", "'tag' must be a key, or key=value."),
            _ => KeyValuePair.Create<string, string?>(text[..at], text[(at + 1)..]),
        };
    }
}
