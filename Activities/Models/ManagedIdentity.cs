using Azure.Core;
using Azure.Identity;

namespace Workflows.Activities.Models;

/// <summary>The app's own identity, for servers of pools with <see cref="Shared.Models.ModelCredential.ManagedIdentity"/>. It is made when the first of them is asked.</summary>
/// <param name="source">Makes the source of its tokens, which keeps them and renews them ahead.</param>
internal sealed class ManagedIdentity(Func<TokenCredential> source)
{
    /// <summary>What a token is for: Azure OpenAI and its kin.</summary>
    public const string Scope = "https://cognitiveservices.azure.com/.default";

    private readonly Lazy<TokenCredential> _credential = new(source);

    /// <summary>Where tokens come from.</summary>
    public TokenCredential Credential => _credential.Value;

    /// <summary>The identity of this machine: of its workload (Kubernetes) where the environment names one, else the managed one. Never that of who is signed in.</summary>
    /// <param name="clientId">Which of several identities the machine has; null or empty: the one that is its own.</param>
    public static ManagedIdentity OfThisMachine(string? clientId) => new(() => new ChainedTokenCredential(
        new WorkloadIdentityCredential(),
        new ManagedIdentityCredential(string.IsNullOrEmpty(clientId) ? ManagedIdentityId.SystemAssigned : ManagedIdentityId.FromUserAssignedClientId(clientId))));
}
