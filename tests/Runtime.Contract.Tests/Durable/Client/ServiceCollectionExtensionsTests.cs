using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Moq;
using Workflows.Durable;
using Workflows.Durable.Client;
using Workflows.Durable.Converters;

namespace Workflows.Runtime.Contract.Tests.Durable.Client;

public sealed class ServiceCollectionExtensionsTests
{
    private readonly ServiceCollection _services = new();

    [Fact]
    public async Task The_default_client_can_be_asked_for_directly()
    {
        _services.AddDurableTaskClient(builder => builder.UseBuildTarget<FakeClient>());
        await using ServiceProvider provider = _services.BuildServiceProvider();

        DurableTaskClient client = provider.GetRequiredService<DurableTaskClient>();

        Assert.Same(client, provider.GetRequiredService<IDurableTaskClientProvider>().GetClient());
    }

    [Fact]
    public async Task A_named_client_is_found_by_its_name_in_exactly_that_case()
    {
        _services.AddDurableTaskClient("east").UseBuildTarget<FakeClient>();
        await using ServiceProvider provider = _services.BuildServiceProvider();
        IDurableTaskClientProvider clients = provider.GetRequiredService<IDurableTaskClientProvider>();

        Assert.Equal("east", clients.GetClient("east").Name);
        Assert.Throws<ArgumentOutOfRangeException>("name", () => clients.GetClient("East"));
        Assert.Null(provider.GetService<DurableTaskClient>());
    }

    [Fact]
    public void A_name_added_twice_is_the_same_client()
        => Assert.Same(_services.AddDurableTaskClient("east"), _services.AddDurableTaskClient("east"));

    [Fact]
    public void The_converter_of_the_services_is_used_unless_the_client_has_its_own()
    {
        JsonDataConverter common = new();
        JsonDataConverter own = new();
        _services.AddSingleton<DataConverter>(common);
        _services.AddDurableTaskClient("a");
        _services.AddDurableTaskClient("b").Configure(options => options.DataConverter = own);
        using ServiceProvider provider = _services.BuildServiceProvider();
        IOptionsMonitor<DurableTaskClientOptions> options = provider.GetRequiredService<IOptionsMonitor<DurableTaskClientOptions>>();

        Assert.Same(common, options.Get("a").DataConverter);
        Assert.Same(own, options.Get("b").DataConverter);
    }

    [Fact]
    public void A_client_without_a_class_cannot_be_built()
        => Assert.Throws<InvalidOperationException>(() => _services.AddDurableTaskClient().Build(Mock.Of<IServiceProvider>()));
}
