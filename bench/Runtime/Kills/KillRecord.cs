using System.Globalization;

namespace Workflows.Bench.Runtime.Kills;

/// <summary>What the killed processes said of their doings, in files beside the data file.</summary>
internal sealed class KillRecord
{
    private const string Try = "try";
    private const string Ack = "ack";
    private const string End = "end";
    private const string Lost = "lost";
    private readonly HashSet<int> _tried = [];
    private readonly HashSet<int> _acknowledged = [];
    private readonly Dictionary<int, string> _ended = [];
    private readonly HashSet<int> _lost = [];
    private readonly Dictionary<(int Number, int Event), (int Tried, int Acknowledged)> _events = [];

    private KillRecord(string folder)
    {
        foreach (string[] words in LineFile.Read(StartsIn(folder)).Select(line => line.Split(' ')))
        {
            int number = int.Parse(words[1], CultureInfo.InvariantCulture);
            _ = words[0] switch
            {
                Try => _tried.Add(number),
                Ack => _acknowledged.Add(number),
                Lost => _lost.Add(number),
                _ => _ended.TryAdd(number, words[2]),
            };
        }

        foreach (string[] words in LineFile.Read(EventsIn(folder)).Select(line => line.Split(' ')))
        {
            (int, int) key = (int.Parse(words[1], CultureInfo.InvariantCulture), int.Parse(words[2], CultureInfo.InvariantCulture));
            (int tried, int acknowledged) = _events.GetValueOrDefault(key);
            _events[key] = words[0] == Try ? (tried + 1, acknowledged) : (tried, acknowledged + 1);
        }
    }

    /// <summary>The number of the next orchestration.</summary>
    public int Next => _tried.Count == 0 ? 0 : _tried.Max() + 1;

    /// <summary>All that were to be started.</summary>
    public IReadOnlyCollection<int> Tried => _tried;

    /// <summary>Those whose start had been acknowledged, and that were not there after the next opening.</summary>
    public IReadOnlyCollection<int> LostStarts => _lost;

    /// <summary>What was to be started and has not been seen to end.</summary>
    public IEnumerable<int> Open => _tried.Where(number => !_ended.ContainsKey(number) && !_lost.Contains(number));

    /// <summary>Reads what has been said so far.</summary>
    public static KillRecord Read(string folder) => new(folder);

    public static string StartsIn(string folder) => Path.Combine(folder, "starts.log");

    public static string EventsIn(string folder) => Path.Combine(folder, "events.log");

    public static string ExecutionsIn(string folder) => Path.Combine(folder, "executions.log");

    public static string Trying(int number) => $"{Try} {number}";

    public static string Acknowledged(int number) => $"{Ack} {number}";

    public static string Ended(int number, string digest) => $"{End} {number} {digest}";

    public static string Missing(int number) => $"{Lost} {number}";

    public static string Trying(int number, int sent) => $"{Try} {number} {sent}";

    public static string Acknowledged(int number, int sent) => $"{Ack} {number} {sent}";

    /// <summary>Whether a start was acknowledged.</summary>
    public bool IsAcknowledged(int number) => _acknowledged.Contains(number);

    /// <summary>How often an event was sent, and how often that was acknowledged.</summary>
    public (int Tried, int Acknowledged) EventOf(int number, int sent) => _events.GetValueOrDefault((number, sent));

    /// <summary>The digest of the result with which one was first seen to end, or null.</summary>
    public string? DigestOf(int number) => _ended.GetValueOrDefault(number);
}
