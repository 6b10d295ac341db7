using Workflows.Durable;
using Workflows.Runtime.Engine.History;

namespace Workflows.Runtime.Engine;

public sealed class HistoryExportTests
{
    [Fact]
    public async Task An_exported_history_is_followed_by_the_code_that_made_it()
    {
        await using TestEngine engine = Start("one", "two");
        string id = (await engine.RunAsync("steps", 2)).InstanceId;

        InstanceHistory history = InstanceHistory.Parse(engine.Engine.ExportHistory(id).ToJson());

        Assert.Equal((id, "steps"), (history.InstanceId, history.Name));
        Assert.Null(engine.Engine.FindDivergence(history));
    }

    [Fact]
    public async Task All_executions_of_an_instance_that_continued_as_new_are_exported()
    {
        await using TestEngine engine = Start("one", "two");
        string id = (await engine.RunAsync("steps", 2)).InstanceId;

        Assert.Equal(3, engine.Engine.ExportHistory(id).Document.Executions.Count);
    }

    [Fact]
    public async Task Changed_code_is_found_by_event_and_call()
    {
        InstanceHistory history;
        await using (TestEngine before = Start("one", "two"))
        {
            history = before.Engine.ExportHistory((await before.RunAsync("steps", 0)).InstanceId);
        }

        await using TestEngine after = Start("one", "three");

        string? divergence = after.Engine.FindDivergence(history);
        Assert.Contains("ActivityScheduled 'two' #1 was recorded", divergence, StringComparison.Ordinal);
        Assert.Contains("made ActivityScheduled 'three' #1", divergence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_an_instance_that_is_there_can_be_exported()
    {
        await using TestEngine engine = Start("one", "two");

        Assert.Throws<ArgumentException>(() => engine.Engine.ExportHistory("missing"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{\"instanceId\":\"a\"}")]
    [InlineData("[1]")]
    public void What_is_no_exported_history_is_said_so(string text) =>
        Assert.Contains("no exported history", Assert.Throws<FormatException>(() => InstanceHistory.Parse(text)).Message, StringComparison.Ordinal);

    private static TestEngine Start(string first, string second) => TestEngine.Start(r => r
        .AddOrchestratorFunc<int, int>("steps", async (context, left) =>
        {
            await context.CallActivityAsync(first);
            await context.CallActivityAsync(second);
            if (left > 0)
            {
                context.ContinueAsNew(left - 1);
            }

            return left;
        })
        .AddActivityFunc("one", _ => { })
        .AddActivityFunc("two", _ => { })
        .AddActivityFunc("three", _ => { }));
}
