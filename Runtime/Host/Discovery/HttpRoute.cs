using Microsoft.AspNetCore.Routing.Patterns;
using Workflows.FunctionsWorker;

namespace Workflows.Runtime.Host.Discovery;

/// <summary>Where an HTTP function is found.</summary>
/// <param name="Pattern">The route with its prefix.</param>
/// <param name="Methods">The HTTP methods in upper case; empty: all.</param>
/// <param name="Level">Which key it wants.</param>
internal sealed record HttpRoute(RoutePattern Pattern, IReadOnlyList<string> Methods, AuthorizationLevel Level)
{
    public bool Overlaps(HttpRoute other) =>
        string.Equals(Pattern.RawText, other.Pattern.RawText, StringComparison.OrdinalIgnoreCase)
        && (Methods.Count == 0 || other.Methods.Count == 0 || Methods.Intersect(other.Methods).Any());
}
