using System.Net;
using System.Text.Json;
using Workflows.Runtime.Engine.Testing;
using Workflows.Shared.Models;

namespace Workflows.Activities.Tests.Models;

public sealed class SimilarityRequestTests
{
    [Fact]
    public async Task The_question_and_the_texts_are_the_inputs_of_one_embeddings_request()
    {
        using var server = new StubServer(HttpStatusCode.OK, Reply(Item(0, "[1,0]"), Item(1, "[1,0]"), Item(2, "[0,1]")));
        using var bench = new ModelBench(server);

        await bench.RunAsync(Send(bench));

        Assert.Equal("/v1/embeddings", server.Address!.AbsolutePath);
        Assert.Equal("""{"model":"gptoss","input":["secret question","첫 글","second"],"encoding_format":"float"}""", server.Body);
        Assert.Equal(1, server.Requests);
    }

    [Fact]
    public async Task The_answer_is_the_cosine_of_each_text_to_the_question_and_nothing_below_zero()
    {
        using var server = new StubServer(HttpStatusCode.OK, Reply(Item(0, "[2,0]"), Item(1, "[3,4]"), Item(2, "[-1,0]")));
        using var bench = new ModelBench(server);

        var outcome = await bench.RunAsync(Send(bench));

        Assert.Equal((ModelSendStatus.Answered, "[0.6,0]"), (outcome.Status, outcome.Answer));
        Assert.Equal(("served", 9, 0), (outcome.Model, outcome.PromptTokens, outcome.CompletionTokens));
    }

    [Theory]
    [InlineData("[1e300,0]", "[1e300,1e300]")]
    [InlineData("[5e-324,0]", "[5e-324,5e-324]")]
    [InlineData("[1e300,0]", "[5e-324,5e-324]")]
    public async Task Neither_large_nor_small_values_spoil_the_cosine(string question, string text)
    {
        using var server = new StubServer(HttpStatusCode.OK, Reply(Item(0, question), Item(1, text), Item(2, text)));
        using var bench = new ModelBench(server);

        Assert.Equal("[0.7071,0.7071]", (await bench.RunAsync(Send(bench))).Answer);
    }

    [Fact]
    public async Task Embeddings_are_taken_in_any_order_without_an_index_and_in_base64()
    {
        string[] replies =
        [
            Reply(Item(2, "[0,1]"), Item(0, "[1,0]"), Item(1, "[1,0]")),
            Reply("""{"embedding":[1,0]}""", """{"embedding":[1,0],"index":null}""", """{"embedding":[0,1]}"""),
            Reply(Item(0, "\"AACAPwAAAAA=\""), Item(1, "\"AACAPwAAAAA=\""), Item(2, "[0,1]")),
        ];
        foreach (var reply in replies)
        {
            using var server = new StubServer(HttpStatusCode.OK, reply);
            using var bench = new ModelBench(server);

            Assert.Equal("[1,0]", (await bench.RunAsync(Send(bench))).Answer);
        }
    }

    [Theory]
    [InlineData("[1,0]|[1,0]", "The server gave 2 embeddings for 3 inputs.")]
    [InlineData("[1,0]|[1,0]|[1,0]|[1,0]", "The server gave 4 embeddings for 3 inputs.")]
    [InlineData("", "The server gave 0 embeddings for 3 inputs.")]
    [InlineData("[1,0]|[1,0]|[1,0,0]", "The embeddings are empty or of different dimensions.")]
    [InlineData("[]|[]|[]", "The embeddings are empty or of different dimensions.")]
    [InlineData("[1,0]|[1,0]|\"\"", "The embeddings are empty or of different dimensions.")]
    [InlineData("[1,0]|[1,0]|[1,null]", "An embedding has a value that is no finite number.")]
    [InlineData("[1,0]|[1,0]|[1,\"NaN\"]", "An embedding has a value that is no finite number.")]
    [InlineData("[1,0]|[1,0]|[1,1e999]", "An embedding has a value that is no finite number.")]
    [InlineData("[1,0]|[1,0]|\"AADAfwAAgD8=\"", "An embedding has a value that is no finite number.")]
    [InlineData("[1,0]|[1,0]|[0,-0.0]", "An embedding is zero: nothing can be compared with it.")]
    public async Task Embeddings_that_cannot_be_those_of_the_inputs_are_invalid_and_not_kept(string vectors, string error)
    {
        var items = vectors.Split('|', StringSplitOptions.RemoveEmptyEntries).Select((vector, index) => Item(index, vector));
        using var server = new StubServer(HttpStatusCode.OK, Reply([.. items]));
        using var bench = new ModelBench(server);

        var outcome = await bench.RunAsync(Send(bench));

        Assert.Equal((ModelSendStatus.Invalid, error, null, null), (outcome.Status, outcome.Error, outcome.Answer, outcome.RawForRepair));
    }

    [Theory]
    [InlineData("1")]
    [InlineData("3")]
    [InlineData("-1")]
    [InlineData("2.5")]
    [InlineData("99999999999")]
    [InlineData("\"2\"")]
    public async Task An_index_that_is_not_the_inputs_own_is_invalid(string index)
    {
        using var server = new StubServer(HttpStatusCode.OK, Reply(Item(0, "[1,0]"), Item(1, "[1,0]"), $$"""{"index":{{index}},"embedding":[1,0]}"""));
        using var bench = new ModelBench(server);

        Assert.Equal((ModelSendStatus.Invalid, "The indexes of the embeddings are not those of the inputs."), Ending(await bench.RunAsync(Send(bench))));
    }

    [Theory]
    [InlineData("<html>secret question</html>", "The server's answer is not JSON.")]
    [InlineData("""{"data":[{"index":0,"embedding":[NaN,1]}]}""", "The server's answer is not JSON.")]
    [InlineData("[]", "The server's answer is not a list of embeddings.")]
    [InlineData("{}", "The server's answer is not a list of embeddings.")]
    [InlineData("""{"data":{}}""", "The server's answer is not a list of embeddings.")]
    [InlineData("""{"data":[null]}""", "The server's answer is not a list of embeddings.")]
    [InlineData("""{"data":[{"index":0}]}""", "The server's answer is not a list of embeddings.")]
    [InlineData("""{"data":[{"index":0,"embedding":"secret question"}]}""", "The server's answer is not a list of embeddings.")]
    [InlineData("""{"data":[{"index":0,"embedding":"AAA="}]}""", "The server's answer is not a list of embeddings.")]
    [InlineData("""{"data":[],"model":"\ud800"}""", "The server's answer is not valid Unicode.")]
    public async Task A_body_that_is_no_list_of_embeddings_fails_without_being_repeated(string body, string error)
    {
        using var server = new StubServer(HttpStatusCode.OK, body);
        using var bench = new ModelBench(server);

        Assert.Equal((ModelSendStatus.Failed, error), Ending(await bench.RunAsync(Send(bench))));
    }

    [Fact]
    public async Task A_huge_list_is_not_read_to_its_end()
    {
        var stream = new EndlessStream();
        using var server = new StubServer(() => new HttpResponseMessage(HttpStatusCode.OK) { Content = new StreamContent(stream) });
        using var bench = new ModelBench(server);

        Assert.Equal((ModelSendStatus.Failed, "The answer of pool 'gptoss' is longer than 8 MB."), Ending(await bench.RunAsync(Send(bench))));
        Assert.InRange(stream.Given, 8 * 1024 * 1024, 9 * 1024 * 1024);
    }

    [Theory]
    [InlineData(429, "", ModelSendStatus.RateLimited)]
    [InlineData(503, "", ModelSendStatus.Unavailable)]
    [InlineData(404, "", ModelSendStatus.Refused)]
    [InlineData(400, "the grammar of this input is odd", ModelSendStatus.Refused)]
    public async Task A_status_says_what_it_says_for_a_completion(int status, string body, ModelSendStatus expected)
    {
        using var server = new StubServer((HttpStatusCode)status, body, "7");
        using var bench = new ModelBench(server);

        var outcome = await bench.RunAsync(Send(bench));

        Assert.Equal((expected, 7.0), (outcome.Status, outcome.RetryAfterSeconds));
    }

    [Fact]
    public async Task Each_text_has_the_context_for_itself()
    {
        using var server = new StubServer(HttpStatusCode.OK, Reply(Item(0, "[1,0]"), Item(1, "[1,0]"), Item(2, "[1,0]")));
        using var bench = new ModelBench(server);
        var full = new string('가', 128_000);

        Assert.Equal(ModelSendStatus.Answered, (await bench.RunAsync(Send(bench, full, full))).Status);
        Assert.Equal(
            (ModelSendStatus.Refused, "The longest text (about 128001 tokens) exceeds the 128000 tokens of pool 'gptoss'."),
            Ending(await bench.RunAsync(Send(bench, full + "가", "second"))));
        Assert.Equal(1, server.Requests);
    }

    [Theory]
    [InlineData(0, "A similarity request has from 1 to 63 texts.")]
    [InlineData(64, "A similarity request has from 1 to 63 texts.")]
    [InlineData(-1, "A similarity request has no blank text.")]
    public async Task What_no_server_would_take_is_not_sent(int texts, string error)
    {
        using var server = new StubServer(HttpStatusCode.OK, "{}");
        using var bench = new ModelBench(server);

        Assert.Equal((ModelSendStatus.Refused, error), Ending(await bench.RunAsync(Send(bench, texts < 0 ? ["good", " "] : [.. Enumerable.Repeat("text", texts)]))));
        Assert.Equal(0, server.Requests);
    }

    [Fact]
    public async Task No_text_and_no_vector_reaches_a_log_or_the_outcome()
    {
        using var server = new StubServer(HttpStatusCode.OK, Reply(Item(0, "[0.123456,1]"), Item(1, "[0.123456,1]"), Item(2, "[0.123456,1]")));
        using var bench = new ModelBench(server);

        var outcome = await bench.RunAsync(Send(bench));

        var seen = JsonSerializer.Serialize(outcome) + string.Join('\n', bench.Logs.Lines);
        Assert.DoesNotContain("secret", seen, StringComparison.Ordinal);
        Assert.DoesNotContain("0.123456", seen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_simulator_finds_the_text_of_like_words_nearer()
    {
        var time = new VirtualTime();
        using var simulator = ModelBench.Simulator(time);
        using var bench = new ModelBench(simulator);

        var outcome = await bench.RunAsync(Send(bench, "The secret question, asked again", "Quantum chromodynamics on lattices"));

        var similarities = JsonSerializer.Deserialize<double[]>(outcome.Answer!)!;
        Assert.True(outcome.Simulated);
        Assert.True(similarities[0] > similarities[1] + 0.2, outcome.Answer);
    }

    [Fact]
    public void A_chat_request_is_written_without_a_word_of_similarity()
    {
        using var server = new StubServer(HttpStatusCode.OK, "{}");
        using var bench = new ModelBench(server);

        Assert.DoesNotContain("Similarity", JsonSerializer.Serialize(bench.Send()), StringComparison.OrdinalIgnoreCase);
    }

    private static ModelSend Send(ModelBench bench) => Send(bench, "첫 글", "second");

    private static ModelSend Send(ModelBench bench, params string[] texts)
    {
        var send = bench.Send();
        return send with
        {
            Request = send.Request with
            {
                Prompt = new ModelPrompt { Id = "similarity", Version = "1", System = "", User = "" },
                SchemaName = null,
                Schema = null,
                MaxOutputTokens = 0,
                Similarity = new ModelSimilarity { Question = "secret question", Texts = texts },
            },
        };
    }

    private static (ModelSendStatus Status, string? Error) Ending(ModelSendOutcome outcome) => (outcome.Status, outcome.Error);

    private static string Item(int index, string embedding) => $$"""{"object":"embedding","index":{{index}},"embedding":{{embedding}}}""";

    private static string Reply(params string[] items) =>
        $$$"""{"object":"list","data":[{{{string.Join(',', items)}}}],"model":"served","usage":{"prompt_tokens":9,"total_tokens":9}}""";
}
