using Microsoft.Extensions.Logging;
using Workflows.Cli.Hosting;

namespace Workflows.Cli.Tests.Hosting;

public sealed class CliLoggerProviderTests
{
    [Fact]
    public void Entries_beneath_the_least_level_are_dropped_and_an_exception_shows_no_stack()
    {
        using TestCli cli = new();
        using CliLoggerProvider provider = new(cli.Console(), LogLevel.Warning);
        ILogger logger = provider.CreateLogger("Category");

        logger.LogInformation("hidden");
        logger.LogWarning(new InvalidOperationException("broken\n   at X"), "shown {Count}", 3);

        Assert.Equal(["workflows: warning Category: shown 3: InvalidOperationException: broken at X"], cli.ErrorLines);
    }
}
