using Microsoft.Playwright;
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
        HeldAnswers update = await HeldAnswers.HoldAsync(window.Page, address => IsFirstPage(address));
        await host.StartAsync("Reminder", null);
        await update.Held;

        await ScrollAsync(window, "scroll.scrollHeight");
        await Window.SeenAsync(window.Row(id + "-099"));
        update.LetGo();

        await Window.SeenAsync(window.Row(id + "-102"));
    }

    [Fact]
    public async Task The_list_changes_above_while_a_page_is_under_way()
    {
        string id = await ManyAsync();
        await using Window window = await OpenAsync(id);
        HeldAnswers more = await HeldAnswers.HoldAsync(window.Page, address => address.Contains("/instances?", StringComparison.Ordinal) && !IsFirstPage(address));
        await ScrollAsync(window, "scroll.scrollHeight");
        await more.Held;

        Task told = window.Page.WaitForResponseAsync(response => response.Url.Contains("/instances/counts", StringComparison.Ordinal));
        await host.StartAsync("Reminder", null, id + "-0");
        await told;
        await window.Page.WaitForTimeoutAsync(600);
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

    private static bool IsFirstPage(string address) => address.Contains("/instances?", StringComparison.Ordinal) && !address.Contains("after=", StringComparison.Ordinal);

    private static Task ScrollAsync(Window window, string to) =>
        window.Page.EvaluateAsync($"() => {{ const scroll = document.querySelector('.scroll'); scroll.scrollTo(0, {to}); }}");
}
