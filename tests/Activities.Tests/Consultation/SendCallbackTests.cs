using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Workflows.Activities.Callbacks;
using Workflows.Activities.Consultation;
using Workflows.Activities.Content;
using Workflows.Activities.Tests.Models;
using Workflows.Shared.Callbacks;
using Workflows.Shared.Consultation;

namespace Workflows.Activities.Tests.Consultation;

public sealed class SendCallbackTests : IDisposable
{
    private static readonly CallbackDelivery Delivery = new() { DeliveryId = "delivery-1", BatchId = "BATCH-20260101-001", Client = "callcentre", Url = "https://centerlink.api/hook" };

    private readonly ConsultationOptions _options = new() { Clients = { ["callcentre"] = new ConsultationClientOptions { Secrets = ["first-secret-0001", "second-secret-002"] } } };
    private readonly Store _store = new();
    private readonly Sender _sender = new();
    private readonly CapturedLogs _logs = new();

    [Fact]
    public async Task The_stored_body_goes_out_under_the_first_secret()
    {
        byte[] body = """{ "batch_id":"BATCH-20260101-001" }"""u8.ToArray();
        _store.Contents[ContentKeys.Callback(Delivery.BatchId)] = body;

        CallbackAttempt attempt = await RunAsync();

        Assert.True(attempt.Delivered);
        CallbackMessage sent = Assert.Single(_sender.Sent);
        Assert.Equal(("https://centerlink.api/hook", "delivery-1", "first-secret-0001"), (sent.Url, sent.DeliveryId, sent.Secret));
        Assert.Equal(body, sent.Body.ToArray());
    }

    [Fact]
    public async Task Results_that_are_gone_cannot_be_delivered_any_more()
    {
        CallbackAttempt attempt = await RunAsync();

        Assert.Equal((false, true, "The batch's results are not kept any more."), (attempt.Delivered, attempt.Final, attempt.Error));
        Assert.Empty(_sender.Sent);
    }

    [Fact]
    public async Task A_client_that_is_gone_may_come_back()
    {
        _options.Clients.Clear();

        CallbackAttempt attempt = await RunAsync();

        Assert.Equal((false, false), (attempt.Delivered, attempt.Final));
        Assert.Contains("not configured", attempt.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_log_has_the_delivery_and_nothing_of_address_secret_or_body()
    {
        _store.Contents[ContentKeys.Callback(Delivery.BatchId)] = "conversation"u8.ToArray();

        await RunAsync();

        string line = Assert.Single(_logs.Lines);
        Assert.Contains("delivery-1 of BATCH-20260101-001: delivered", line, StringComparison.Ordinal);
        Assert.DoesNotContain("hook", line, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", line, StringComparison.Ordinal);
        Assert.DoesNotContain("conversation", line, StringComparison.Ordinal);
    }

    public void Dispose() => _logs.Dispose();

    private async Task<CallbackAttempt> RunAsync()
    {
        using ServiceProvider services = new ServiceCollection().AddMetrics().AddSingleton<ConsultationMetrics>().BuildServiceProvider();
        using ILoggerFactory logs = LoggerFactory.Create(logging => logging.AddProvider(_logs));
        return await new SendCallback(
            _store, _sender, Options.Create(_options), services.GetRequiredService<ConsultationMetrics>(), new HandClock(), logs.CreateLogger<SendCallback>())
            .RunAsync(Delivery, TestContext.Current.CancellationToken);
    }

    private sealed class Sender : ICallbackSender
    {
        public List<CallbackMessage> Sent { get; } = [];

        public Task<CallbackAttempt> SendAsync(CallbackMessage message, CancellationToken cancellationToken)
        {
            Sent.Add(message);
            return Task.FromResult(new CallbackAttempt { Delivered = true, HttpStatus = 200 });
        }
    }

    private sealed class Store : IContentStore
    {
        public ConcurrentDictionary<string, byte[]> Contents { get; } = [];

        public Task PutAsync(string key, ReadOnlyMemory<byte> content, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<ReadOnlyMemory<byte>?> GetAsync(string key, CancellationToken cancellationToken) =>
            Task.FromResult(Contents.TryGetValue(key, out byte[]? content) ? content : (ReadOnlyMemory<byte>?)null);

        public Task DeleteAsync(string folder, CancellationToken cancellationToken) => throw new NotSupportedException();
    }
}
