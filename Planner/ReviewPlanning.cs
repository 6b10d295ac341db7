using System.Globalization;
using Workflows.Durable.Client;
using Workflows.Planner.Running;
using Workflows.Planner.Yardsticks;
using Workflows.Shared.Models;
using Workflows.Shared.PullRequestReview;
using Workflows.Simulator;
using Workflows.Simulator.Models;
using Workflows.Simulator.Profiles;

namespace Workflows.Planner;

/// <summary>Plans reviews: runs them in virtual time and holds them against what is possible.</summary>
public static class ReviewPlanning
{
    private const string Id = "plan";

    /// <summary>Runs a review of a made-up change.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number of files is not from 1 to <see cref="PlanRequest.MaxFiles"/>.</exception>
    public static async Task<Plan> RunAsync(PlanRequest request, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentOutOfRangeException.ThrowIfLessThan(request.Files, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(request.Files, PlanRequest.MaxFiles);
        await using VirtualApp app = await VirtualApp.StartAsync(Options(request), cancellation);
        if (request.Meanwhile is { } meanwhile)
        {
            await meanwhile(app);
        }

        ReviewRequest review = new()
        {
            Diff = MadeUpChange.Of(request.Files),
            Title = "Count the parts",
            Description = "Every part counts itself.",
            Rules = request.HasRules ? "No query is put together from text." : null,
        };
        await app.Client.ScheduleNewOrchestrationInstanceAsync(ReviewNames.Orchestrator, review, new Durable.StartOrchestrationOptions(Id), cancellation);
        OrchestrationMetadata ended = await app.RunAsync(Id, cancellation);
        return Describe(request, app, ended);
    }

    private static VirtualAppOptions Options(PlanRequest request)
    {
        VirtualAppOptions options = new() { Simulator = new SimulatorOptions { Models = request.Profile.Models, Seed = request.Seed } };
        options.Settings[$"{ModelOptions.Section}:{nameof(ModelOptions.SimulatorProfile)}"] = SimulatedLimits.Documents;
        foreach ((string name, ModelProfile model) in request.Profile.Models)
        {
            string pool = $"{ModelOptions.Section}:{nameof(ModelOptions.Pools)}:{name}:";
            options.Settings[pool + nameof(ModelPoolOptions.MaxConcurrent)] = model.MaxConcurrent.ToString(CultureInfo.InvariantCulture);
            options.Settings[pool + nameof(ModelPoolOptions.CallsPerMinute)] = (model.CallsPerMinute ?? 0).ToString(CultureInfo.InvariantCulture);
            options.Settings[pool + nameof(ModelPoolOptions.ContextTokens)] = model.ContextTokens.ToString(CultureInfo.InvariantCulture);
        }

        TimeSpan budget = request.Budget ?? TimeSpan.FromDays(1);
        options.Settings[$"Reviews:Budgets:{nameof(ReviewBudgets.PullRequest)}"] = budget.ToString("c", CultureInfo.InvariantCulture);
        TimeSpan file = request.Budget is null ? budget : request.FileBudget < budget ? request.FileBudget : budget;
        options.Settings[$"Reviews:Budgets:{nameof(ReviewBudgets.File)}"] = file.ToString("c", CultureInfo.InvariantCulture);
        TimeSpan task = TimeSpan.FromSeconds(60) < budget ? TimeSpan.FromSeconds(60) : budget;
        options.Settings[$"Reviews:Budgets:{nameof(ReviewBudgets.Task)}"] = task.ToString("c", CultureInfo.InvariantCulture);
        return options;
    }

    private static Plan Describe(PlanRequest request, VirtualApp app, OrchestrationMetadata ended)
    {
        ReviewReport report = ended.ReadOutputAs<ReviewReport>()
            ?? throw new InvalidOperationException($"The review ended as {ended.RuntimeStatus}: {ended.FailureDetails?.ErrorMessage}");
        IReadOnlyList<SentRequest> sent = app.Requests;
        Workload work = Workload.Of(sent, request.Profile);
        LowerBound bound = LowerBound.Of(work);
        return new Plan
        {
            Files = request.Files,
            Profile = request.Profile.Name,
            Makespan = report.Seconds,
            Bound = bound,
            DocumentsAlgorithm = DocumentAlgorithm.Makespan(work),
            Budget = request.Budget?.TotalSeconds,
            Binds = report.Missing.Count > 0 && report.Seconds >= request.Budget?.TotalSeconds * 0.8 ? "the pull request's budget" : bound.Binds,
            Complete = report.Status == ReviewStatus.Complete,
            Missing = report.Missing,
            Requests = sent.Count,
            Pools = [.. app.Models.Values.OrderBy(model => model.Name == NamedProfiles.Primary ? 0 : 1).Select(model => Use(model, request.Profile.Models[model.Name], sent, report.Seconds))],
            CountersAgree = app.Models.Values.All(model => model.Counters.Seen == sent.Count(one => one.Pool == model.Name)) && sent.All(one => one.Lease.Length > 1),
            Sent = sent,
        };
    }

    private static PoolUse Use(SimulatorModel model, ModelProfile profile, IReadOnlyList<SentRequest> sent, double makespan)
    {
        List<SentRequest> own = [.. sent.Where(request => request.Pool == model.Name)];
        double busy = own.Sum(request => request.Ended - request.Sent);
        double minutes = Math.Max(1, Math.Ceiling(makespan / 60));
        return new PoolUse
        {
            Pool = model.Name,
            Requests = own.Count,
            Failed = own.Count(request => request.Status != 200),
            MaxConcurrent = profile.MaxConcurrent,
            CallsPerMinute = profile.CallsPerMinute,
            BusySeconds = busy,
            Busy = makespan > 0 ? busy / (profile.MaxConcurrent * makespan) : 0,
            RateUsed = own.Count / (profile.CallsPerMinute * minutes),
            PeakConcurrent = model.Counters.PeakConcurrent,
            PeakCallsPerMinute = model.Counters.PeakCallsPerMinute,
        };
    }
}
