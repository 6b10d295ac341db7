using System.Net;
using System.Text.Json;
using Workflows.Runtime.Host.App;

namespace Workflows.Runtime.Host.Monitor.Entities;

public sealed class EntityRoutesTests
{
    [Fact]
    public async Task Entities_are_signalled_listed_and_shown()
    {
        await using TestHost host = await TestHost.StartAsync();
        MonitorClient monitor = new(host);
        string id = MonitorClient.Id("@counter@a/b");

        JsonElement signalled = await monitor.PostAsync($"/entities/{id}/signal", new { operation = "add", input = 3 });
        while (await monitor.StatusAsync($"/entities/{id}") != HttpStatusCode.OK)
        {
            await Task.Yield();
        }

        JsonElement entity = await monitor.GetAsync($"/entities/{id}");
        JsonElement list = await monitor.GetAsync("/entities?name=Counter");

        Assert.Equal("accepted", signalled.GetProperty("outcome").GetString());
        Assert.Equal(("counter", "a/b", "3"), (entity.GetProperty("name").GetString(), entity.GetProperty("key").GetString(), entity.GetProperty("state").GetProperty("text").GetString()));
        Assert.Equal("@counter@a/b", list.GetProperty("items")[0].GetProperty("id").GetString());
        Assert.Equal(["counter"], list.GetProperty("names").EnumerateArray().Select(name => name.GetString()));
    }

    [Fact]
    public async Task Cleaning_says_what_it_did_and_what_is_no_entity_is_refused()
    {
        await using TestHost host = await TestHost.StartAsync();
        MonitorClient monitor = new(host);

        JsonElement cleaned = await monitor.PostAsync("/entities/clean");

        Assert.Equal(0, cleaned.GetProperty("released").GetInt32());
        Assert.Equal(HttpStatusCode.BadRequest, await monitor.StatusAsync("/entities/counter"));
        Assert.Equal(HttpStatusCode.NotFound, await monitor.StatusAsync($"/entities/{MonitorClient.Id("@counter@none")}"));
    }
}
