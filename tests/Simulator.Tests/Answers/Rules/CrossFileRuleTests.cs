using System.Text.Json;

namespace Workflows.Simulator.Tests.Answers.Rules;

public class CrossFileRuleTests
{
    [Fact]
    public async Task Use_of_a_function_that_another_file_renames_is_found()
    {
        var finding = Assert.Single(await FindAsync(
            DiffText.Of("src/Mail.cs", "-public void SendMail(string to)", "+public void Deliver(string to)"),
            DiffText.Of("src/Shop.cs", " mail.SendMail(customer);")));

        Assert.Equal(("removed-symbol", "src/Shop.cs", 1), (finding.GetProperty("category").GetString(), finding.GetProperty("path").GetString(), finding.GetProperty("line").GetInt32()));
        Assert.Contains("Deliver", finding.GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_function_that_moves_to_another_file_is_no_finding() =>
        Assert.Empty(await FindAsync(
            DiffText.Of("a.py", "-def send_mail(to):"),
            DiffText.Of("b.py", "+def send_mail(to):"),
            DiffText.Of("c.py", " send_mail(customer)")));

    [Fact]
    public async Task A_call_that_still_passes_the_old_arguments_is_found_and_one_with_the_new_is_not()
    {
        var change = DiffText.Of("a.py", "-def send_mail(to):", "+def send_mail(to, subject):");

        Assert.Equal("changed-signature", Assert.Single(await FindAsync(change, DiffText.Of("b.py", "+send_mail(customer)"))).GetProperty("category").GetString());
        Assert.Empty(await FindAsync(change, DiffText.Of("b.py", "+send_mail(customer, text)")));
    }

    [Fact]
    public async Task A_setting_that_is_read_but_defined_nowhere_is_found()
    {
        var use = DiffText.Of("a.cs", "+var size = configuration[\"Mail:BatchSize\"];");

        Assert.Equal("missing-setting", Assert.Single(await FindAsync(use, DiffText.Of("appsettings.json", "+  \"Sender\": \"x\""))).GetProperty("category").GetString());
        Assert.Empty(await FindAsync(use, DiffText.Of("appsettings.json", "+  \"BatchSize\": 20")));
        Assert.Empty(await FindAsync(use));
    }

    [Fact]
    public async Task A_setting_that_is_removed_but_still_read_is_found() =>
        Assert.Equal("high", Assert.Single(await FindAsync(
            DiffText.Of("a.py", " size = os.environ[\"BATCH_SIZE\"]"),
            DiffText.Of("deploy.yml", "-  BATCH_SIZE: 20"))).GetProperty("severity").GetString());

    private static Task<List<JsonElement>> FindAsync(params string[] files) => DiffText.FindingsAsync("F6", ("files", string.Join('\n', files)));
}
