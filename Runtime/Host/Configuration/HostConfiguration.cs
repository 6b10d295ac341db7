using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;

namespace Workflows.Runtime.Host.Configuration;

/// <summary>Where an application's settings come from.</summary>
internal static class HostConfiguration
{
    /// <summary>The section under which the host keeps host.json, as the Functions host does.</summary>
    public const string HostJsonSection = "AzureFunctionsJobHost";

    private static readonly string[] EnvironmentVariables = ["AZURE_FUNCTIONS_ENVIRONMENT", "DOTNET_ENVIRONMENT", "ASPNETCORE_ENVIRONMENT"];

    public static WebApplicationBuilder CreateBuilder(string[] args)
    {
        string? root = new ConfigurationBuilder().AddCommandLine(args).Build()["contentRoot"];
        string[] folders = root is null
            ? [AppContext.BaseDirectory, Directory.GetCurrentDirectory()]
            : [Path.GetFullPath(root)];
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions
        {
            ApplicationName = System.Reflection.Assembly.GetEntryAssembly()?.GetName().Name,
            ContentRootPath = Array.Find(folders, Directory.Exists) ?? throw new HostStartException($"There is no folder {folders[0]} (--contentRoot)."),
            EnvironmentName = EnvironmentVariables.Select(System.Environment.GetEnvironmentVariable).FirstOrDefault(v => !string.IsNullOrEmpty(v)),
        });
        builder.Configuration
            .AddInMemoryCollection(HostJson(folders))
            .AddInMemoryCollection(Read(folders, "appsettings.json"))
            .AddInMemoryCollection(LocalSettings(folders))
            .AddEnvironmentVariables()
            .AddCommandLine(args);
        return builder;
    }

    private static IEnumerable<KeyValuePair<string, string?>> HostJson(string[] folders) =>
        Read(folders, "host.json").Select(pair => KeyValuePair.Create($"{HostJsonSection}:{pair.Key}", pair.Value));

    private static IEnumerable<KeyValuePair<string, string?>> LocalSettings(string[] folders)
    {
        const string Values = "Values:";
        const string ConnectionStrings = "ConnectionStrings:";
        foreach ((string key, string? value) in Read(folders, "local.settings.json"))
        {
            if (key.Equals("IsEncrypted", StringComparison.OrdinalIgnoreCase) && bool.TryParse(value, out bool encrypted) && encrypted)
            {
                throw new HostStartException("local.settings.json is encrypted: decrypt it with the tool that encrypted it.");
            }

            if (key.StartsWith(Values, StringComparison.OrdinalIgnoreCase))
            {
                yield return KeyValuePair.Create(key[Values.Length..].Replace("__", ":", StringComparison.Ordinal), value);
            }
            else if (key.StartsWith(ConnectionStrings, StringComparison.OrdinalIgnoreCase))
            {
                yield return KeyValuePair.Create(key, value);
            }
        }
    }

    private static List<KeyValuePair<string, string?>> Read(string[] folders, string name)
    {
        if (folders.Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists) is not { } path)
        {
            return [];
        }

        try
        {
            using FileStream file = File.OpenRead(path);
            return [.. new ConfigurationBuilder().AddJsonStream(file).Build().AsEnumerable().Where(pair => pair.Value is not null)];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or FormatException or System.Text.Json.JsonException)
        {
            throw new HostStartException($"{path} cannot be read: {e.InnerException?.Message ?? e.Message}", e);
        }
    }
}
