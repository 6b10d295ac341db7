using System.Text.Json;
using Microsoft.Extensions.Logging;
using Workflows.Shared.Logging;

namespace Workflows.Shared.Tests.Logging;

public sealed class ClassLogProviderTests : IDisposable
{
    private const string Instance = "interview-7:question-3";

    private readonly string _folder = Directory.CreateTempSubdirectory("workflows-logs-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void The_work_of_each_class_goes_to_a_file_of_its_own_with_the_run()
    {
        Log(json: false, logger =>
        {
            Say(logger, "gpu", "asked");
            Say(logger, "cpu", "analysed");
            logger.LogInformation("of no class");
        });

        Assert.Equal(["cpu.log", "gpu.log"], Directory.GetFiles(_folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Equal($"2026-01-02T03:04:05.678Z information {Instance} Some.Category: asked", Assert.Single(Lines("gpu.log")));
        Assert.EndsWith("analysed", Assert.Single(Lines("cpu.log")), StringComparison.Ordinal);
    }

    [Fact]
    public void In_JSON_a_line_has_its_stream_and_its_run()
    {
        Log(json: true, logger => Say(logger, "gpu", "asked"));

        JsonElement line = JsonElement.Parse(Assert.Single(Lines("gpu.log")));
        Assert.Equal(("gpu", "interview-7", Instance), (line.GetProperty("stream").GetString(), line.GetProperty("run").GetString(), line.GetProperty("instance").GetString()));
    }

    [Fact]
    public void The_log_of_everything_has_stream_and_run_as_well()
    {
        List<string> lines = [];
        using (LoggerFactory factory = new([new JsonLogProvider(LogLevel.Information, new Clock(), lines.Add)]))
        {
            Say(factory.CreateLogger("c"), "cpu", "analysed");
            factory.CreateLogger("c").LogInformation("of no class");
        }

        Assert.Equal("cpu", JsonElement.Parse(lines[0]).GetProperty("stream").GetString());
        Assert.False(JsonElement.Parse(lines[1]).TryGetProperty("stream", out _));
    }

    [Theory]
    [InlineData("../escape")]
    [InlineData("GPU")]
    [InlineData("a/b")]
    [InlineData("")]
    public void A_class_whose_name_is_none_has_no_file(string name)
    {
        Log(json: false, logger => Say(logger, name, "asked"));

        Assert.Empty(Directory.GetFileSystemEntries(_folder));
    }

    [Fact]
    public void A_message_cannot_make_lines_of_its_own()
    {
        Log(json: false, logger => Say(logger, "gpu", "asked\n2026-01-02T03:04:05.678Z error forged"));

        Assert.Single(Lines("gpu.log"));
    }

    [Fact]
    public void Entries_beneath_information_are_dropped()
    {
        Log(json: false, logger =>
        {
            using (Scope(logger, "gpu"))
            {
                logger.LogDebug("hidden");
            }
        });

        Assert.Empty(Directory.GetFiles(_folder));
    }

    private static void Say(ILogger logger, string name, string message)
    {
        using (Scope(logger, name))
        {
            logger.LogInformation("{Message}", message);
        }
    }

    private static IDisposable? Scope(ILogger logger, string name) => logger.BeginScope("{ResourceClass} {InstanceId}", name, Instance);

    private void Log(bool json, Action<ILogger> log)
    {
        using LoggerFactory factory = new([new ClassLogProvider(new ClassLogSettings { Folder = _folder }, json, new Clock())], new LoggerFilterOptions { MinLevel = LogLevel.Trace });
        log(factory.CreateLogger("Some.Category"));
    }

    private string[] Lines(string name) => File.ReadAllLines(Path.Combine(_folder, name));

    private sealed class Clock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2026, 1, 2, 3, 4, 5, 678, TimeSpan.Zero);
    }
}
