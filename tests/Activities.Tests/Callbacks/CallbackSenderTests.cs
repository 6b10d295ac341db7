using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Http;
using Workflows.Activities.Callbacks;
using Workflows.Runtime.Engine.Testing;
using Workflows.Shared.Callbacks;

namespace Workflows.Activities.Tests.Callbacks;

/// <summary>Callbacks over real sockets of this machine.</summary>
public sealed class CallbackSenderTests
{
    private const string Secret = "0123456789abcdef";

    private static readonly byte[] Body = """{"batch_id":"BATCH-20260101-001","results":[]}"""u8.ToArray();

    private static readonly CallbackRules Local = new() { Hosts = ["127.0.0.1", "receiver.test"], AllowPrivate = true };

    [Fact]
    public async Task The_body_arrives_as_it_is_with_signature_time_and_delivery_id()
    {
        await using Receiver receiver = await Receiver.OfStatusAsync(204);
        VirtualTime time = new();

        CallbackAttempt attempt = await SendAsync(Local, $"http://127.0.0.1:{receiver.Port}/hook?x=1", time);

        Assert.Equal((true, 204, null), (attempt.Delivered, attempt.HttpStatus, attempt.Error));
        (IHeaderDictionary headers, byte[] body, string path) = Assert.Single(receiver.Requests);
        string timestamp = time.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        Assert.Equal(Body, body);
        Assert.Equal("/hook", path);
        Assert.Equal(timestamp, headers["X-Timestamp"]);
        Assert.Equal(CallbackSignature.Of(Secret, timestamp, Body), headers["X-Signature"]);
        Assert.Equal(("delivery-1", "Workflows-Callback/1", "application/json"), ((string?)headers["X-Delivery-Id"], (string?)headers.UserAgent, (string?)headers.ContentType));
        Assert.Equal(Body.Length, headers.ContentLength);
        Assert.False(headers.ContainsKey("traceparent") || headers.ContainsKey("Cookie"));
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("10.0.0.1")]
    [InlineData("169.254.169.254")]
    [InlineData("::1")]
    [InlineData("::ffff:127.0.0.1")]
    [InlineData("64:ff9b::7f00:1")]
    [InlineData("0.0.0.0")]
    [InlineData("fd00::1")]
    public async Task A_name_that_resolves_to_an_address_out_of_bounds_is_not_connected_to(string address)
    {
        CallbackAttempt attempt = await SendAsync(
            new CallbackRules { Hosts = ["receiver.test"] }, "https://receiver.test/hook", resolve: _ => [IPAddress.Parse(address)]);

        Assert.Equal((false, "The host's name resolves to no address that callbacks may go to."), (attempt.Delivered, attempt.Error));
    }

    [Fact]
    public async Task Metadata_is_out_of_bounds_also_where_private_addresses_are_in()
    {
        CallbackAttempt attempt = await SendAsync(Local, "http://receiver.test/latest/meta-data", resolve: _ => [IPAddress.Parse("169.254.169.254")]);

        Assert.Equal("The host's name resolves to no address that callbacks may go to.", attempt.Error);
    }

    [Fact]
    public async Task Of_several_addresses_those_out_of_bounds_are_passed_over()
    {
        await using Receiver receiver = await Receiver.OfStatusAsync(200);

        CallbackAttempt attempt = await SendAsync(
            Local, $"http://receiver.test:{receiver.Port}/", resolve: _ => [IPAddress.Parse("169.254.169.254"), IPAddress.Loopback]);

        Assert.True(attempt.Delivered);
    }

    [Fact]
    public async Task An_address_that_cannot_be_reached_is_followed_by_the_next_one()
    {
        await using Receiver receiver = await Receiver.OfStatusAsync(200);

        CallbackAttempt attempt = await SendAsync(Local, $"http://receiver.test:{receiver.Port}/", resolve: _ => [IPAddress.Parse("127.0.0.2"), IPAddress.Loopback]);

        Assert.True(attempt.Delivered);
    }

    [Fact]
    public async Task A_name_is_resolved_once_for_each_attempt_and_the_connection_goes_to_what_was_checked()
    {
        await using Receiver receiver = await Receiver.OfStatusAsync(200);
        int lookups = 0;
        IPAddress[] Rebinding(string host) => ++lookups == 1 ? [IPAddress.Loopback] : [IPAddress.Parse("169.254.169.254")];
        using CallbackSender sender = Sender(Local, new VirtualTime(), Rebinding);
        CallbackMessage message = Message($"http://receiver.test:{receiver.Port}/");

        CallbackAttempt first = await sender.SendAsync(message, TestContext.Current.CancellationToken);
        CallbackAttempt second = await sender.SendAsync(message, TestContext.Current.CancellationToken);

        Assert.Equal((true, false, 2), (first.Delivered, second.Delivered, lookups));
        Assert.Single(receiver.Requests);
    }

    [Fact]
    public async Task A_redirect_is_not_followed()
    {
        await using Receiver target = await Receiver.OfStatusAsync(200);
        await using Receiver receiver = await Receiver.OfStatusAsync(307, headers => headers.Location = $"http://127.0.0.1:{target.Port}/");

        CallbackAttempt attempt = await SendAsync(Local, $"http://127.0.0.1:{receiver.Port}/");

        Assert.Equal((false, "The receiver answered with status 307; redirects are not followed."), (attempt.Delivered, attempt.Error));
        Assert.Empty(target.Requests);
    }

    [Theory]
    [InlineData("120", 120)]
    [InlineData("Thu, 01 Jan 2026 00:05:00 GMT", 300)]
    [InlineData("Thu, 01 Jan 2015 00:05:00 GMT", null)]
    [InlineData("soon", null)]
    public async Task How_long_the_receiver_asks_to_wait_is_told(string header, int? seconds)
    {
        await using Receiver receiver = await Receiver.OfStatusAsync(503, headers => headers.RetryAfter = header);

        CallbackAttempt attempt = await SendAsync(Local, $"http://127.0.0.1:{receiver.Port}/");

        Assert.Equal((503, (double?)seconds, false), (attempt.HttpStatus, attempt.RetryAfterSeconds, attempt.Final));
    }

    [Fact]
    public async Task A_receiver_that_does_not_answer_has_ten_seconds()
    {
        TaskCompletionSource entered = new(TaskCreationOptions.RunContinuationsAsynchronously);
        await using Receiver receiver = await Receiver.StartAsync(http =>
        {
            entered.SetResult();
            return new TaskCompletionSource().Task.WaitAsync(http.RequestAborted);
        });
        VirtualTime time = new();
        Task<CallbackAttempt> sending = SendAsync(Local, $"http://127.0.0.1:{receiver.Port}/", time);
        await entered.Task.WaitAsync(TestContext.Current.CancellationToken);

        time.Advance(TimeSpan.FromSeconds(10));

        Assert.Equal("The receiver did not answer within 10 s.", (await sending).Error);
    }

    [Fact]
    public async Task Of_an_endless_answer_only_the_status_counts()
    {
        await using Receiver receiver = await Receiver.StartAsync(async http =>
        {
            byte[] piece = new byte[16 * 1024];
            while (!http.RequestAborted.IsCancellationRequested)
            {
                await http.Response.Body.WriteAsync(piece, http.RequestAborted);
            }
        });

        Assert.True((await SendAsync(Local, $"http://127.0.0.1:{receiver.Port}/")).Delivered);
    }

    [Fact]
    public async Task A_port_where_nobody_listens_is_told_without_the_address()
    {
        using TcpListener free = new(IPAddress.Loopback, 0);
        free.Start();
        int port = ((IPEndPoint)free.LocalEndpoint).Port;
        free.Stop();

        CallbackAttempt attempt = await SendAsync(Local, $"http://127.0.0.1:{port}/secret-path");

        Assert.Equal("The host cannot be connected to.", attempt.Error);
    }

    [Fact]
    public async Task A_name_that_does_not_resolve_is_told() => Assert.Equal(
        "The host's name cannot be resolved.",
        (await SendAsync(Local, "http://receiver.test/", resolve: _ => throw new SocketException((int)SocketError.HostNotFound))).Error);

    [Fact]
    public async Task A_server_that_speaks_no_tls_is_told()
    {
        await using Receiver receiver = await Receiver.OfStatusAsync(200);

        CallbackAttempt attempt = await SendAsync(Local, $"https://127.0.0.1:{receiver.Port}/");

        Assert.Equal("No secure connection could be made: the certificate or the TLS version does not do.", attempt.Error);
    }

    [Fact]
    public async Task An_address_that_is_no_longer_allowed_is_not_sent_to()
    {
        await using Receiver receiver = await Receiver.OfStatusAsync(200);

        CallbackAttempt attempt = await SendAsync(new CallbackRules { Hosts = [], AllowPrivate = true }, $"http://127.0.0.1:{receiver.Port}/");

        Assert.Contains("CallbackHosts", attempt.Error, StringComparison.Ordinal);
        Assert.Empty(receiver.Requests);
    }

    [Fact]
    public async Task Giving_up_is_no_attempt()
    {
        using CancellationTokenSource source = new();
        await source.CancelAsync();
        using CallbackSender sender = Sender(Local, new VirtualTime());

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sender.SendAsync(Message("http://127.0.0.1:9/"), source.Token));
    }

    [Fact]
    public void Neither_proxies_nor_cookies_nor_redirects_are_used()
    {
        using SocketsHttpHandler handler = CallbackTransport.Create(Local, TimeProvider.System);

        Assert.Equal((false, false, false), (handler.UseProxy, handler.UseCookies, handler.AllowAutoRedirect));
    }

    private static async Task<CallbackAttempt> SendAsync(CallbackRules rules, string url, VirtualTime? time = null, Func<string, IPAddress[]>? resolve = null)
    {
        using CallbackSender sender = Sender(rules, time ?? new VirtualTime(), resolve);
        return await sender.SendAsync(Message(url), TestContext.Current.CancellationToken);
    }

    private static CallbackSender Sender(CallbackRules rules, VirtualTime time, Func<string, IPAddress[]>? resolve = null) =>
        new(rules, CallbackTransport.Create(rules, time, resolve is null ? null : (host, _) => Task.Run(() => resolve(host))), time);

    private static CallbackMessage Message(string url) => new(url, "delivery-1", Secret, Body);
}
