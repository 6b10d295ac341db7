namespace Workflows.Runtime.Host.Monitor.Access;

/// <summary>What a session's cookie says.</summary>
/// <param name="Key">The name of the key that opened it.</param>
/// <param name="Who">The name that was given at the login.</param>
/// <param name="Expires">When it ends: seconds since 1970.</param>
/// <param name="Nonce">A random text that tells it from others.</param>
internal sealed record SessionTicket(string Key, string Who, long Expires, string Nonce);
