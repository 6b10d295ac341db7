namespace Workflows.Shared.Models;

/// <summary>What can be wrong with a pool's settings.</summary>
internal static class PoolFaults
{
    private const int LargestContext = 100_000_000;
    private const int LongestTimeout = 86_400;

    public static void Add(List<string> faults, string name, ModelPoolOptions pool, bool isSimulated, bool isNeeded)
    {
        var key = $"{ModelOptions.Section}:Pools:{name}";
        if (!IsName(name))
        {
            faults.Add($"{ModelOptions.Section}:Pools: a pool's name has 1 to 64 letters, digits, dots, underscores and hyphens.");
            return;
        }

        if (!isSimulated && pool.Endpoint is null)
        {
            if (isNeeded)
            {
                faults.Add($"{key}:Endpoint is missing: other pools have an endpoint, so every pool that a task uses needs one. Two pools may share a server.");
            }

            return;
        }

        AddEndpointFault(faults, key, pool.Endpoint);
        Require(pool.Model is not null, $"{key}:Model is missing.");
        Require(pool.Model is null || (pool.Model.Length <= 200 && !pool.Model.Any(char.IsControl)), $"{key}:Model must be at most 200 characters, without control characters.");
        Require(pool.ApiKey is null || pool.ApiKey.All(letter => letter is > ' ' and < '\u007F'), $"{key}:ApiKey must consist of visible ASCII characters.");
        Require(!VaultReference.IsUnresolved(pool.ApiKey), $"{key}:ApiKey is a reference to a key vault that was not replaced by its secret; see that the secret exists and that the app may read it.");
        Require(pool.Credential is null || Enum.IsDefined(pool.Credential.Value), $"{key}:Credential is {nameof(ModelCredential.ManagedIdentity)} or absent.");
        Require(pool.Credential is null || pool.ApiKey is null, $"{key}:Credential and {key}:ApiKey are both set; leave one of them out.");
        Require(pool.Credential is null || pool.Endpoint is null || pool.Endpoint.StartsWith("https://", StringComparison.OrdinalIgnoreCase), $"{key}:Credential wants an Endpoint with https: a token is sent there.");
        RequireLimit(pool.ContextTokens, "ContextTokens", LargestContext);
        RequireLimit(pool.MaxConcurrent, "MaxConcurrent", 100_000);
        RequireLimit(pool.TimeoutSeconds, "TimeoutSeconds", LongestTimeout);
        Require(pool.CallsPerMinute is null or (>= 0 and <= 1_000_000), $"{key}:CallsPerMinute must be between 1 and 1000000, or 0 for no limit.");
        Require(pool.PromptPrice is null or >= 0, $"{key}:PromptPrice must not be below 0.");
        Require(pool.CompletionPrice is null or >= 0, $"{key}:CompletionPrice must not be below 0.");
        Require(pool.Fleet is null || IsName(pool.Fleet), $"{key}:Fleet has 1 to 64 letters, digits, dots, underscores and hyphens.");
        Require(pool.ResourceClass is null || ResourceClass.IsName(pool.ResourceClass), $"{key}:ResourceClass has 1 to 32 lower-case letters, digits and hyphens, a letter first, such as gpu or cpu.");
        PoolShares.AddFaults(faults, key, pool);
        Require(pool.TokensPerMinute is null or >= 0, $"{key}:TokensPerMinute must be above 0, or 0 for no limit.");

        void RequireLimit(int? value, string property, int most)
        {
            if (value is null)
            {
                faults.Add($"{key}:{property} is missing.");
            }
            else if (value < 1 || value > most)
            {
                faults.Add(FormattableString.Invariant($"{key}:{property} must be between 1 and {most}."));
            }
        }

        void Require(bool holds, string message)
        {
            if (!holds)
            {
                faults.Add(message);
            }
        }
    }

    /// <summary>Whether a name of a pool or a task can be used in keys, ids and metrics.</summary>
    public static bool IsName(string name) =>
        name.Length is > 0 and <= 64 && name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '_' or '-');

    private static void AddEndpointFault(List<string> faults, string key, string? endpoint)
    {
        if (endpoint is null)
        {
            return;
        }

        if (!Uri.TryCreate(endpoint, UriKind.Absolute, out var uri) || (uri.Scheme != Uri.UriSchemeHttp && uri.Scheme != Uri.UriSchemeHttps))
        {
            faults.Add($"{key}:Endpoint must be an absolute http or https address, such as http://127.0.0.1:8000/v1.");
        }
        else if (uri.UserInfo.Length > 0)
        {
            faults.Add($"{key}:Endpoint must not hold a user or password; use {key}:ApiKey.");
        }
        else if (uri.Query.Length > 0 || uri.Fragment.Length > 0)
        {
            faults.Add($"{key}:Endpoint must not hold a query or a fragment.");
        }
    }
}
