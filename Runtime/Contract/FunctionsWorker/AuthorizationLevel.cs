namespace Workflows.FunctionsWorker;

/// <summary>Which key a caller of an HTTP function must present.</summary>
public enum AuthorizationLevel
{
    /// <summary>None.</summary>
    Anonymous = 0,

    /// <summary>A token of a signed-in user.</summary>
    User = 1,

    /// <summary>The function's key, a host key or the master key.</summary>
    Function = 2,

    /// <summary>A key of the system, as extensions use it.</summary>
    System = 3,

    /// <summary>The master key.</summary>
    Admin = 4,
}
