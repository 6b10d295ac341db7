using System.Net;
using System.Net.Sockets;
using Workflows.Shared.Callbacks;

namespace Workflows.Activities.Callbacks;

/// <summary>
/// Connects to addresses where callbacks may go, and to no other. A name is resolved here, once, and the connection goes to the very address
/// that was checked: a name that answers differently the next time gains nothing.
/// </summary>
/// <param name="allowPrivate">Whether this machine, this link and private networks are in bounds.</param>
/// <param name="resolve">Gives the addresses of a name.</param>
/// <param name="time">The clock of the limit.</param>
internal sealed class GuardedConnector(bool allowPrivate, Func<string, CancellationToken, Task<IPAddress[]>> resolve, TimeProvider time)
{
    /// <summary>How long one of several addresses may take: one that swallows everything must not use up the time of the others.</summary>
    private static readonly TimeSpan LimitOfOne = TimeSpan.FromSeconds(3);

    /// <exception cref="RefusedAddressException">The host has no address that is allowed.</exception>
    /// <exception cref="SocketException">The name cannot be resolved, or no address can be reached.</exception>
    public async ValueTask<Stream> ConnectAsync(DnsEndPoint end, CancellationToken cancellationToken)
    {
        IPAddress[] addresses = await resolve(end.Host.Trim('[', ']'), cancellationToken);
        IPAddress[] allowed = [.. addresses.Where(address => AddressKinds.IsAllowed(address, allowPrivate))];
        if (allowed.Length == 0)
        {
            throw addresses.Length == 0 ? new SocketException((int)SocketError.HostNotFound) : new RefusedAddressException();
        }

        for (int i = 0; ; i++)
        {
            try
            {
                return await ConnectAsync(new IPEndPoint(allowed[i], end.Port), isLast: i == allowed.Length - 1, cancellationToken);
            }
            catch (Exception e) when (i < allowed.Length - 1 && e is SocketException or OperationCanceledException && !cancellationToken.IsCancellationRequested)
            {
                // The next address follows.
            }
        }
    }

    private async Task<Stream> ConnectAsync(IPEndPoint end, bool isLast, CancellationToken cancellationToken)
    {
        using CancellationTokenSource limit = new(isLast ? Timeout.InfiniteTimeSpan : LimitOfOne, time);
        using CancellationTokenSource both = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        Socket socket = new(end.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(end, both.Token);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
