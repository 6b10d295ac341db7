using Microsoft.Extensions.DependencyInjection;

namespace Workflows.Durable.Client;

/// <summary>The builders of one service collection, kept in it so that a name is configured once however often it is added.</summary>
internal sealed class RegisteredBuilders(IServiceCollection services)
{
    private readonly Dictionary<string, IDurableTaskClientBuilder> _builders = [];

    public static RegisteredBuilders Of(IServiceCollection services)
    {
        ServiceDescriptor? known = services.FirstOrDefault(descriptor => descriptor.ServiceType == typeof(RegisteredBuilders));
        if (known?.ImplementationInstance is RegisteredBuilders builders)
        {
            return builders;
        }

        RegisteredBuilders created = new(services);
        services.AddSingleton(created);
        return created;
    }

    public IDurableTaskClientBuilder Get(string name, out bool isNew)
    {
        isNew = !_builders.TryGetValue(name, out IDurableTaskClientBuilder? builder);
        return builder ?? (_builders[name] = new DefaultDurableTaskClientBuilder(name, services));
    }
}
