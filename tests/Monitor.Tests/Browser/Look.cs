namespace Workflows.Monitor.Tests.Browser;

/// <summary>How a window looks.</summary>
internal enum Look
{
    /// <summary>A laptop, light.</summary>
    Light,

    /// <summary>A laptop, dark.</summary>
    Dark,

    /// <summary>A phone.</summary>
    Phone,
}
