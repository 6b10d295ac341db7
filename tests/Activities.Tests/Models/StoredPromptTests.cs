using System.Net;
using Workflows.Shared.Models;

namespace Workflows.Activities.Tests.Models;

public sealed class StoredPromptTests
{
    [Fact]
    public async Task A_prompt_in_the_content_store_is_sent_from_there()
    {
        using StubServer server = new(HttpStatusCode.OK, ModelBench.Saying(ModelBench.Good));
        using ModelBench bench = new(server);
        bench.Content.Put("a/b.txt", "the stored 대화");

        ModelSendOutcome outcome = await bench.RunAsync(Stored(bench));

        Assert.Equal(ModelSendStatus.Answered, outcome.Status);
        Assert.Contains("""{"role":"user","content":"the stored 대화"}""", server.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_prompt_that_is_not_there_is_refused_and_nothing_is_sent()
    {
        using StubServer server = new(HttpStatusCode.OK, ModelBench.Saying(ModelBench.Good));
        using ModelBench bench = new(server);

        ModelSendOutcome outcome = await bench.RunAsync(Stored(bench));

        Assert.Equal((ModelSendStatus.Refused, 0), (outcome.Status, server.Requests));
    }

    [Fact]
    public async Task A_stored_prompt_counts_against_the_context()
    {
        using StubServer server = new(HttpStatusCode.OK, ModelBench.Saying(ModelBench.Good));
        using ModelBench bench = new(server);
        bench.Content.Put("a/b.txt", new string('가', 200_000));

        Assert.Equal((ModelSendStatus.Refused, 0), ((await bench.RunAsync(Stored(bench))).Status, server.Requests));
    }

    [Fact]
    public async Task A_stored_prompt_never_reaches_a_log()
    {
        using StubServer server = new(HttpStatusCode.InternalServerError, "broken");
        using ModelBench bench = new(server);
        bench.Content.Put("a/b.txt", "stored-secret");

        await bench.RunAsync(Stored(bench));

        Assert.DoesNotContain("stored-secret", string.Join('\n', bench.Logs.Lines), StringComparison.Ordinal);
    }

    private static ModelSend Stored(ModelBench bench)
    {
        ModelSend send = bench.Send();
        return send with { Request = send.Request with { Prompt = send.Request.Prompt with { User = "", ContentKey = "a/b.txt" } } };
    }
}
