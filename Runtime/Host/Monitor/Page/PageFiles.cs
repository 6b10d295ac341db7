using System.Reflection;
using System.Security.Cryptography;

namespace Workflows.Runtime.Host.Monitor.Page;

/// <summary>The files of the page, which are built into this assembly.</summary>
internal sealed class PageFiles
{
    public const string Index = "index.html";

    private const string Prefix = "monitor/";
    private const string HashedFolder = "assets/";

    private static readonly Dictionary<string, string> Types = new(StringComparer.OrdinalIgnoreCase)
    {
        [".html"] = "text/html; charset=utf-8",
        [".js"] = "text/javascript; charset=utf-8",
        [".css"] = "text/css; charset=utf-8",
        [".svg"] = "image/svg+xml",
        [".png"] = "image/png",
        [".ico"] = "image/x-icon",
        [".json"] = "application/json",
        [".webmanifest"] = "application/manifest+json",
        [".woff2"] = "font/woff2",
        [".txt"] = "text/plain; charset=utf-8",
    };

    private readonly Dictionary<string, PageFile> _files;

    public PageFiles()
        : this(typeof(PageFiles).Assembly)
    {
    }

    /// <param name="assembly">Holds the files as resources under <c>monitor/</c>.</param>
    public PageFiles(Assembly assembly) => _files = assembly.GetManifestResourceNames()
        .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
        .ToDictionary(name => name[Prefix.Length..].Replace('\\', '/'), name => Read(assembly, name), StringComparer.Ordinal);

    /// <summary>A file by its path below <c>/monitor/</c>; null: there is none.</summary>
    public PageFile? Find(string path) => _files.GetValueOrDefault(path);

    private static PageFile Read(Assembly assembly, string name)
    {
        using Stream resource = assembly.GetManifestResourceStream(name)!;
        using MemoryStream content = new();
        resource.CopyTo(content);
        byte[] bytes = content.ToArray();
        string path = name[Prefix.Length..].Replace('\\', '/');
        return new PageFile(
            bytes, Types.GetValueOrDefault(Path.GetExtension(path), "application/octet-stream"), $"\"{Convert.ToHexStringLower(SHA256.HashData(bytes))[..32]}\"",
            path.StartsWith(HashedFolder, StringComparison.Ordinal));
    }
}
