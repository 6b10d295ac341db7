using Microsoft.Playwright;
using Workflows.Durable.Client;
using Workflows.Monitor.Tests.App;
using Workflows.Monitor.Tests.Browser;

namespace Workflows.Monitor.Tests.Pages;

public sealed class StartAndForkTests(Chromium chromium, MonitoredHost host)
{
    [Fact]
    public async Task An_orchestration_is_started_with_its_input()
    {
        string id = host.NewId("started");
        await using Window window = await chromium.OpenAsync(host, "instances");
        await window.Link("Start").ClickAsync();
        await window.Link("Greeting").ClickAsync();
        await window.Page.Locator("section h2", new PageLocatorOptions { HasText = "Greeting" }).WaitForAsync();

        await window.Page.GetByLabel("Input").FillAsync("\"Kim\"");
        await window.Page.GetByText("Id, time, tags, version").ClickAsync();
        await window.Page.Locator("input[name=id]").FillAsync(id);
        await window.Page.GetByLabel("Tags").FillAsync("team=red, urgent");
        await window.PictureAsync("start");
        await window.Button("Start").ClickAsync();

        await Window.SaysAsync(window.Headline, "It completed");
        await Window.SeenAsync(window.Page.Locator(".chip", new PageLocatorOptions { HasText = "team=red" }));
        Assert.Equal("Hello Kim", (await host.EndAsync(id)).ReadOutputAs<string>());
    }

    [Fact]
    public async Task An_input_that_is_no_json_starts_nothing()
    {
        await using Window window = await chromium.OpenAsync(host, "start/Greeting");
        await window.Page.GetByLabel("Input").FillAsync("{");

        await window.Button("Start").ClickAsync();

        await Window.SaysAsync(window.Page.GetByRole(AriaRole.Alert), "The input is no JSON");
    }

    [Fact]
    public async Task Who_goes_elsewhere_before_the_list_has_come_is_not_called_back()
    {
        await using Window window = await chromium.OpenAsync(host, "audit");
        HeldAnswers list = await HeldAnswers.HoldAsync(window.Page, address => address.EndsWith("/orchestrations", StringComparison.Ordinal));
        await window.GoAsync("start");
        await list.Held;

        // As between a click and its event: the address is there already, and the page does not know.
        await window.Page.EvaluateAsync("() => history.pushState(null, '', '#/entities')");
        list.LetGo();
        await Window.SeenAsync(window.Link("Greeting"));
        await window.Page.EvaluateAsync("() => new Promise(done => setTimeout(done, 100)).then(() => { dispatchEvent(new HashChangeEvent('hashchange')); })");

        await Window.SaysAsync(window.Page.Locator("h1"), "Entities");
    }

    [Fact]
    public async Task A_step_is_given_another_result_in_a_fork()
    {
        string id = await host.StartAsync("Approval", "a tower");
        await using Window window = await chromium.OpenAsync(host, $"instances/{id}/timeline");
        await window.Page.Locator(".step.kind-activity.is-completed").First.ClickAsync();
        await window.Dialog.GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "Fork from here" }).ClickAsync();

        await window.Dialog.GetByLabel("has another result").CheckAsync();
        await Assertions.Expect(window.Dialog.GetByLabel("Result of the step")).ToHaveValueAsync("\"draft of a tower\"");
        await window.Dialog.GetByLabel("Result of the step").FillAsync("\"a better draft\"");
        await window.PictureAsync("fork");
        await window.ConfirmAsync("Fork");
        await window.Link("Open it").ClickAsync();
        await Window.SaysAsync(window.Page.Locator(".facts-line"), "forked from " + id);
        await window.OperateAsync("Raise an event");
        await window.Dialog.GetByLabel("Name of the event").FillAsync("approved");
        await window.Dialog.GetByLabel("Payload").FillAsync("\"yes\"");
        await window.ConfirmAsync("Raise");
        await Window.SaysAsync(window.Headline, "It completed");

        await window.Tab("Data").ClickAsync();
        await Window.SaysAsync(window.Page.Locator("section", new PageLocatorOptions { HasText = "Output" }).Last, "a better draft, yes");
        await window.Tab("History").ClickAsync();
        await Window.SeenAsync(window.Page.GetByText("edited", new PageGetByTextOptions { Exact = true }));
    }

    [Fact]
    public async Task A_step_is_done_again_with_another_input_in_a_fork()
    {
        string id = await host.RunAsync("Greeting", "Ada");
        string fork = host.NewId("forked");
        await using Window window = await chromium.OpenAsync(host, $"instances/{id}/history");
        await window.Row("Activity answered").First.ClickAsync();
        await window.Dialog.GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "Fork from here" }).ClickAsync();

        await window.Dialog.GetByLabel("is done again with another input").CheckAsync();
        await Assertions.Expect(window.Dialog.GetByLabel("Input of the step")).ToHaveValueAsync("\"Hello Ada\"");
        await window.Dialog.GetByLabel("Input of the step").FillAsync("\"Hello Grace\"");
        await window.Dialog.GetByLabel("Id of the new instance").FillAsync(fork);
        await window.ConfirmAsync("Fork");

        Assert.Equal("Hello Grace", (await host.EndAsync(fork)).ReadOutputAs<string>());
    }
}
