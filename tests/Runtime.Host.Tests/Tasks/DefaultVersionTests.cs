using Workflows.Durable;
using Workflows.Runtime.Host.App;

namespace Workflows.Runtime.Host.Tasks;

public sealed class DefaultVersionTests
{
    private const string Setting = "AzureFunctionsJobHost:extensions:durableTask:defaultVersion";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_instance_keeps_the_version_that_was_the_default_at_its_start()
    {
        string folder = TestHost.NewFolder();
        await using (TestHost first = await TestHost.StartAsync(build: builder => builder.Configuration[Setting] = "1.2", folder: folder))
        {
            await first.Client.ScheduleNewOrchestrationInstanceAsync("VersionOf", new StartOrchestrationOptions("old"), Cancellation);
            await first.Client.WaitForInstanceStartAsync("old", Cancellation);
        }

        await using (TestHost second = await TestHost.StartAsync(build: builder => builder.Configuration[Setting] = "2.0", folder: folder))
        {
            await second.Client.ScheduleNewOrchestrationInstanceAsync("VersionOf", new StartOrchestrationOptions("new"), Cancellation);
            await second.Client.ScheduleNewOrchestrationInstanceAsync("VersionOf", new StartOrchestrationOptions("own") { Version = "1.9" }, Cancellation);
            foreach ((string id, string version) in new[] { ("old", "1.2"), ("new", "2.0"), ("own", "1.9") })
            {
                await second.Client.RaiseEventAsync(id, "go", null, Cancellation);
                Assert.Equal(version, (await second.EndOfAsync(id)).ReadOutputAs<string>());
            }
        }

        Directory.Delete(folder, recursive: true);
    }
}
