using System.Globalization;

namespace Workflows.Bench.Runtime;

/// <summary>What the command line asks for.</summary>
internal sealed record BenchSettings
{
    /// <summary>What to do.</summary>
    public required string Verb { get; init; }

    /// <summary>The words after the verb that are no options.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    /// <summary>The settings of <c>synchronous</c> to measure with: true is FULL.</summary>
    public IReadOnlyList<bool> Syncs { get; init; } = [true, false];

    /// <summary>Where to write the figures as JSON, or null.</summary>
    public string? JsonFile { get; init; }

    /// <summary>Where chance begins.</summary>
    public int Seed { get; init; } = 20261120;

    /// <summary>How often each measurement is taken; its median counts.</summary>
    public int Rounds { get; init; } = 5;

    /// <summary>Reads the command line.</summary>
    /// <exception cref="FormatException">It cannot be understood; the message says where.</exception>
    public static BenchSettings Parse(string[] args)
    {
        BenchSettings settings = new() { Verb = "all" };
        List<string> words = [];
        for (int i = 0; i < args.Length; i++)
        {
            string Value() => ++i < args.Length ? args[i] : throw new FormatException($"{args[^1]} needs a value.");
            settings = args[i] switch
            {
                "--sync" => settings with { Syncs = ReadSync(Value()) },
                "--json" => settings with { JsonFile = Value() },
                "--seed" => settings with { Seed = ReadNumber(Value()) },
                "--rounds" => settings with { Rounds = ReadNumber(Value()) },
                _ when args[i].StartsWith("--", StringComparison.Ordinal) => throw new FormatException($"There is no option {args[i]}."),
                _ => Keep(args[i]),
            };
        }

        return settings with { Verb = words.FirstOrDefault() ?? "all", Words = [.. words.Skip(1)] };

        BenchSettings Keep(string word)
        {
            words.Add(word);
            return settings;
        }
    }

    /// <summary>The numbers after the verb, or others where there are none.</summary>
    public IReadOnlyList<int> NumbersOr(params int[] others) => Words.Count == 0 ? others : [.. Words.Select(ReadNumber)];

    /// <summary>The numbers after so many words after the verb.</summary>
    public IReadOnlyList<int> NumbersAfter(int words) => [.. Words.Skip(words).Select(ReadNumber)];

    /// <summary>How a setting of <c>synchronous</c> is called.</summary>
    public static string NameOf(bool fullSync) => fullSync ? "full" : "normal";

    private static bool[] ReadSync(string text) => text switch
    {
        "full" => [true],
        "normal" => [false],
        "both" => [true, false],
        _ => throw new FormatException($"--sync takes full, normal or both, not '{text}'."),
    };

    private static int ReadNumber(string text) =>
        int.TryParse(text, NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out int number) && number > 0
            ? number
            : throw new FormatException($"'{text}' is no whole number above 0.");
}
