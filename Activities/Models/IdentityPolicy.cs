using System.ClientModel.Primitives;
using Azure.Core;

namespace Workflows.Activities.Models;

/// <summary>Sends a token of the app's identity as <c>Authorization</c>. The package's own policy for that is not stable yet.</summary>
internal sealed class IdentityPolicy(ManagedIdentity identity) : PipelinePolicy
{
    private const string Header = "Authorization";

    private static readonly TokenRequestContext Wanted = new([ManagedIdentity.Scope]);

    public override void Process(PipelineMessage message, IReadOnlyList<PipelinePolicy> pipeline, int currentIndex)
    {
        Set(message, identity.Credential.GetToken(Wanted, message.CancellationToken));
        ProcessNext(message, pipeline, currentIndex);
    }

    public override async ValueTask ProcessAsync(PipelineMessage message, IReadOnlyList<PipelinePolicy> pipeline, int currentIndex)
    {
        Set(message, await identity.Credential.GetTokenAsync(Wanted, message.CancellationToken));
        await ProcessNextAsync(message, pipeline, currentIndex);
    }

    private static void Set(PipelineMessage message, AccessToken token) => message.Request.Headers.Set(Header, $"Bearer {token.Token}");
}
