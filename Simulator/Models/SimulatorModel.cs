using System.Globalization;
using System.Text.Json.Nodes;
using Workflows.Simulator.Limits;
using Workflows.Simulator.Profiles;
using Workflows.Simulator.Protocol;

namespace Workflows.Simulator.Models;

/// <summary>One simulated model: its profile, its enforced limits and its counters. Safe for concurrent use.</summary>
public sealed class SimulatorModel
{
    private readonly Lock _gate = new();
    private readonly TimeProvider _time;
    private readonly long _origin;
    private readonly long _seed;
    private readonly SlidingWindow _window = new();
    private readonly Turns _turns = new();
    private readonly HashSet<CallLease> _running = [];
    private readonly CallLog _log = new();
    private readonly Dictionary<string, long> _tasks = [];
    private readonly Dictionary<string, long> _faults = [];
    private ModelProfile _profile;
    private ModelCounters _counters = new();

    internal SimulatorModel(string name, ModelProfile profile, TimeProvider time, long seed)
    {
        Name = name;
        _profile = profile;
        _time = time;
        _origin = time.GetTimestamp();
        _seed = seed;
    }

    /// <summary>The name that requests use.</summary>
    public string Name { get; }

    /// <summary>The profile as it stands; its <see cref="FaultSetting.Next"/> counts show what is left.</summary>
    public ModelProfile Profile
    {
        get
        {
            lock (_gate)
            {
                return _profile;
            }
        }
    }

    /// <summary>A snapshot of the counters.</summary>
    public ModelCounters Counters
    {
        get
        {
            lock (_gate)
            {
                return _counters with
                {
                    Running = _running.Count,
                    PeakCallsPerMinute = _window.Peak,
                    Tasks = new SortedDictionary<string, long>(_tasks, StringComparer.Ordinal),
                    Faults = new SortedDictionary<string, long>(_faults, StringComparer.Ordinal),
                };
            }
        }
    }

    internal TimeSpan Now => _time.GetElapsedTime(_origin);

    /// <summary>How often each request came, oldest first, for the latest 20,000 different ones.</summary>
    public IReadOnlyList<CallCount> Calls()
    {
        lock (_gate)
        {
            return _log.Snapshot();
        }
    }

    /// <summary>Changes the profile for calls that arrive from now on.</summary>
    /// <param name="change">Makes the new profile from the present one.</param>
    /// <exception cref="ArgumentException">The new profile is not valid; the message says why.</exception>
    public void Update(Func<ModelProfile, ModelProfile> change)
    {
        ArgumentNullException.ThrowIfNull(change);
        lock (_gate)
        {
            var next = change(_profile);
            var errors = next.Validate();
            _profile = errors.Count == 0 ? next : throw new ArgumentException(string.Join("; ", errors), nameof(change));
        }
    }

    /// <summary>The latency that a request has here by the profile as it stands, without the time of its output.</summary>
    /// <param name="task">The task that the prompt names.</param>
    /// <param name="messages">Role and text of every message.</param>
    public TimeSpan LatencyOf(string task, IEnumerable<(string Role, string Text)> messages)
    {
        lock (_gate)
        {
            return Draw(task, RequestDigest.Of(messages));
        }
    }

    internal ModelProfile Patch(JsonNode? patch)
    {
        lock (_gate)
        {
            return _profile = ProfileJson.Patch(_profile, patch);
        }
    }

    /// <summary>Counts a call that was wrong before any limit was asked.</summary>
    internal void CountRefused()
    {
        lock (_gate)
        {
            _counters = _counters with { Seen = _counters.Seen + 1, Refused = _counters.Refused + 1 };
        }
    }

    internal Admission Admit(CallDescription call)
    {
        lock (_gate)
        {
            var now = Now;
            var seenBefore = _log.SeenBefore(call.Task, call.Digest);
            _counters = _counters with { Seen = _counters.Seen + 1 };
            _tasks[call.Task] = _tasks.GetValueOrDefault(call.Task) + 1;
            _log.Update(call.Task, call.Digest, count => count with { Seen = count.Seen + 1 });

            var error = Refusal(call, seenBefore) ?? LimitError(call, now);
            if (error is not null)
            {
                _counters = error.Status == 429
                    ? _counters with { Rejected = _counters.Rejected + 1 }
                    : _counters with { Refused = _counters.Refused + 1 };
                return new Admission(null, error);
            }

            return new Admission(Accept(call, now, seenBefore), null);
        }
    }

    internal void Release(CallLease lease, CallOutcome outcome)
    {
        lock (_gate)
        {
            _running.Remove(lease);
            _counters = outcome switch
            {
                CallOutcome.Completed => _counters with { Completed = _counters.Completed + 1 },
                CallOutcome.Failed => _counters with { Failed = _counters.Failed + 1 },
                _ => _counters with { Cancelled = _counters.Cancelled + 1 },
            };
            if (outcome == CallOutcome.Completed)
            {
                _log.Update(lease.Call.Task, lease.Call.Digest, count => count with { Completed = count.Completed + 1 });
            }
        }
    }

    private ApiError? Refusal(CallDescription call, int seenBefore)
    {
        if (call.ContextTokens + (long)call.MaximumOutput > _profile.ContextTokens)
        {
            return ApiError.Invalid(
                $"The request needs {call.ContextTokens + (long)call.MaximumOutput} tokens ({call.ContextTokens} in the messages, {call.MaximumOutput} for the output); the limit of '{Name}' is {_profile.ContextTokens}.",
                "messages",
                "context_length_exceeded");
        }

        if (Strikes(FaultKind.Http429, call, seenBefore))
        {
            return ApiError.TooMany("Simulated overload.", 1);
        }

        if (Strikes(FaultKind.Http503, call, seenBefore))
        {
            return new ApiError(503, "server_error", "Simulated: the server is not available.", "unavailable", RetryAfterSeconds: 1);
        }

        return call.HasResponseFormat && Strikes(FaultKind.RejectSchema, call, seenBefore)
            ? ApiError.Invalid("Simulated: response_format is not supported by this server.", "response_format")
            : null;
    }

    private ApiError? LimitError(CallDescription call, TimeSpan now)
    {
        var tokens = call.PromptTokens + (long)call.MaximumOutput;
        if (_profile.TokensPerMinute < tokens)
        {
            return ApiError.Invalid($"The request needs {tokens} tokens; '{Name}' takes {_profile.TokensPerMinute} a minute.", "messages", "request_too_large");
        }

        var wait = _profile.CallsPerMinute is { } calls ? _window.WaitForCount(now, calls) : TimeSpan.Zero;
        var tokenWait = _profile.TokensPerMinute is { } limit ? _window.WaitForWeight(now, tokens, limit) : TimeSpan.Zero;
        var full = _running.Count >= _profile.MaxConcurrent;
        var slotWait = full ? (_running.Min(lease => lease.Due) ?? now) - now : TimeSpan.Zero;
        if (wait <= TimeSpan.Zero && tokenWait <= TimeSpan.Zero && !full)
        {
            return null;
        }

        var longest = new[] { wait, tokenWait, slotWait }.Max();
        return ApiError.TooMany(
            $"'{Name}' takes {_profile.MaxConcurrent} calls at once, {Limit(_profile.CallsPerMinute)} calls and {Limit(_profile.TokensPerMinute)} tokens a minute.",
            Math.Max(1, (int)Math.Ceiling(longest.TotalSeconds)));
    }

    private CallLease Accept(CallDescription call, TimeSpan now, int seenBefore)
    {
        var faults = AnswerFaults(call, seenBefore);
        var latency = _turns.Take(now, Draw(call.Task, call.Digest), _profile.Parallel);
        var lease = new CallLease(this, call, now, latency, _profile.TokensPerSecond, faults);
        _running.Add(lease);
        _window.Add(now, call.PromptTokens + (long)call.MaximumOutput);
        _counters = _counters with
        {
            Accepted = _counters.Accepted + 1,
            PeakConcurrent = Math.Max(_counters.PeakConcurrent, _running.Count),
        };
        _log.Update(call.Task, call.Digest, count => count with { Count = count.Count + 1 });
        return lease;
    }

    private TimeSpan Draw(string task, string digest) => _profile.LatencyOf(task).Draw(DeterministicRandom.From(_seed, "latency", Name, digest));

    private List<FaultKind> AnswerFaults(CallDescription call, int seenBefore)
    {
        var faults = new List<FaultKind>();
        for (var kind = FaultKind.Http500; kind < FaultKind.Chinese && faults.Count == 0; kind++)
        {
            if (Strikes(kind, call, seenBefore))
            {
                faults.Add(kind);
            }
        }

        var answers = !faults.Exists(fault => fault is FaultKind.Http500 or FaultKind.Hang or FaultKind.EmptyContent);
        if (answers && Strikes(FaultKind.Chinese, call, seenBefore))
        {
            faults.Add(FaultKind.Chinese);
        }

        return faults;
    }

    private bool Strikes(FaultKind kind, CallDescription call, int seenBefore)
    {
        if (_profile.Faults[kind] is not { } setting || !setting.Concerns(call.Task))
        {
            return false;
        }

        if (setting.Next > 0)
        {
            _profile = _profile with { Faults = _profile.Faults.With(kind, setting with { Next = setting.Next - 1 }) };
        }
        else if (DeterministicRandom.From(_seed, "fault", kind.ToString(), Name, call.Digest, $"{seenBefore}").NextDouble() >= setting.Rate)
        {
            return false;
        }

        _faults[kind.ToString()] = _faults.GetValueOrDefault(kind.ToString()) + 1;
        return true;
    }

    private static string Limit(int? limit) => limit?.ToString(CultureInfo.InvariantCulture) ?? "any number of";
}
