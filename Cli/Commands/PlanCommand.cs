using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Workflows.Planner;

namespace Workflows.Cli.Commands;

/// <summary><c>workflows plan</c>: how long a review of so many files takes, found out in virtual time, and what stands in the way of less.</summary>
internal sealed class PlanCommand(CliServices services)
{
    public const string Name = "plan";

    private const int DefaultFiles = 50;
    private const double DefaultBudget = 600;
    private const double LongestBudget = 86_400;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true, NewLine = "\n" };

    private readonly Option<string?> _files = new("--files") { Description = $"How many files the review has, 1 to {PlanRequest.MaxFiles}. Default {DefaultFiles}.", HelpName = "N" };
    private readonly Option<string?> _profile = new("--profile") { Description = $"Limits and times of the models: {string.Join(", ", PlanProfile.Names)}. Default {PlanProfile.Names[0]}.", HelpName = "P" };
    private readonly Option<string?> _budget = new("--budget") { Description = $"The review's budget in seconds; 0 lifts it. Default {DefaultBudget}.", HelpName = "S" };
    private readonly Option<string?> _seed = new("--seed") { Description = "The seed of all draws. Default 1.", HelpName = "N" };
    private readonly Option<bool> _json = new("--json") { Description = "Print JSON." };

    /// <summary>The command.</summary>
    public static Command Create(CliServices services) => new PlanCommand(services).Build();

    private Command Build()
    {
        Command command = new(Name, "Tell how long a review takes, from a run in virtual time against simulated models: nothing is asked of a real one.")
        {
            _files, _profile, _budget, _seed, _json,
        };
        command.SetAction(RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken stop)
    {
        double budget = Number(parsed.GetValue(_budget), "--budget", DefaultBudget, 0, LongestBudget, "a number of seconds");
        if (budget is > 0 and < 1)
        {
            throw CliException.BadUsage("--budget: at least 1 second, or 0 to lift it");
        }

        PlanRequest request = new()
        {
            Files = (int)Number(parsed.GetValue(_files), "--files", DefaultFiles, 1, PlanRequest.MaxFiles, "a whole number", whole: true),
            Profile = Profile(parsed.GetValue(_profile)),
            Budget = budget > 0 ? TimeSpan.FromSeconds(budget) : null,
            Seed = (long)Number(parsed.GetValue(_seed), "--seed", 1, 0, int.MaxValue, "a whole number", whole: true),
        };
        Plan plan = await ReviewPlanning.RunAsync(request, stop);
        await services.Console.Output.WriteAsync(parsed.GetValue(_json) ? JsonSerializer.Serialize(plan, Json) + "\n" : PlanText.Of(plan));
        return ExitCode.Done;
    }

    private static PlanProfile Profile(string? name)
    {
        try
        {
            return PlanProfile.Get(name?.ToLowerInvariant() ?? PlanProfile.Names[0]);
        }
        catch (ArgumentException)
        {
            throw CliException.BadUsage($"--profile: '{name}' is none of {string.Join(", ", PlanProfile.Names)}");
        }
    }

    private static double Number(string? text, string option, double missing, double least, double most, string what, bool whole = false)
    {
        if (text is null)
        {
            return missing;
        }

        NumberStyles style = whole ? NumberStyles.None : NumberStyles.AllowDecimalPoint;
        return double.TryParse(text, style, CultureInfo.InvariantCulture, out double number) && number >= least && number <= most
            ? number
            : throw CliException.BadUsage(string.Create(CultureInfo.InvariantCulture, $"{option}: '{text}' is not {what} from {least} to {most}"));
    }
}
