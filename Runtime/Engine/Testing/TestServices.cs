using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Workflows.Durable.Client;

namespace Workflows.Runtime.Engine.Testing;

/// <summary>What the tasks of one run of a test host get their services from.</summary>
internal static class TestServices
{
    public static IServiceProvider Build(DurableTestHostOptions options, Func<DurableTaskClient> client)
    {
        if (options.ServiceProvider is { } given)
        {
            return options.LoggerFactory is { } loggers ? new WithLoggers(given, loggers) : given;
        }

        ServiceCollection services = [];
        foreach (ServiceDescriptor service in options.Services)
        {
            services.Insert(services.Count, service);
        }

        if (options.LoggerFactory is { } factory)
        {
            services.Replace(ServiceDescriptor.Singleton(factory));
        }

        services.AddLogging();
        services.TryAddSingleton(options.Time);
        services.TryAddSingleton(_ => client());
        return services.BuildServiceProvider();
    }

    private sealed class WithLoggers(IServiceProvider inner, ILoggerFactory loggers) : IServiceProvider
    {
        public object? GetService(Type serviceType) => serviceType == typeof(ILoggerFactory) ? loggers : inner.GetService(serviceType);
    }
}
