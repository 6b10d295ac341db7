using Microsoft.AspNetCore.WebUtilities;

namespace Workflows.Simulator.Protocol;

/// <summary>Flags in a query string.</summary>
internal static class QueryFlags
{
    /// <summary>Whether the query holds <paramref name="name"/> with the value <c>true</c>.</summary>
    public static bool IsTrue(string query, string name)
    {
        foreach (var pair in new QueryStringEnumerable(query))
        {
            if (pair.DecodeName().Span.SequenceEqual(name) && pair.DecodeValue().Span.SequenceEqual("true"))
            {
                return true;
            }
        }

        return false;
    }
}
