using Microsoft.Playwright;
using Workflows.Durable.Entities;
using Workflows.Monitor.Tests.App;
using Workflows.Monitor.Tests.Browser;

namespace Workflows.Monitor.Tests.Pages;

/// <summary>What is asked for while an answer is under way is not forgotten.</summary>
public sealed class SlowAnswerTests(Chromium chromium, MonitoredHost host)
{
    [Fact]
    public async Task The_end_of_the_list_is_reached_while_it_is_brought_up_to_date()
    {
        string id = await ManyAsync();
        await using Window window = await OpenAsync(id);
        HeldAnswers update = await HeldAnswers.HoldAsync(window.Page, IsFirstPage);
        await host.StartAsync("Reminder", null);
        await update.Held;

        await ScrollAsync(window, "scroll.scrollHeight");
        await Window.SeenAsync(window.Row(id + "-099"));
        update.LetGo();

        await Window.SeenAsync(window.Row(id + "-102"));
    }

    [Fact]
    public async Task The_list_changes_while_the_answer_to_an_older_change_is_under_way()
    {
        string id = host.NewId("twice");
        await host.RunAsync("Greeting", "Ada", id + "-000");
        await using Window window = await OpenAsync(id);
        HeldAnswers update = await HeldAnswers.HoldAsync(window.Page, IsFirstPage);
        await host.StartAsync("Reminder", null, id + "-001");
        await update.Held;

        await ChangedAsync(window, id + "-002");
        update.LetGo();

        await Window.SeenAsync(window.Row(id + "-002"));
    }

    [Fact]
    public async Task The_list_changes_above_while_a_page_is_under_way()
    {
        string id = await ManyAsync();
        await using Window window = await OpenAsync(id);
        HeldAnswers more = await HeldAnswers.HoldAsync(window.Page, address => address.Contains("/instances?", StringComparison.Ordinal) && !IsFirstPage(address));
        await ScrollAsync(window, "scroll.scrollHeight");
        await more.Held;

        await ChangedAsync(window, id + "-0");
        more.LetGo();

        await Window.SeenAsync(window.Button("The list has changed above", exact: false));
    }

    [Fact]
    public async Task A_history_is_filtered_before_it_has_come()
    {
        string id = await host.RunAsync("Greeting", "Ada");
        await using Window window = await chromium.OpenAsync(host, "instances");
        HeldAnswers history = await HeldAnswers.HoldAsync(window.Page, address => address.Contains("/history?", StringComparison.Ordinal) && !address.Contains("kind=", StringComparison.Ordinal));
        await window.GoAsync($"instances/{id}/history");
        await history.Held;

        await window.Page.GetByLabel("Kind").SelectOptionAsync("Lifecycle");
        await window.Page.WaitForTimeoutAsync(300);
        history.LetGo();

        await Window.SeenAsync(window.Page.Locator(".history-table .tr"));
    }

    [Fact]
    public async Task More_of_a_filter_that_was_left_meanwhile_is_not_shown()
    {
        string key = host.NewId("more");
        await Task.WhenAll(Enumerable.Range(0, 210).Select(number => host.Client.Entities.SignalEntityAsync(
            new EntityInstanceId(nameof(Notebook), $"{key}-{number:D3}"), "note", "x", null, TestContext.Current.CancellationToken)));
        await using Window window = await chromium.OpenAsync(host, "entities?idPrefix=@notebook@" + key);
        HeldAnswers more = await HeldAnswers.HoldAsync(window.Page, address => address.Contains("/entities?", StringComparison.Ordinal) && address.Contains("after=", StringComparison.Ordinal));
        await window.Button("More").ClickAsync();
        await more.Held;
        await window.Page.GetByPlaceholder("Id begins with", new PageGetByPlaceholderOptions { Exact = false }).FillAsync($"@notebook@{key}-000");
        ILocator rows = window.Page.Locator("tbody tr");
        await Assertions.Expect(rows).ToHaveCountAsync(1);

        Task told = window.Page.WaitForRequestFinishedAsync(new PageWaitForRequestFinishedOptions { Predicate = request => request.Url.Contains("after=", StringComparison.Ordinal) });
        more.LetGo();
        await told;
        await window.Page.EvaluateAsync("() => new Promise(done => setTimeout(done, 100))");

        await Assertions.Expect(rows).ToHaveCountAsync(1);
    }

    private async Task<string> ManyAsync()
    {
        string id = host.NewId("slow");
        await Task.WhenAll(Enumerable.Range(0, 150).Select(number => host.RunAsync("Greeting", "Ada", $"{id}-{number:D3}")));
        return id;
    }

    private async Task<Window> OpenAsync(string id)
    {
        Window window = await chromium.OpenAsync(host, $"instances?idPrefix={id}&sort=id&order=asc");
        await Window.SeenAsync(window.Row(id + "-000"));
        return window;
    }

    /// <summary>Starts an instance and waits until the page has wanted to bring its list up to date.</summary>
    private async Task ChangedAsync(Window window, string id)
    {
        Task told = window.Page.WaitForResponseAsync(response => response.Url.Contains("/instances/counts", StringComparison.Ordinal));
        await host.StartAsync("Reminder", null, id);
        await told;

        // The page waits as long after a change: timers of one length ring in the order in which they were set.
        await window.Page.EvaluateAsync("() => new Promise(done => setTimeout(done, 400))");
    }

    private static bool IsFirstPage(string address) => address.Contains("/instances?", StringComparison.Ordinal) && !address.Contains("after=", StringComparison.Ordinal);

    private static Task ScrollAsync(Window window, string to) =>
        window.Page.EvaluateAsync($"() => {{ const scroll = document.querySelector('.scroll'); scroll.scrollTo(0, {to}); }}");
}
