using System.Net;
using Workflows.Shared.Callbacks;

namespace Workflows.Activities.Callbacks;

/// <summary>The way callbacks go: no redirects, no proxies, no cookies, no compression, only to addresses that are allowed.</summary>
internal static class CallbackTransport
{
    private const int MostHeaderKilobytes = 16;

    /// <summary>Makes the handler.</summary>
    /// <param name="rules">Where callbacks may go.</param>
    /// <param name="time">The clock of the limits.</param>
    /// <param name="resolve">Gives the addresses of a name; null: the system's resolver.</param>
    public static SocketsHttpHandler Create(CallbackRules rules, TimeProvider time, Func<string, CancellationToken, Task<IPAddress[]>>? resolve = null)
    {
        GuardedConnector connector = new(rules.AllowPrivate, resolve ?? Dns.GetHostAddressesAsync, time);
        return new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseProxy = false,
            UseCookies = false,
            AutomaticDecompression = DecompressionMethods.None,
            ActivityHeadersPropagator = null,
            MaxResponseHeadersLength = MostHeaderKilobytes,

            // A connection is made apart from the request that wants it, and would be tried on when that has long been given up.
            ConnectTimeout = CallbackSender.Limit,

            // Each attempt has a connection of its own, whose address has just been checked.
            PooledConnectionLifetime = TimeSpan.Zero,
            ConnectCallback = (context, cancellationToken) => connector.ConnectAsync(context.DnsEndPoint, cancellationToken),
        };
    }
}
