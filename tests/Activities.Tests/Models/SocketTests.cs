using System.Net;
using System.Net.Sockets;
using System.Text;
using Workflows.Activities.Models;
using Workflows.Runtime.Engine.Testing;
using Workflows.Shared.Models;

namespace Workflows.Activities.Tests.Models;

public sealed class SocketTests
{
    [Fact]
    public async Task Cancelling_closes_the_connection_to_the_server()
    {
        var token = TestContext.Current.CancellationToken;
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        using var transport = new HttpModelTransport(new Uri($"http://{listener.LocalEndpoint}/v1"));
        using var bench = new ModelBench(transport, new VirtualTime());
        using var cancellation = new CancellationTokenSource();
        var running = bench.RunAsync(cancellationToken: cancellation.Token);
        using var connection = await listener.AcceptTcpClientAsync(token);
        await ReadRequestAsync(connection.GetStream(), token);

        await cancellation.CancelAsync();

        await Assert.ThrowsAsync<OperationCanceledException>(() => running);
        Assert.True(await IsClosedAsync(connection.GetStream(), token));
    }

    [Fact]
    public async Task Nobody_listening_is_unavailable()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var endpoint = new Uri($"http://{listener.LocalEndpoint}/v1");
        listener.Stop();
        using var transport = new HttpModelTransport(endpoint);
        using var bench = new ModelBench(transport, new VirtualTime());

        var outcome = await bench.RunAsync();

        Assert.Equal((ModelSendStatus.Unavailable, "The connection to pool 'gptoss' failed: ConnectionError."), (outcome.Status, outcome.Error));
    }

    [Fact]
    public async Task A_redirect_is_not_followed()
    {
        var token = TestContext.Current.CancellationToken;
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        using var transport = new HttpModelTransport(new Uri($"http://{listener.LocalEndpoint}/v1"));
        using var bench = new ModelBench(transport, new VirtualTime());
        var running = bench.RunAsync();
        using var connection = await listener.AcceptTcpClientAsync(token);
        await ReadRequestAsync(connection.GetStream(), token);
        await connection.GetStream().WriteAsync("HTTP/1.1 307 Temporary Redirect\r\nLocation: http://elsewhere.invalid/\r\nContent-Length: 0\r\n\r\n"u8.ToArray(), token);

        Assert.Equal(
            "The server of pool 'gptoss' redirects (307); set Models:Pools:gptoss:Endpoint to where the server is.",
            (await running).Error);
    }

    private static async Task ReadRequestAsync(NetworkStream stream, CancellationToken cancellationToken)
    {
        var text = "";
        var piece = new byte[8_192];
        while (!text.EndsWith("}}}", StringComparison.Ordinal))
        {
            text += Encoding.UTF8.GetString(piece, 0, await stream.ReadAsync(piece, cancellationToken));
        }
    }

    private static async Task<bool> IsClosedAsync(NetworkStream stream, CancellationToken cancellationToken)
    {
        try
        {
            return await stream.ReadAsync(new byte[1], cancellationToken) == 0;
        }
        catch (IOException)
        {
            return true;
        }
    }
}
