using System.Text.Json;

namespace Workflows.Cli.Tests.Commands;

public sealed class PlanCommandTests
{
    [Theory]
    [InlineData("--files", "0", "--files: '0' is not a whole number from 1 to 500")]
    [InlineData("--files", "many", "--files: 'many' is not a whole number from 1 to 500")]
    [InlineData("--files", "501", "--files: '501' is not a whole number from 1 to 500")]
    [InlineData("--profile", "slow", "--profile: 'slow' is none of documents, quick, random")]
    [InlineData("--budget", "-1", "--budget: '-1' is not a number of seconds from 0 to 86400")]
    [InlineData("--budget", "0.5", "--budget: at least 1 second, or 0 to lift it")]
    [InlineData("--seed", "x", "--seed: 'x' is not a whole number from 0 to 2147483647")]
    public async Task What_cannot_be_planned_is_refused_with_the_fault_and_the_range(string option, string value, string message)
    {
        using TestCli cli = new();

        Assert.EndsWith(message, await cli.RefusalAsync("plan", option, value), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Json_tells_makespan_bound_what_binds_and_each_pool()
    {
        using TestCli cli = new();

        Assert.Equal(ExitCode.Done, await cli.RunAsync("plan", "--files", "2", "--json"));

        JsonElement plan = JsonDocument.Parse(cli.Output).RootElement;
        Assert.Equal(100, plan.GetProperty("makespan").GetDouble(), 0.5);
        Assert.Equal("the critical path", plan.GetProperty("binds").GetString());
        Assert.Equal(21, plan.GetProperty("requests").GetInt32());
        Assert.Equal(2, plan.GetProperty("pools").GetArrayLength());
        Assert.InRange(plan.GetProperty("overBound").GetDouble(), 1, 1.2);
    }

    [Fact]
    public async Task Text_tells_the_same_to_people()
    {
        using TestCli cli = new();

        Assert.Equal(ExitCode.Done, await cli.RunAsync("plan", "--files", "1", "--profile", "quick"));

        Assert.StartsWith("review of 1 files, profile quick (simulated models, virtual time)\nmakespan ", cli.Output, StringComparison.Ordinal);
        Assert.Contains("\nlower bound ", cli.Output, StringComparison.Ordinal);
        Assert.Contains("\nbinds        the critical path\n", cli.Output, StringComparison.Ordinal);
    }
}
