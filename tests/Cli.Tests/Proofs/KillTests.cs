using Workflows.Bench.Review.Driving;

namespace Workflows.Cli.Tests.Proofs;

/// <summary>Real processes, really killed. <c>bench/ci</c> runs more rounds on a larger review.</summary>
public sealed class KillTests
{
    private const int Seed = 7;

    [Fact]
    public async Task A_review_that_is_killed_and_started_again_gives_the_undisturbed_report_and_repeats_no_recorded_call()
    {
        KillRounds rounds = await KillRounds.RunAsync(files: 6, kills: 3, Seed, TestContext.Current.SendDiagnosticMessage);

        Assert.Equal(3, rounds.Kills);
        Assert.Equal(0, rounds.OtherReports);
        Assert.Empty(rounds.Repeated);
    }
}
