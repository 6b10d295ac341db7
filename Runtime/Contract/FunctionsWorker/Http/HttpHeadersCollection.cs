using System.Net.Http.Headers;

namespace Workflows.FunctionsWorker.Http;

/// <summary>The headers of a request or an answer.</summary>
public class HttpHeadersCollection : HttpHeaders
{
    /// <summary>Creates an empty collection.</summary>
    public HttpHeadersCollection()
    {
    }

    /// <summary>Creates a collection; values are taken without a check of their form.</summary>
    /// <param name="headers">Names with values.</param>
    /// <exception cref="ArgumentNullException"><paramref name="headers"/> is null.</exception>
    public HttpHeadersCollection(IEnumerable<KeyValuePair<string, string>> headers)
    {
        ArgumentNullException.ThrowIfNull(headers);
        foreach ((string name, string value) in headers)
        {
            TryAddWithoutValidation(name, value);
        }
    }

    /// <summary>Creates a collection; values are taken without a check of their form.</summary>
    /// <param name="headers">Names with values.</param>
    /// <exception cref="ArgumentNullException"><paramref name="headers"/> is null.</exception>
    public HttpHeadersCollection(IEnumerable<KeyValuePair<string, IEnumerable<string>>> headers)
    {
        ArgumentNullException.ThrowIfNull(headers);
        foreach ((string name, IEnumerable<string> values) in headers)
        {
            TryAddWithoutValidation(name, values);
        }
    }
}
