using System.Text.RegularExpressions;

namespace Workflows.Infra.Tests;

/// <summary>The container and the unit of the embedded host.</summary>
public sealed partial class ServiceTests
{
    private const string Unit = "infra/systemd/workflows.service";

    [Fact]
    public async Task Systemd_finds_no_fault_in_the_unit()
    {
        string folder = Directory.CreateTempSubdirectory("workflows-unit-").FullName;
        try
        {
            // The program is looked for, and is not installed where tests run.
            string unit = Path.Combine(folder, "workflows.service");
            await File.WriteAllTextAsync(unit, Repository.Read(Unit).Replace("/opt/workflows/workflows", "/bin/true", StringComparison.Ordinal), TestContext.Current.CancellationToken);

            (int code, string said) = await Tool.RunAsync("systemd-analyze", "systemd", "verify", unit);

            Assert.True(code == 0 && !said.Contains("workflows.service", StringComparison.Ordinal), said);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void The_unit_and_the_container_wait_longer_than_a_stop_takes()
    {
        string unit = Repository.Read(Unit);
        string compose = Repository.Read("infra/container/compose.yml");

        Assert.True(Seconds(unit, @"TimeoutStopSec=(\d+)") > Drain(unit));
        Assert.True(Seconds(compose, @"stop_grace_period: (\d+)s") > Drain(Repository.Read("infra/container/Dockerfile")));
    }

    [Fact]
    public void What_the_container_is_made_of_is_there()
    {
        string docker = Repository.Read("infra/container/Dockerfile");

        Assert.All(Copied().Matches(docker).Select(copy => copy.Groups["source"].Value), source => Assert.True(Path.Exists(Path.Combine(Repository.Root, source)), $"{source} is missing."));
        Assert.All(From().Matches(docker).Select(from => from.Groups["image"].Value), image => Assert.EndsWith(":10.0", image, StringComparison.Ordinal));
        Assert.Contains("USER $APP_UID", docker, StringComparison.Ordinal);
    }

    private static double Drain(string text) => TimeSpan.Parse(DrainTime().Match(text).Groups["time"].Value, System.Globalization.CultureInfo.InvariantCulture).TotalSeconds;

    private static int Seconds(string text, string pattern) => int.Parse(Regex.Match(text, pattern).Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture);

    [GeneratedRegex(@"Workflows__DrainTimeout=(?<time>[\d:]+)")]
    private static partial Regex DrainTime();

    [GeneratedRegex(@"^COPY (?!--from)(?<source>\S+) ", RegexOptions.Multiline)]
    private static partial Regex Copied();

    [GeneratedRegex(@"^FROM (?<image>\S+)", RegexOptions.Multiline)]
    private static partial Regex From();
}
