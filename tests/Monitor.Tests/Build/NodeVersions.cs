namespace Workflows.Monitor.Tests.Build;

/// <summary>Versions of Node.</summary>
internal static class NodeVersions
{
    /// <summary>Whether a version as <c>node --version</c> tells it (<c>v20.19.1</c>) is at least the one that a manifest wants (<c>&gt;=20.19</c>).</summary>
    public static bool Meets(string? found, string wanted) =>
        found is ['v', .. string number] && Version.TryParse(number.Split('-')[0], out Version? have) && have >= Version.Parse(wanted.TrimStart('>', '='));
}
