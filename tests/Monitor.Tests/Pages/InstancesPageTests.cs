using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Workflows.Monitor.Tests.App;
using Workflows.Monitor.Tests.Browser;

namespace Workflows.Monitor.Tests.Pages;

public sealed partial class InstancesPageTests(Chromium chromium, MonitoredHost host)
{
    [Fact]
    public async Task The_list_shows_instances_as_they_come_and_opens_one()
    {
        string id = host.NewId("come");
        string first = await host.RunAsync("Greeting", "Ada", id + "-a");
        await using Window window = await chromium.OpenAsync(host, "instances?idPrefix=" + id);
        await Window.SaysAsync(window.Row(first), "Completed");

        string second = await host.StartAsync("Approval", "a chair", id + "-b");
        await Window.SaysAsync(window.Row(second), "waiting for a chair");
        await window.PictureAsync("instances");
        await window.Link(second).ClickAsync();

        await Window.SaysAsync(window.Headline, "Waits for the external event “approved”");
    }

    [Fact]
    public async Task Filters_stand_in_the_address_and_a_link_shows_the_same()
    {
        string id = host.NewId("filtered");
        await host.RunAsync("Greeting", "Grace", id + "-a");
        await host.StartAsync("Approval", "a desk", id + "-b");
        await using Window window = await chromium.OpenAsync(host, "instances");

        await window.Page.GetByPlaceholder("Id begins with").FillAsync(id);
        await Assertions.Expect(window.Page).ToHaveURLAsync(IdPrefix());
        await window.Page.Locator(".count", new PageLocatorOptions { HasText = "Running" }).ClickAsync();
        await Window.SeenAsync(window.Row(id + "-b"));
        await Window.GoneAsync(window.Row(id + "-a"));

        await using Window other = await chromium.OpenAsync(host, new Uri(window.Page.Url).Fragment[2..]);
        await Window.SeenAsync(other.Row(id + "-b"));
        await Window.GoneAsync(other.Row(id + "-a"));
        await Window.SaysAsync(other.Page.Locator(".count[aria-pressed=true]"), "Running");
    }

    [Fact]
    public async Task Text_name_tag_and_order_choose_what_is_shown()
    {
        string id = host.NewId("sorted");
        await host.RunAsync("Greeting", "zebra", id + "-a");
        await host.RunAsync("Greeting", "quagga", id + "-b");
        await using Window window = await chromium.OpenAsync(host, "instances?idPrefix=" + id);
        await Assertions.Expect(window.Page.Locator(".tr")).ToHaveCountAsync(2);

        await window.Page.GetByRole(AriaRole.Columnheader, new PageGetByRoleOptions { Name = "Id" }).GetByRole(AriaRole.Button).ClickAsync();
        await window.Page.GetByRole(AriaRole.Columnheader, new PageGetByRoleOptions { Name = "Id" }).GetByRole(AriaRole.Button).ClickAsync();
        await Window.SaysAsync(window.Page.Locator(".tr").First, id + "-a");

        await window.Page.GetByPlaceholder("Text in input or output").FillAsync("quagga");
        await Assertions.Expect(window.Page.Locator(".tr")).ToHaveCountAsync(1);
        await Window.SaysAsync(window.Page.Locator(".tr"), id + "-b");

        await window.Button("Filters", exact: false).ClickAsync();
        await window.Page.Locator(".names-list label", new PageLocatorOptions { HasText = "Approval" }).ClickAsync();
        await Window.SeenAsync(window.Page.GetByText("No instance fits these filters."));
    }

    [Fact]
    public async Task A_view_is_kept_under_a_name()
    {
        await using Window window = await chromium.OpenAsync(host, "instances?status=Failed&within=24h");
        await window.Button("Views").ClickAsync();
        await window.Page.GetByLabel("Name of the view").FillAsync("My failures");
        await window.Button("Save").ClickAsync();

        await window.GoAsync("instances");
        await window.Page.ReloadAsync();
        await window.Button("Views").ClickAsync();
        await window.Link("My failures").ClickAsync();

        await Assertions.Expect(window.Page).ToHaveURLAsync(FailedView());
        await window.Button("Views").ClickAsync();
        await window.Button("Forget the view My failures").ClickAsync();
        await Window.GoneAsync(window.Link("My failures"));
    }

    [Fact]
    public async Task Pages_follow_each_other_without_a_jump()
    {
        string id = host.NewId("many");
        await Task.WhenAll(Enumerable.Range(0, 230).Select(number => host.StartAsync("Reminder", null, $"{id}-{number:D3}")));
        await using Window window = await chromium.OpenAsync(host, $"instances?idPrefix={id}&sort=id&order=asc");
        await Window.SeenAsync(window.Row(id + "-000"));

        foreach (int row in new[] { 60, 120, 180, 225 })
        {
            await ScrollAsync(window, row, $"{id}-{row:D3}");
        }

        ILocator seen = window.Row($"{id}-225");
        double before = (await seen.BoundingBoxAsync())!.Y;
        await host.StartAsync("Reminder", null, id + "-0");
        await Window.SeenAsync(window.Button("The list has changed above", exact: false));
        Assert.Equal(before, (await seen.BoundingBoxAsync())!.Y);
        await window.Button("The list has changed above", exact: false).ClickAsync();
        await Assertions.Expect(window.Page.Locator(".tr .c-id").First).ToHaveTextAsync(id + "-0");
        Assert.True(await window.Page.Locator(".tr").CountAsync() < 100, "All rows are in the page.");
    }

    [Fact]
    public async Task The_histogram_draws_a_bar_and_a_part_of_it_becomes_the_filter()
    {
        string id = host.NewId("drawn");
        await host.RunAsync("Greeting", "Ada", id);
        await using Window window = await chromium.OpenAsync(host, "instances?idPrefix=" + id);
        await Window.SeenAsync(window.Page.Locator(".histogram rect.f-Completed"));

        LocatorBoundingBoxResult box = (await window.Page.Locator(".histogram svg[role=img]").BoundingBoxAsync())!;
        await window.Page.Mouse.MoveAsync(box.X + (box.Width * 0.8f), box.Y + 20);
        await window.Page.Mouse.DownAsync();
        await window.Page.Mouse.MoveAsync(box.X + (box.Width * 0.9f), box.Y + 20);
        await window.Page.Mouse.UpAsync();

        await Assertions.Expect(window.Page).ToHaveURLAsync(CreatedFrom());
    }

    /// <summary>Scrolls to a row, as often as pages must be loaded on the way.</summary>
    private static Task ScrollAsync(Window window, int row, string id) => window.Page.WaitForFunctionAsync(
        "([row, id]) => { document.querySelector('.scroll').scrollTo(0, row * 34); return [...document.querySelectorAll('.tr .c-id')].some(cell => cell.textContent === id); }",
        new object[] { row, id });

    [GeneratedRegex("idPrefix=filtered")]
    private static partial Regex IdPrefix();

    [GeneratedRegex("status=Failed&within=24h$")]
    private static partial Regex FailedView();

    [GeneratedRegex("createdFrom=.+&createdTo=")]
    private static partial Regex CreatedFrom();
}
