using System.Net;
using Azure.Storage.Queues.Models;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Workflows.Runtime.Host.App;

namespace Workflows.Runtime.Host.Queues;

/// <summary>What queue functions do, wherever their queues are.</summary>
public abstract class QueueFunctionTests
{
    private protected abstract string Connection { get; }

    private protected abstract string Prefix { get; }

    private protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_message_is_bound_as_text_as_bytes_and_as_data()
    {
        await using TestHost host = await StartAsync();

        await SendAsync(host, "orders", "two of <ü>");
        await SendAsync(host, "bytes", "ü");
        await SendAsync(host, "data", "d");

        Assert.Equal("two of <ü>", await host.Desk.NextAsync<string>("Orders"));
        Assert.Equal("ü"u8.ToArray(), await host.Desk.NextAsync<byte[]>("Bytes"));
        (BinaryData data, IReadOnlyDictionary<string, object?> told) = await host.Desk.NextAsync<(BinaryData, IReadOnlyDictionary<string, object?>)>("Data");
        Assert.Equal("d", data.ToString());
        Assert.Equal(("d", 1L), (told["QueueTrigger"], told["DequeueCount"]));
    }

    [Fact]
    public async Task A_message_is_bound_as_the_accounts_message_and_what_is_known_of_it_by_name()
    {
        await using TestHost host = await StartAsync();

        await SendAsync(host, "letters", "dear <ü>");
        (QueueMessage letter, string id, int dequeueCount, DateTimeOffset inserted, DateTime? nextVisible) =
            await host.Desk.NextAsync<(QueueMessage, string, int, DateTimeOffset, DateTime?)>("Letters");

        Assert.Equal(("dear <ü>", 1L, 1), (letter.Body.ToString(), letter.DequeueCount, dequeueCount));
        Assert.Equal((letter.MessageId, letter.InsertedOn, letter.NextVisibleOn?.UtcDateTime), (id, inserted, nextVisible));
        Assert.True(nextVisible > inserted.UtcDateTime);
    }

    [Theory]
    [InlineData("""{ "Name": "box", "Weight": 3 }""")]
    [InlineData("""{ "name": "box", "weight": 3 }""")]
    public async Task A_message_is_bound_as_a_record_in_both_casings(string json)
    {
        await using TestHost host = await StartAsync();

        await SendAsync(host, "parcels", json);

        Assert.Equal(new Parcel("box", 3), await host.Desk.NextAsync<Parcel>("Parcels"));
    }

    [Theory]
    [InlineData("not json: secret words")]
    [InlineData("null")]
    public async Task A_message_that_cannot_be_bound_goes_to_the_poison_queue_and_its_text_not_to_the_log(string text)
    {
        await using TestHost host = await StartAsync();

        await SendAsync(host, "parcels", text);

        Assert.Equal(text, await host.Desk.NextAsync<string>("LostParcels"));
        Assert.Equal(0, host.Desk.Waiting("Parcels"));
        Assert.Equal(5, host.Logs.Of(LogLevel.Error).Count(line => line.Contains("Parcels", StringComparison.Ordinal)));
        Assert.DoesNotContain(host.Logs.Of(LogLevel.Error), line => line.Contains("secret", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_message_that_fails_five_times_goes_to_the_poison_queue_as_it_was()
    {
        await using TestHost host = await StartAsync();
        host.Desk.Work = (function, _, _) => function == "Orders" ? throw new InvalidOperationException("failed") : Task.CompletedTask;

        await SendAsync(host, "orders", "bad");

        Assert.Equal("bad", await host.Desk.NextAsync<string>("LostOrders"));
        Assert.Equal(5, host.Desk.Waiting("Orders"));
        await host.Logs.WaitForAsync(LogLevel.Warning, "failed 5 times and was moved to", Cancellation);
    }

    [Fact]
    public async Task What_a_function_returns_is_sent_when_it_has_succeeded_and_not_before()
    {
        await using TestHost host = await StartAsync();
        int failures = 0;
        host.Desk.Work = (function, _, _) => function == "Forward" && failures++ == 0 ? throw new InvalidOperationException("once") : Task.CompletedTask;

        await SendAsync(host, "forward", "x");

        Assert.Equal("x, forwarded", await host.Desk.NextAsync<string>("Orders"));
        Assert.Equal(2, host.Desk.Waiting("Forward"));
        Assert.Equal(0, host.Desk.Waiting("Orders"));
    }

    [Fact]
    public async Task A_result_is_sent_by_its_properties_a_collection_as_several_messages()
    {
        await using TestHost host = await StartAsync();

        await SendAsync(host, "split", "a b c");

        Assert.Equal(["a", "b", "c"], new[] { await host.Desk.NextAsync<string>("Orders"), await host.Desk.NextAsync<string>("Orders"), await host.Desk.NextAsync<string>("Orders") }.Order());
        Assert.Equal(new Parcel("a b c", 5), await host.Desk.NextAsync<Parcel>("Parcels"));
    }

    [Fact]
    public async Task An_http_function_answers_and_sends_a_message()
    {
        await using TestHost host = await StartAsync();

        using HttpResponseMessage answer = await host.Http.PostAsync(new Uri("/api/shop/tea", UriKind.Relative), null, Cancellation);

        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        Assert.Equal("tea", await host.Desk.NextAsync<string>("Orders"));
    }

    [Fact]
    public async Task Messages_run_side_by_side_up_to_a_batch_and_what_may_be_fetched_beside_it()
    {
        await using TestHost host = await StartAsync(("batchSize", "4"), ("newBatchThreshold", "2"));
        TaskCompletionSource full = new(TaskCreationOptions.RunContinuationsAsynchronously);
        TaskCompletionSource release = new(TaskCreationOptions.RunContinuationsAsynchronously);
        int running = 0;
        host.Desk.Work = async (_, _, _) =>
        {
            if (Interlocked.Increment(ref running) == 4)
            {
                full.SetResult();
            }

            await release.Task;
        };

        foreach (int order in Enumerable.Range(0, 20))
        {
            await SendAsync(host, "orders", $"{order}");
        }

        await full.Task.WaitAsync(TimeSpan.FromSeconds(30), Cancellation);
        release.SetResult();
        HashSet<string> orders = [];
        while (orders.Count < 20)
        {
            orders.Add(await host.Desk.NextAsync<string>("Orders"));
        }

        Assert.InRange(host.Desk.MostAtOnce, 4, 6);
    }

    [Fact]
    public async Task A_message_whose_run_the_stop_cut_off_runs_again_at_the_next_start()
    {
        string folder = TestHost.NewFolder();
        string prefix = Prefix;
        await using (TestHost first = await StartAsync(folder, prefix))
        {
            first.Desk.Work = (_, _, cancellationToken) => Task.Delay(Timeout.Infinite, cancellationToken);
            await first.Queues.SendAsync($"{prefix}data", "again", cancellationToken: Cancellation);
            await first.Desk.NextAsync<(BinaryData, IReadOnlyDictionary<string, object?>)>("Data");
        }

        await using (TestHost second = await StartAsync(folder, prefix))
        {
            (BinaryData data, IReadOnlyDictionary<string, object?> told) = await second.Desk.NextAsync<(BinaryData, IReadOnlyDictionary<string, object?>)>("Data");
            Assert.Equal(("again", 2L), (data.ToString(), told["DequeueCount"]));
        }

        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Messages_that_are_not_encoded_are_taken_as_they_are_when_the_host_is_told_so()
    {
        await using TestHost host = await StartAsync(("messageEncoding", "none"));

        await SendAsync(host, "orders", "plain");

        Assert.Equal("plain", await host.Desk.NextAsync<string>("Orders"));
    }

    private protected static Task SendAsync(TestHost host, string queue, string text) =>
        host.Queues.SendAsync($"%Queues:Prefix%{queue}", text, cancellationToken: Cancellation);

    private protected Task<TestHost> StartAsync(params (string Name, string Value)[] settings) => StartAsync(null, Prefix, settings);

    private Task<TestHost> StartAsync(string? folder, string prefix, params (string Name, string Value)[] settings)
    {
        Dictionary<string, string?> values = settings.ToDictionary(s => $"AzureFunctionsJobHost:extensions:queues:{s.Name}", s => (string?)s.Value);
        values["AzureFunctionsJobHost:extensions:queues:maxPollingInterval"] = "00:00:00.1";
        values["AzureWebJobsStorage"] = Connection;
        values["Queues:Prefix"] = prefix;
        return TestHost.StartAsync(folder: folder, build: builder => builder.Configuration.AddInMemoryCollection(values));
    }
}
