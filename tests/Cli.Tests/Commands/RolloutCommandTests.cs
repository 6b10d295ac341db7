using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Workflows.Cli.Tests.Runs;
using Workflows.Shared.Debate;
using Workflows.Shared.Debate.Rollout;

namespace Workflows.Cli.Tests.Commands;

public sealed class RolloutCommandTests
{
    private static readonly DateTimeOffset Began = new(2026, 2, 4, 4, 5, 6, TimeSpan.Zero);

    private static readonly RolloutView Watching = RolloutView.Of(
        new RolloutState
        {
            Status = RolloutStatus.Watching,
            Stage = 1,
            StageBegan = Began,
            Parallel = new ArmFigures { Count = 40, Passed = 38, Seconds = 1000 },
            History = { new RolloutEvent { Event = "stage", At = Began, Share = 25, Reason = "The stage of 5 % was watched for its time." } },
        },
        new RolloutOptions());

    [Fact]
    public async Task Without_an_operation_the_rollout_is_shown_and_nothing_in_the_folder_goes_on()
    {
        using TestCli cli = new();
        cli.Rollout.View = Watching;

        Assert.Equal(ExitCode.Done, await cli.RunAsync("rollout"));

        Assert.Equal(
            """
            status      watching since 2026-02-04 04:05:06Z
            share       25 % in parallel, of debates in mode auto below complexity 5
            stage       2 of 4 (5, 25, 50, 100 %)
            can end     2026-02-05 04:05:06Z
            parallel    38 of 40 passed (95 %), 25.0 s on average
            sequential  none ended
            compared    no
            missing     The stage is watched until 2026-02-05 04:05:06Z.
            missing     The stage waits for debates in parallel: 40 of 100 have ended.
            missing     The stage waits for debates in sequence: 0 of 100 have ended.
            2026-02-04 04:05:06Z  stage 25 %: The stage of 5 % was watched for its time.

            """.ReplaceLineEndings("\n"),
            cli.Output);
        Assert.False(Assert.Single(cli.Rollout.Opened).RunsWork);
    }

    [Fact]
    public async Task Json_is_what_the_interface_answers()
    {
        using TestCli cli = new();
        cli.Rollout.View = Watching;

        await cli.RunAsync("rollout", "status", "--format", "json");

        using JsonDocument answer = JsonDocument.Parse(cli.Output);
        Assert.Equal(("watching", 0.95), (answer.RootElement.GetProperty("status").GetString(), answer.RootElement.GetProperty("parallel").GetProperty("passRate").GetDouble()));
    }

    [Theory]
    [InlineData("pause")]
    [InlineData("resume")]
    [InlineData("advance")]
    [InlineData("roll-back")]
    public async Task A_change_is_made_with_its_reason_and_the_rollout_shown_as_it_then_stands(string operation)
    {
        using TestCli cli = new();
        cli.Rollout.View = Watching;

        Assert.Equal(ExitCode.Done, await cli.RunAsync("rollout", operation, "--reason", "a test"));

        Assert.Equal((operation, "a test", "cli-fresh1"), Assert.Single(cli.Rollout.Changes));
        Assert.True(Assert.Single(cli.Rollout.Opened).RunsWork);
        Assert.StartsWith("status      watching", cli.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refusal_answers_1_and_is_said()
    {
        using TestCli cli = new();
        cli.Rollout.Refusal = "The rollout can be paused only while a stage is watched; now it is done.";

        Assert.Equal(ExitCode.Failed, await cli.RunAsync("rollout", "pause"));

        Assert.Equal("workflows: The rollout can be paused only while a stage is watched; now it is done.", Assert.Single(cli.ErrorLines));
        Assert.Equal("", cli.Output);
    }

    [Fact]
    public async Task A_change_that_takes_longer_says_where_to_look()
    {
        using TestCli cli = new();

        Assert.Equal(ExitCode.Done, await cli.RunAsync("rollout", "advance", "--data", "elsewhere"));

        Assert.Contains("workflows rollout --data elsewhere", Assert.Single(cli.ErrorLines), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("status", ExitCode.Done, "no debates in .workflows")]
    [InlineData("pause", ExitCode.Failed, "no data file in .workflows")]
    public async Task A_folder_without_debates_is_said(string operation, int code, string message)
    {
        using TestCli cli = new();
        cli.Rollout.IsAbsent = true;

        Assert.Equal(code, await cli.RunAsync("rollout", operation));

        Assert.Contains(message, Assert.Single(cli.ErrorLines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_used_is_refused()
    {
        string[][] lines = [["rollout", "stop"], ["rollout", "--reason", "why"], ["rollout", "pause", "--reason", new string('x', 201)], ["rollout", "--format", "sarif"]];
        foreach (string[] line in lines)
        {
            using TestCli cli = new();
            Assert.NotEmpty(await cli.RefusalAsync(line));
            Assert.Empty(cli.Rollout.Opened);
        }
    }

    [Fact]
    public async Task A_stop_answers_130()
    {
        using TestCli cli = new();
        cli.Stop();

        Assert.Equal(ExitCode.Stopped, await cli.RunAsync("rollout", "pause"));
    }

    [Fact]
    public async Task The_help_has_examples()
    {
        using TestCli cli = new();

        Assert.Equal(ExitCode.Done, await cli.RunAsync("rollout", "--help"));

        Assert.Contains("workflows rollout pause --reason", cli.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_is_asked_with_the_key_and_told_a_change_with_an_id()
    {
        using TestCli cli = new() { OpensRuns = true, ServerKey = "0123456789abcdef" };
        await using TestServer server = await TestServer.StartAsync((_, _) => Results.Json(Watching, DebateJson.Options));

        Assert.Equal(ExitCode.Done, await cli.RunAsync("rollout", "--server", server.Url));
        Assert.Equal(ExitCode.Done, await cli.RunAsync("rollout", "roll-back", "--reason", "a test", "--server", server.Url));

        Assert.Equal(["GET /api/v1/debate-rollout", "POST /api/v1/debate-rollout/roll-back"], server.Requests.Select(request => request.Line));
        Assert.All(server.Requests, request => Assert.Equal("0123456789abcdef", request.Key));
        Assert.Equal("""{"reason":"a test","id":"cli-fresh1"}""", server.Requests.Last().Body);
        Assert.StartsWith("status      watching", cli.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_servers_refusal_is_said_as_it_stands()
    {
        using TestCli cli = new() { OpensRuns = true };
        await using TestServer server = await TestServer.StartAsync((_, _) => Results.Problem("The rollout can be paused only while a stage is watched; now it is done.", statusCode: 409));

        Assert.Equal(ExitCode.Failed, await cli.RunAsync("rollout", "pause", "--server", server.Url));

        Assert.Equal("workflows: The rollout can be paused only while a stage is watched; now it is done.", Assert.Single(cli.ErrorLines));
    }
}
