namespace Workflows.FunctionsWorker.Http;

/// <summary>The cookies that an answer sets.</summary>
public abstract class HttpCookies
{
    /// <summary>For derived classes.</summary>
    protected HttpCookies()
    {
    }

    /// <summary>Adds a cookie.</summary>
    /// <param name="name">The name.</param>
    /// <param name="value">The value.</param>
    public abstract void Append(string name, string value);

    /// <summary>Adds a cookie.</summary>
    /// <param name="cookie">The cookie.</param>
    public abstract void Append(IHttpCookie cookie);

    /// <summary>Makes a cookie that is not yet added.</summary>
    public abstract IHttpCookie CreateNew();
}
