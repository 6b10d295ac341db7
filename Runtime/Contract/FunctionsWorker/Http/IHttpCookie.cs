namespace Workflows.FunctionsWorker.Http;

/// <summary>A cookie.</summary>
public interface IHttpCookie
{
    /// <summary>The domain; null: the host that sets it.</summary>
    string? Domain { get; }

    /// <summary>When it ends; null: with the session.</summary>
    DateTimeOffset? Expires { get; }

    /// <summary>True: hidden from scripts.</summary>
    bool? HttpOnly { get; }

    /// <summary>How many seconds it lasts; null: see <see cref="Expires"/>.</summary>
    double? MaxAge { get; }

    /// <summary>The name.</summary>
    string Name { get; }

    /// <summary>The path; null: that of the request.</summary>
    string? Path { get; }

    /// <summary>Whether requests from other sites carry it.</summary>
    SameSite SameSite { get; }

    /// <summary>True: over HTTPS only.</summary>
    bool? Secure { get; }

    /// <summary>The value.</summary>
    string Value { get; }
}
