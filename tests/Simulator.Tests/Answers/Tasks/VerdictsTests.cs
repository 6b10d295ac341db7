using System.Text.Json.Nodes;

namespace Workflows.Simulator.Tests.Answers.Tasks;

public class VerdictsTests
{
    private static readonly string Diff = DiffText.Of("a.cs", " class Shop {", "+    orders.Save(order);", " }", " ", " ", " ", " ", " ", "+    mail.Send(order);", "-    log.Write(order);");

    [Theory]
    [InlineData("The call to orders is not awaited", "orders.Save(order);", true)]
    [InlineData("Kubernetes pods crash", "nothing", false)]
    [InlineData("", "orders.Save(order);", false)]
    public async Task V1_asks_whether_the_message_fits_the_diff(string message, string quote, bool ok) =>
        Assert.Equal(ok, await VerdictAsync("V1", DiffText.Finding(7, 2, quote, "", message)));

    [Theory]
    [InlineData(2, "orders.Save(order);", "new", true)]
    [InlineData(4, "orders.Save( order );", "new", true)]
    [InlineData(9, "orders.Save(order);", "new", false)]
    [InlineData(2, "orders.Load(order);", "new", false)]
    [InlineData(8, "log.Write(order);", "old", true)]
    [InlineData(8, "log.Write(order);", "new", false)]
    [InlineData(2, "", "new", false)]
    public async Task V2_asks_whether_the_quote_stands_near_the_line(int line, string quote, string side, bool ok) =>
        Assert.Equal(ok, await VerdictAsync("V2", DiffText.Finding(7, line, quote, side: side)));

    [Theory]
    [InlineData(null, true)]
    [InlineData("await orders.Save(order);", true)]
    [InlineData(" orders.Save(order); ", false)]
    [InlineData(" ", false)]
    public async Task V3_asks_whether_the_suggestion_changes_anything(string? suggestion, bool ok) =>
        Assert.Equal(ok, await VerdictAsync("V3", DiffText.Finding(7, 2, "orders.Save(order);", suggestion: suggestion)));

    [Theory]
    [InlineData("`orders` is saved twice", true)]
    [InlineData("`invoices` is saved twice", false)]
    [InlineData("an odd ` backtick", true)]
    public async Task V4_asks_whether_the_names_in_backticks_are_real(string message, bool ok) =>
        Assert.Equal(ok, await VerdictAsync("V4", DiffText.Finding(7, 2, "orders.Save(order);", message: message)));

    private static async Task<bool> VerdictAsync(string task, JsonObject finding)
    {
        var answer = await DiffText.AskAsync(task, ("diff", Diff), ("findings", new JsonArray(finding).ToJsonString()));
        var verdict = Assert.Single(answer.GetProperty("verdicts").EnumerateArray());
        Assert.Equal(7, verdict.GetProperty("index").GetInt32());
        Assert.NotEqual("", verdict.GetProperty("reason").GetString());
        return verdict.GetProperty("ok").GetBoolean();
    }
}
