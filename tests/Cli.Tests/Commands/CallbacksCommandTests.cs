using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Workflows.Cli.Callbacks;
using Workflows.Cli.Tests.Runs;
using Workflows.Shared.Consultation;

namespace Workflows.Cli.Tests.Commands;

public sealed class CallbacksCommandTests
{
    private static readonly UndeliveredCallbackView One = new()
    {
        DeliveryId = "delivery-1",
        BatchId = "BATCH-20260203-001",
        Client = "callcentre",
        Host = "centerlink.api",
        Attempts = 38,
        LastError = "The receiver answered with status 500.",
        Since = new DateTimeOffset(2026, 2, 4, 4, 5, 6, TimeSpan.Zero),
        Status = "undelivered",
    };

    [Fact]
    public async Task Text_has_a_line_a_callback_and_nothing_in_the_folder_goes_on()
    {
        using TestCli cli = new();
        cli.Callbacks.Listed.Add(One);

        Assert.Equal(ExitCode.Done, await cli.RunAsync("callbacks"));

        Assert.Equal(
            "delivery-1  BATCH-20260203-001  callcentre  centerlink.api  undelivered since 2026-02-04 04:05:06Z  38 attempts: The receiver answered with status 500.\n",
            cli.Output);
        Assert.False(Assert.Single(cli.Callbacks.Opened).RunsWork);
    }

    [Fact]
    public async Task Json_is_a_list_in_the_interfaces_names()
    {
        using TestCli cli = new();
        cli.Callbacks.Listed.Add(One);

        await cli.RunAsync("callbacks", "--format", "json");

        using JsonDocument answer = JsonDocument.Parse(cli.Output);
        Assert.Equal("delivery-1", answer.RootElement[0].GetProperty("delivery_id").GetString());
    }

    [Fact]
    public async Task None_is_said()
    {
        using TestCli cli = new();

        Assert.Equal(ExitCode.Done, await cli.RunAsync("callbacks"));

        Assert.Equal("workflows: no undelivered callbacks in .workflows", Assert.Single(cli.ErrorLines));
    }

    [Fact]
    public async Task One_that_is_delivered_answers_0()
    {
        using TestCli cli = new();
        cli.Callbacks.Resent["delivery-1"] = new ResentCallback(true);

        Assert.Equal(ExitCode.Done, await cli.RunAsync("callbacks", "--resend", "delivery-1"));

        Assert.Equal("workflows: delivery-1 is delivered", Assert.Single(cli.ErrorLines));
        Assert.True(Assert.Single(cli.Callbacks.Opened).RunsWork);
    }

    [Fact]
    public async Task One_that_is_refused_again_answers_1_and_says_why()
    {
        using TestCli cli = new();
        cli.Callbacks.Resent["delivery-1"] = new ResentCallback(false, "The receiver answered with status 500.", One.Since);

        Assert.Equal(ExitCode.Failed, await cli.RunAsync("callbacks", "--resend", "delivery-1"));

        Assert.Contains("status 500. It is tried again from 2026-02-04 04:05:06Z on", Assert.Single(cli.ErrorLines), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--resend", "delivery-9", "no undelivered callback delivery-9")]
    [InlineData("--resend", "a/b", "no delivery's id")]
    [InlineData("--resend", "", "no delivery's id")]
    [InlineData("--format", "sarif", "--format")]
    public async Task What_cannot_be_used_is_refused(string option, string value, string message)
    {
        using TestCli cli = new();

        Assert.Contains(message, await cli.RefusalAsync("callbacks", option, value), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_is_asked_with_the_key_for_the_list_and_to_send_again()
    {
        using TestCli cli = new() { OpensRuns = true, ServerKey = "0123456789abcdef" };
        await using TestServer server = await TestServer.StartAsync((request, _) => request.Line.StartsWith("GET", StringComparison.Ordinal)
            ? Results.Json(new UndeliveredCallbackList { Callbacks = [One] }, ConsultationJson.Options)
            : Results.Accepted());

        Assert.Equal(ExitCode.Done, await cli.RunAsync("callbacks", "--server", server.Url));
        Assert.Equal(ExitCode.Done, await cli.RunAsync("callbacks", "--resend", "delivery-1", "--server", server.Url));

        Assert.Equal(["GET /api/v1/consultation/callbacks", "POST /api/v1/consultation/callbacks/delivery-1/resend"], server.Requests.Select(request => request.Line));
        Assert.All(server.Requests, request => Assert.Equal("0123456789abcdef", request.Key));
        Assert.StartsWith("delivery-1  BATCH-20260203-001", cli.Output, StringComparison.Ordinal);
        Assert.Contains("being sent again", cli.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_callback_that_a_server_does_not_list_is_refused()
    {
        using TestCli cli = new() { OpensRuns = true };
        await using TestServer server = await TestServer.StartAsync((_, _) => Results.Problem("No undelivered callback has this id.", statusCode: 404));

        Assert.Contains("no undelivered callback delivery-9", await cli.RefusalAsync("callbacks", "--resend", "delivery-9", "--server", server.Url), StringComparison.Ordinal);
    }
}
