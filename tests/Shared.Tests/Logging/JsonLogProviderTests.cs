using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.Extensions.Logging;
using Workflows.Shared.Logging;

namespace Workflows.Shared.Tests.Logging;

public sealed class JsonLogProviderTests
{
    private readonly List<string> _lines = [];

    [Fact]
    public void An_entry_is_one_json_object_on_a_line()
    {
        Logger().Log(LogLevel.Warning, new EventId(7, "Odd"), "Pool {Pool} failed {Times} times in {Seconds} s", "a\n\"b\"", 3, 1.5);

        string line = Assert.Single(_lines);
        Assert.DoesNotContain('\n', line);
        JsonElement json = JsonElement.Parse(line);
        Assert.Equal(
            ["timestamp", "level", "category", "event_id", "event", "message", "fields"], json.EnumerateObject().Select(property => property.Name));
        Assert.Equal("2026-01-02T03:04:05.678Z", json.GetProperty("timestamp").GetString());
        Assert.Equal(("warning", "Some.Category", 7, "Odd"), (Text(json, "level"), Text(json, "category"), json.GetProperty("event_id").GetInt32(), Text(json, "event")));
        Assert.Equal("Pool a\n\"b\" failed 3 times in 1.5 s", Text(json, "message"));
        Assert.Equal("""{"Pool":"a\n\"b\"","Times":3,"Seconds":1.5}""", json.GetProperty("fields").GetRawText());
    }

    [Fact]
    public void An_exception_is_its_type_and_message_without_a_stack()
    {
        Logger().LogError(Thrown(), "It broke");

        JsonElement exception = JsonElement.Parse(Assert.Single(_lines)).GetProperty("exception");
        Assert.Equal("""{"type":"InvalidOperationException","message":"no luck"}""", exception.GetRawText());
    }

    [Fact]
    public void Entries_beneath_the_least_level_are_dropped()
    {
        Logger().LogDebug("hidden");

        Assert.Empty(_lines);
    }

    [Fact]
    public void A_long_text_is_cut()
    {
        Logger().LogInformation("{Text}", new string('x', 100_000));

        Assert.InRange(Assert.Single(_lines).Length, 4_000, 9_000);
    }

    [Fact]
    public void Text_of_all_scripts_stays_readable()
    {
        Logger().LogInformation("고객 {Name}", "사업자 등록");

        Assert.Contains("고객 사업자 등록", Assert.Single(_lines), StringComparison.Ordinal);
    }

    [Fact]
    public void Whatever_is_logged_the_line_is_json() => Prop.ForAll<string, double, string>((text, number, category) =>
    {
        string line = JsonLogLine.Write(
            default, LogLevel.Information, category ?? "", default, text ?? "", new List<KeyValuePair<string, object?>> { new(text ?? "", number), new(text ?? "", text), new("x", new[] { 1, 2 }) });
        JsonElement.Parse(line);
        return !line.Contains('\n', StringComparison.Ordinal) && !line.Contains('\r', StringComparison.Ordinal);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_lone_surrogate_does_not_break_the_line()
    {
        Logger().LogInformation("{Text}", "a\ud800b");

        JsonElement.Parse(Assert.Single(_lines));
    }

    [Theory]
    [InlineData("json", true)]
    [InlineData("JSON", true)]
    [InlineData("text", false)]
    [InlineData(null, false)]
    public void The_setting_asks_for_it(string? setting, bool asked) => Assert.Equal(asked, JsonLogProvider.IsAskedFor(setting));

    private static string Text(JsonElement json, string name) => json.GetProperty(name).GetString()!;

    private static InvalidOperationException Thrown()
    {
        try
        {
            throw new InvalidOperationException("no luck");
        }
        catch (InvalidOperationException e)
        {
            return e;
        }
    }

    private ILogger Logger() => new JsonLogProvider(LogLevel.Information, new Clock(), _lines.Add).CreateLogger("Some.Category");

    private sealed class Clock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2026, 1, 2, 3, 4, 5, 678, TimeSpan.Zero);
    }
}
