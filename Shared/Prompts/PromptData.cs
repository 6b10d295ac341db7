using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Workflows.Shared.Prompts;

/// <summary>
/// Puts data from outside into a prompt so that it cannot pass for anything else: between fences that carry an id which the
/// data does not contain, so that no data can close its own fence.
/// </summary>
public static class PromptData
{
    private const int IdLength = 16;

    /// <summary>The fenced section: opening fence, content, closing fence, each on lines of their own. The same input gives the same text.</summary>
    /// <param name="name">The section's name: lower-case ASCII letters only.</param>
    /// <param name="content">The data, put in as it is.</param>
    /// <exception cref="ArgumentException">The name is empty or has other characters.</exception>
    public static string Fence(string name, string content)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(content);
        if (!name.All(char.IsAsciiLetterLower))
        {
            throw new ArgumentException("A section's name has lower-case letters only.", nameof(name));
        }

        var id = IdFor(name, content);
        return $"<data name=\"{name}\" id=\"{id}\">\n{content}\n</data id=\"{id}\">";
    }

    /// <summary>
    /// The first 16 hexadecimal digits of SHA-256 over name and content; while the content holds them, which takes an author who
    /// searched for such a text, again with a counter behind.
    /// </summary>
    private static string IdFor(string name, string content)
    {
        for (var salt = 0; ; salt++)
        {
            var salted = salt == 0 ? name + content : name + content + salt.ToString(CultureInfo.InvariantCulture);
            var id = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(salted)))[..IdLength];
            if (!content.Contains(id, StringComparison.OrdinalIgnoreCase))
            {
                return id;
            }
        }
    }
}
