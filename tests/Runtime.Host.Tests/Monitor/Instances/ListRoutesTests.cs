using System.Net;
using System.Text.Json;
using Workflows.Durable;
using Workflows.Runtime.Host.App;

namespace Workflows.Runtime.Host.Monitor.Instances;

public sealed class ListRoutesTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Instances_are_listed_newest_first_with_what_the_columns_show()
    {
        await using TestHost host = await TestHost.StartAsync();
        MonitorClient monitor = new(host);
        await host.RunAsync("HelloCities", new[] { "Oslo" });
        string failed = (await host.RunAsync("Fail")).InstanceId;

        JsonElement page = await monitor.GetAsync("/instances");

        JsonElement first = page.GetProperty("items")[0];
        Assert.Equal(2, page.GetProperty("items").GetArrayLength());
        Assert.Equal(failed, first.GetProperty("id").GetString());
        Assert.Equal("Fail", first.GetProperty("name").GetString());
        Assert.Equal("Failed", first.GetProperty("status").GetString());
        Assert.Contains("no luck", first.GetProperty("failure").GetString(), StringComparison.Ordinal);
        Assert.EndsWith("Z", first.GetProperty("created").GetString(), StringComparison.Ordinal);
        Assert.True(first.GetProperty("durationSeconds").GetDouble() >= 0);
        Assert.True(page.GetProperty("complete").GetBoolean());
        Assert.False(page.TryGetProperty("next", out _));
    }

    [Theory]
    [InlineData("status=Failed", "three")]
    [InlineData("status=Completed,Failed", "three,two,one")]
    [InlineData("name=hellocities", "two,one")]
    [InlineData("idPrefix=t", "three,two")]
    [InlineData("text=BERGEN", "two")]
    [InlineData("tag=team", "two,one")]
    [InlineData("tag=team%3Dred", "two")]
    [InlineData("tag=team&tag=other", "")]
    [InlineData("createdTo=2000-01-01", "")]
    [InlineData("updatedFrom=2000-01-01&parent=roots&status=Failed", "three")]
    [InlineData("sort=id&order=asc", "one,three,two")]
    [InlineData("sort=name&order=asc", "three,one,two")]
    [InlineData("sort=status&order=asc", "one,two,three")]
    public async Task A_filter_and_an_order_choose(string query, string expected)
    {
        await using TestHost host = await TestHost.StartAsync();
        await StartAsync("HelloCities", "one", "Oslo", "blue");
        await StartAsync("HelloCities", "two", "Bergen", "red");
        await StartAsync("Fail", "three", null, null);

        JsonElement page = await new MonitorClient(host).GetAsync($"/instances?{query}");

        Assert.Equal(expected, string.Join(',', page.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("id").GetString())));

        async Task StartAsync(string name, string id, string? city, string? team)
        {
            StartOrchestrationOptions options = new(id) { Tags = team is null ? new Dictionary<string, string>() : new Dictionary<string, string> { ["team"] = team } };
            await host.Client.ScheduleNewOrchestrationInstanceAsync(name, city is null ? null : new[] { city }, options, Cancellation);
            await host.EndOfAsync(id);
        }
    }

    [Theory]
    [InlineData("sort=weight", "sort")]
    [InlineData("order=up", "order")]
    [InlineData("top=0", "top")]
    [InlineData("top=5000", "top")]
    [InlineData("status=Great", "status")]
    [InlineData("createdFrom=soon", "createdFrom")]
    [InlineData("after=!!", "after")]
    [InlineData("text=x", "text")]
    [InlineData("tag=%3Dx", "tag")]
    [InlineData("parent=none", "parent")]
    public async Task A_parameter_that_cannot_be_used_is_named(string query, string field)
    {
        await using TestHost host = await TestHost.StartAsync();

        HttpResponseMessage answer = await host.Http.GetAsync(MonitorClient.At($"/instances?{query}"), Cancellation);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(field, JsonSerializer.Deserialize<JsonElement>(await answer.Content.ReadAsStringAsync(Cancellation)).GetProperty("field").GetString());
    }

    [Fact]
    public async Task Counts_histogram_and_names_tell_of_all()
    {
        await using TestHost host = await TestHost.StartAsync();
        MonitorClient monitor = new(host);
        await host.RunAsync("HelloCities");
        await host.RunAsync("HelloCities");
        await host.RunAsync("Fail");

        JsonElement counts = await monitor.GetAsync("/instances/counts?status=Failed");
        JsonElement histogram = await monitor.GetAsync("/instances/histogram?buckets=4");
        JsonElement names = await monitor.GetAsync("/instances/names");

        Assert.Equal(3, counts.GetProperty("total").GetInt64());
        Assert.Equal(2, counts.GetProperty("byStatus").GetProperty("Completed").GetInt64());
        Assert.Equal(3, histogram.GetProperty("buckets").EnumerateArray().Sum(bucket => bucket.GetProperty("byStatus").EnumerateObject().Sum(count => count.Value.GetInt64())));
        Assert.Contains(names.GetProperty("names").EnumerateArray(), name => name.GetProperty("name").GetString() == "HelloCities" && name.GetProperty("known").GetBoolean());
    }
}
