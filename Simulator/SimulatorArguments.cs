using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Workflows.Simulator.Profiles;

namespace Workflows.Simulator;

/// <summary>The program's command line.</summary>
/// <param name="Options">What to serve and where.</param>
/// <param name="TimeScale">How many times faster than the wall clock.</param>
/// <param name="Help">Whether only the help was asked for.</param>
internal sealed record SimulatorArguments(SimulatorOptions Options, double TimeScale, bool Help)
{
    /// <summary>The port where nothing else is said.</summary>
    public const int DefaultPort = 8765;

    private const long LargestConfiguration = 1024 * 1024;

    /// <summary>The help text.</summary>
    public const string HelpText = """
        workflows-simulator: an OpenAI-compatible model server that runs offline. All its answers are simulated.

        Usage: workflows-simulator [options]

          --urls URL          where to listen, http://ADDRESS:PORT (default http://127.0.0.1:8765; port 0 takes a free one)
          --profile NAME      quick (default: well under a second, 8 at once, 600 a minute) or documents (slow, with the documents' limits)
          --time-scale N      run N times faster than the wall clock (default 1)
          --seed N            seed of all draws (default 1)
          --config FILE       JSON: { "profile": NAME, "seed": N, "models": { NAME: { profile fields to change } } }
          --allow-remote      allow an address that other machines can reach
          --help              show this text
        """;

    /// <summary>Reads a command line.</summary>
    /// <exception cref="FormatException">An argument or the configuration file is wrong; the message is one line.</exception>
    public static SimulatorArguments Parse(IReadOnlyList<string> arguments)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < arguments.Count; i++)
        {
            var name = arguments[i];
            if (name is "--help" or "-h" or "-?")
            {
                return new SimulatorArguments(new SimulatorOptions(), 1, true);
            }

            if (name == "--allow-remote")
            {
                values[name] = "";
            }
            else if (name is "--urls" or "--profile" or "--time-scale" or "--seed" or "--config")
            {
                values[name] = ++i < arguments.Count ? arguments[i] : throw new FormatException($"{name} needs a value.");
            }
            else
            {
                throw new FormatException($"Unknown argument '{name}'; see --help.");
            }
        }

        var scale = Number(values, "--time-scale") ?? 1;
        if (!(scale > 0 && scale <= 100_000))
        {
            throw new FormatException("--time-scale must be greater than 0 and at most 100000.");
        }

        var options = Configured(values.GetValueOrDefault("--config"), values.GetValueOrDefault("--profile"));
        var (address, port) = Listen(values.GetValueOrDefault("--urls"));
        options = options with
        {
            Address = address,
            Port = port,
            AllowRemote = values.ContainsKey("--allow-remote"),
            Seed = values.TryGetValue("--seed", out var seed)
                ? long.TryParse(seed, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : throw new FormatException("--seed must be a whole number.")
                : options.Seed,
        };
        return new SimulatorArguments(options, scale, false);
    }

    private static double? Number(Dictionary<string, string> values, string name) =>
        !values.TryGetValue(name, out var text) ? null
        : double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number
        : throw new FormatException($"{name} must be a number.");

    private static (IPAddress Address, int Port) Listen(string? url)
    {
        if (url is null)
        {
            return (IPAddress.Loopback, DefaultPort);
        }

        if (!Uri.TryCreate(url, UriKind.Absolute, out var uri) || uri.Scheme != "http" || uri.PathAndQuery != "/")
        {
            throw new FormatException("--urls must be http://ADDRESS:PORT.");
        }

        return uri.Host == "localhost" ? (IPAddress.Loopback, uri.Port)
            : IPAddress.TryParse(uri.Host, out var address) ? (address, uri.Port)
            : throw new FormatException("--urls must name an IP address or localhost.");
    }

    private static SimulatorOptions Configured(string? file, string? profile)
    {
        var configuration = file is null ? new JsonObject() : ReadFile(file);
        try
        {
            foreach (var (name, _) in configuration)
            {
                if (name is not ("profile" or "seed" or "models"))
                {
                    throw new FormatException($"unknown field '{name}'");
                }
            }

            var options = new SimulatorOptions { Profile = profile ?? configuration["profile"]?.GetValue<string>() ?? NamedProfiles.Quick };
            var named = NamedProfiles.Get(options.Profile);
            var models = configuration["models"]?.AsObject() ?? [];
            return options with
            {
                Seed = configuration["seed"]?.GetValue<long>() ?? options.Seed,
                Models = models.ToDictionary(
                    model => model.Key,
                    model => ProfileJson.Patch(named.GetValueOrDefault(model.Key) ?? NamedProfiles.QuickModel, model.Value)),
            };
        }
        catch (Exception error) when (error is FormatException or InvalidOperationException or ArgumentException)
        {
            throw new FormatException($"The configuration is not valid: {error.Message}", error);
        }
    }

    private static JsonObject ReadFile(string file)
    {
        try
        {
            if (new FileInfo(file).Length > LargestConfiguration)
            {
                throw new FormatException($"'{file}' is too large.");
            }

            var options = new JsonDocumentOptions { AllowDuplicateProperties = false, CommentHandling = JsonCommentHandling.Skip };
            return JsonNode.Parse(File.ReadAllText(file), documentOptions: options) as JsonObject ?? throw new FormatException($"'{file}' must hold a JSON object.");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or JsonException)
        {
            throw new FormatException($"'{file}' cannot be read: {error.Message}", error);
        }
    }
}
