using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.Metrics;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Workflows.FunctionsWorker.Middleware;
using Workflows.Runtime.Host;
using Workflows.Runtime.Host.Configuration;

namespace Workflows.FunctionsWorker.Builder;

/// <summary>Builds a functions application: services, configuration, logging, middleware.</summary>
public class FunctionsApplicationBuilder : IFunctionsWorkerApplicationBuilder, IHostApplicationBuilder
{
    private readonly WebApplicationBuilder _web;
    private readonly List<Func<FunctionExecutionDelegate, FunctionExecutionDelegate>> _middleware = [];
    private bool _built;

    internal FunctionsApplicationBuilder(string[] args)
    {
        ArgumentNullException.ThrowIfNull(args);
        _web = HostConfiguration.CreateBuilder(args);
        HostServices.Add(_web);
    }

    /// <summary>The configuration.</summary>
    public ConfigurationManager Configuration => _web.Configuration;

    /// <summary>The environment.</summary>
    public IHostEnvironment Environment => _web.Environment;

    /// <summary>Logging.</summary>
    public ILoggingBuilder Logging => _web.Logging;

    /// <summary>Metrics.</summary>
    public IMetricsBuilder Metrics => _web.Metrics;

    /// <summary>What parts of the building tell each other.</summary>
    public IDictionary<object, object> Properties => ((IHostApplicationBuilder)_web).Properties;

    /// <summary>The services.</summary>
    public IServiceCollection Services => _web.Services;

    IConfigurationManager IHostApplicationBuilder.Configuration => _web.Configuration;

    internal List<Action<EmbeddedHostOptions>> HostConfigurations { get; } = [];

    internal bool ServesFunctionsByHttp { get; set; }

    /// <summary>Adds middleware. It runs around every function, in the order in which it is added; around orchestrators at every replay.</summary>
    /// <param name="middleware">Makes, of the rest of a run, the rest with the middleware before it.</param>
    /// <returns>The builder itself.</returns>
    public IFunctionsWorkerApplicationBuilder Use(Func<FunctionExecutionDelegate, FunctionExecutionDelegate> middleware)
    {
        ArgumentNullException.ThrowIfNull(middleware);
        _middleware.Add(middleware);
        return this;
    }

    /// <summary>Sets another container for the services.</summary>
    /// <typeparam name="TContainerBuilder">What builds the container.</typeparam>
    /// <param name="factory">Makes the container.</param>
    /// <param name="configure">Configures the container.</param>
    public void ConfigureContainer<TContainerBuilder>(IServiceProviderFactory<TContainerBuilder> factory, Action<TContainerBuilder>? configure = null)
        where TContainerBuilder : notnull
        => ((IHostApplicationBuilder)_web).ConfigureContainer(factory, configure);

    /// <summary>Builds the application. It does nothing until it is started; what is wrong with it is said then.</summary>
    /// <exception cref="InvalidOperationException">It has been built already.</exception>
    /// <exception cref="HostStartException">A setting of the host cannot be read.</exception>
    public IHost Build()
    {
        if (_built)
        {
            throw new InvalidOperationException("The application has been built already.");
        }

        _built = true;
        EmbeddedHostOptions options = HostOptionsReader.Read(Configuration);
        HostConfigurations.ForEach(configure => configure(options));
        return HostServices.Build(_web, options, _middleware, ServesFunctionsByHttp);
    }
}
