using System.Reflection;
using System.Text.Json;

namespace Workflows.Runtime.Host.Discovery;

/// <summary>The file .deps.json that the SDK writes beside an application: its libraries and what each depends on.</summary>
internal static class DependencyFile
{
    public static string? Find(Assembly entry)
    {
        string name = $"{entry.GetName().Name}.deps.json";
        return (AppContext.GetData("APP_CONTEXT_DEPS_FILES") as string)?
            .Split(Path.PathSeparator, ';')
            .FirstOrDefault(path => Path.GetFileName(path).Equals(name, StringComparison.OrdinalIgnoreCase) && File.Exists(path));
    }

    /// <summary>The assemblies of all libraries that depend on one of that name, also through others.</summary>
    public static IReadOnlyList<string> DependentsOf(string path, string library)
    {
        Dictionary<string, Library> libraries = Read(path);
        Dictionary<string, bool> reaches = new(StringComparer.OrdinalIgnoreCase) { [library] = true };
        return [.. libraries.Where(l => l.Key != library && Reaches(l.Key)).SelectMany(l => l.Value.Assemblies)];

        bool Reaches(string name)
        {
            if (!reaches.TryGetValue(name, out bool known))
            {
                // Set first, so that a circle in a damaged file ends.
                reaches[name] = false;
                known = reaches[name] = libraries.TryGetValue(name, out Library? found) && found.Dependencies.Any(Reaches);
            }

            return known;
        }
    }

    private static Dictionary<string, Library> Read(string path)
    {
        try
        {
            using FileStream file = File.OpenRead(path);
            using JsonDocument document = JsonDocument.Parse(file);
            string target = document.RootElement.GetProperty("runtimeTarget").GetProperty("name").GetString()!;
            Dictionary<string, Library> libraries = new(StringComparer.OrdinalIgnoreCase);
            foreach (JsonProperty entry in document.RootElement.GetProperty("targets").GetProperty(target).EnumerateObject())
            {
                libraries[entry.Name.Split('/')[0]] = new Library(
                    [.. Names(entry.Value, "dependencies")],
                    [.. Names(entry.Value, "runtime").Select(Path.GetFileNameWithoutExtension).OfType<string>()]);
            }

            return libraries;
        }
        catch (Exception e) when (e is IOException or JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new HostStartException($"{path} cannot be read: {e.Message} Publish the application anew.", e);
        }
    }

    private static IEnumerable<string> Names(JsonElement library, string property) =>
        library.TryGetProperty(property, out JsonElement entries) ? entries.EnumerateObject().Select(e => e.Name) : [];

    private sealed record Library(IReadOnlyList<string> Dependencies, IReadOnlyList<string> Assemblies);
}
