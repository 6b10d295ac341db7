using System.Net;
using System.Net.Http.Json;
using Workflows.Cli.Runs;
using Workflows.Shared.Debate;
using Workflows.Shared.Debate.Rollout;

namespace Workflows.Cli.Debates;

/// <summary>The rollout of a server, over its HTTP interface.</summary>
internal sealed class RemoteRollout(RemoteServer server) : IRollout
{
    private const string Rollout = "api/v1/debate-rollout";

    public async Task<RolloutView> LookAsync(CancellationToken cancellation)
    {
        using HttpResponseMessage response = await server.SendAsync(() => new HttpRequestMessage(HttpMethod.Get, server.At(Rollout)), cancellation);
        return response.StatusCode == HttpStatusCode.OK
            ? await server.ReadAsync<RolloutView>(response, DebateJson.Options, cancellation)
            : throw await RemoteProblem.OfAsync(response, server.Address, cancellation);
    }

    public async Task<RolloutView?> ChangeAsync(string word, string? reason, string id, CancellationToken cancellation)
    {
        using HttpResponseMessage response = await server.SendAsync(
            () => new HttpRequestMessage(HttpMethod.Post, server.At($"{Rollout}/{word}")) { Content = JsonContent.Create(new { reason, id }) }, cancellation);
        return response.StatusCode switch
        {
            HttpStatusCode.OK => await server.ReadAsync<RolloutView>(response, DebateJson.Options, cancellation),
            HttpStatusCode.Accepted => null,
            HttpStatusCode.Conflict when await RemoteProblem.SaidAsync(response, cancellation) is { } refusal => throw CliException.Failed(refusal),
            _ => throw await RemoteProblem.OfAsync(response, server.Address, cancellation),
        };
    }

    public ValueTask DisposeAsync()
    {
        server.Dispose();
        return ValueTask.CompletedTask;
    }
}
