using Microsoft.Extensions.Configuration;

namespace Workflows.Runtime.Host.Triggers;

/// <summary>Puts settings in the place of their names between percent signs.</summary>
internal static class SettingText
{
    /// <exception cref="FormatException">A setting is missing, or a percent sign stands alone.</exception>
    public static string Resolve(string text, IConfiguration configuration)
    {
        string[] parts = text.Split('%');
        if (parts.Length % 2 == 0)
        {
            throw new FormatException($"'{text}' has a percent sign without its partner.");
        }

        for (int i = 1; i < parts.Length; i += 2)
        {
            parts[i] = configuration[parts[i].Replace("__", ":", StringComparison.Ordinal)] is { Length: > 0 } value
                ? value
                : throw new FormatException($"'{text}' names the setting '{parts[i]}', which is not set.");
        }

        return string.Concat(parts);
    }
}
