namespace Workflows.FunctionsWorker.Http;

/// <summary>Whether requests from other sites carry a cookie.</summary>
public enum SameSite
{
    /// <summary>Nothing is said.</summary>
    None,

    /// <summary>Only when the user follows a link.</summary>
    Lax,

    /// <summary>Never.</summary>
    Strict,

    /// <summary>Always, and said so.</summary>
    ExplicitNone,
}
