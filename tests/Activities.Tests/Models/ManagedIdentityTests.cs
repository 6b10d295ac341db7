using System.Net;
using Azure.Core;
using Azure.Identity;
using Workflows.Activities.Models;
using Workflows.Shared.Models;

namespace Workflows.Activities.Tests.Models;

/// <summary>Pools whose servers take a token of the app's identity, from a stand-in for where tokens come from.</summary>
public sealed class ManagedIdentityTests
{
    private readonly List<string> _scopes = [];
    private int _tokens;

    [Fact]
    public async Task Each_request_carries_the_token_that_there_is_now_and_no_log_does()
    {
        using StubServer server = new(HttpStatusCode.OK, ModelBench.Saying(ModelBench.Good));
        using ModelBench bench = Bench(server, Tokens());

        Assert.Equal(ModelSendStatus.Answered, (await bench.RunAsync()).Status);
        Assert.Equal("Bearer token-1", server.Authorization);
        await bench.RunAsync();

        Assert.Equal("Bearer token-2", server.Authorization);
        Assert.Equal(["https://cognitiveservices.azure.com/.default"], _scopes.Distinct());
        Assert.DoesNotContain(bench.Logs.Lines, line => line.Contains("token-", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_pool_without_the_credential_asks_for_no_token()
    {
        using StubServer server = new(HttpStatusCode.OK, ModelBench.Saying(ModelBench.Good));
        using ModelBench bench = new(server, Tokens(), ("Models:Pools:qwen3:Endpoint", "https://one.invalid/v1"), ("Models:Pools:gptoss:Endpoint", "https://two.invalid/v1"));

        await bench.RunAsync();

        Assert.Null(server.Authorization);
        Assert.Equal(0, _tokens);
    }

    [Fact]
    public async Task Without_a_token_nothing_is_sent_and_the_outcome_says_what_to_look_at()
    {
        using StubServer server = new(HttpStatusCode.OK, ModelBench.Saying(ModelBench.Good));
        using ModelBench bench = Bench(server, DelegatedTokenCredential.Create((_, _) => throw new CredentialUnavailableException("secret address")));

        ModelSendOutcome outcome = await bench.RunAsync();

        Assert.Equal(ModelSendStatus.Unavailable, outcome.Status);
        Assert.StartsWith("There is no token for pool 'gptoss': the app's managed identity cannot be used;", outcome.Error, StringComparison.Ordinal);
        Assert.Null(server.Authorization);
    }

    [Fact]
    public async Task A_server_that_refuses_the_identity_is_told_with_the_role_that_is_missing()
    {
        using StubServer server = new(HttpStatusCode.Forbidden, "{}");
        using ModelBench bench = Bench(server, Tokens());

        Assert.Equal("The server of pool 'gptoss' does not accept the app's identity (403); give it the role Cognitive Services OpenAI User there.", (await bench.RunAsync()).Error);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("11111111-2222-3333-4444-555555555555")]
    public void The_identity_of_this_machine_is_that_of_the_machine_and_of_nobody_who_is_signed_in(string? clientId) =>
        Assert.IsType<ChainedTokenCredential>(ManagedIdentity.OfThisMachine(clientId).Credential);

    private static ModelBench Bench(StubServer server, TokenCredential tokens) => new(
        server,
        tokens,
        ("Models:Pools:qwen3:Endpoint", "http://127.0.0.1:8000/v1"),
        ("Models:Pools:gptoss:Endpoint", "https://models.invalid/openai/v1"),
        ("Models:Pools:gptoss:Credential", "ManagedIdentity"));

    private TokenCredential Tokens() => DelegatedTokenCredential.Create((context, _) =>
    {
        _scopes.AddRange(context.Scopes);
        return new AccessToken($"token-{++_tokens}", DateTimeOffset.MaxValue);
    });
}
