using System.Net;
using System.Net.Sockets;
using System.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Workflows.Durable;
using Workflows.FunctionsWorker;
using Workflows.FunctionsWorker.Builder;
using Workflows.Runtime.Engine.Journal;
using Workflows.Runtime.Host.App;

namespace Workflows.Runtime.Host;

public sealed class StartTests
{
    private static readonly (Type, Attribute?) ActivityInput = (typeof(string), new ActivityTriggerAttribute());

    [Fact]
    public async Task A_port_in_use_is_named_before_any_work_begins()
    {
        using TcpListener taken = new(IPAddress.Loopback, 0);
        taken.Start();
        int port = ((IPEndPoint)taken.LocalEndpoint).Port;

        HostStartException fault = await FaultOf(o => o.Urls = $"http://127.0.0.1:{port}");

        Assert.StartsWith($"Cannot listen on http://127.0.0.1:{port}", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_data_file_in_use_is_named()
    {
        await using TestHost first = await TestHost.StartAsync();

        JournalException fault = await Assert.ThrowsAsync<JournalException>(() => TestHost.StartAsync(folder: first.Folder));

        Assert.Contains("in use by another process", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://0.0.0.0:0", "no keys are set")]
    [InlineData("http://*:7071", "no keys are set")]
    [InlineData("ftp://127.0.0.1", "no address to listen on")]
    [InlineData("nonsense", "no address to listen on")]
    [InlineData("", "is empty")]
    public async Task An_address_that_cannot_be_served_is_refused(string urls, string message) =>
        Assert.Contains(message, (await FaultOf(o => o.Urls = urls)).Message, StringComparison.Ordinal);

    [Fact]
    public async Task An_address_open_to_others_is_served_with_keys()
    {
        await using TestHost host = await TestHost.StartAsync(o =>
        {
            o.Urls = "http://127.0.0.1:0;http://127.0.0.2:0";
            o.Keys["_master"] = "0123456789abcdef";
        });

        Assert.Equal(HttpStatusCode.Unauthorized, (await host.Http.GetAsync(new Uri("/api/master", UriKind.Relative), TestContext.Current.CancellationToken)).StatusCode);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(double.NaN)]
    [InlineData(1e9)]
    public async Task A_time_scale_out_of_range_is_refused(double scale) =>
        Assert.Contains("Workflows:TimeScale", (await FaultOf(o => o.TimeScale = scale)).Message, StringComparison.Ordinal);

    [Fact]
    public async Task Resource_classes_that_leave_nothing_for_other_activities_are_refused_and_a_setting_goes_before_what_the_application_knows()
    {
        HostStartException fault = await Assert.ThrowsAsync<HostStartException>(() => TestHost.StartAsync(
            o => o.ResourceClasses["cpu"] = 4, builder => builder.Services.AddSingleton<IResourceClasses>(new KnownClasses())));

        Assert.StartsWith(
            "The resource classes take 64 activities at once (gpu 60, cpu 4), and the host runs 64: one at least must be left for the others.", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_short_key_is_refused_without_being_told() =>
        Assert.DoesNotContain("hunter2", (await FaultOf(o => o.Keys["a"] = "hunter2")).Message, StringComparison.Ordinal);

    [Fact]
    public async Task Two_functions_of_one_name_in_any_case_are_both_named()
    {
        FaultyFunctions functions = new FaultyFunctions().Add("One", typeof(void), [ActivityInput], "same").Add("Two", typeof(void), [ActivityInput], "SAME");

        string message = (await FaultOf(functions)).Message;

        Assert.Contains("Faulty.One and Faulty.Two", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_method_that_is_not_public_is_named() =>
        Assert.Equal(
            "Faulty.Hidden: a function method must be public (its class need not be).",
            (await FaultOf(new FaultyFunctions().Add("Hidden", typeof(void), [ActivityInput], attributes: MethodAttributes.Assembly | MethodAttributes.Static))).Message);

    [Fact]
    public async Task An_orchestrator_of_an_object_is_refused() =>
        Assert.Contains("an orchestrator is a static method", (await FaultOf(new FaultyFunctions().Add(
            "Bound", typeof(Task), [(typeof(TaskOrchestrationContext), new OrchestrationTriggerAttribute())], attributes: MethodAttributes.Public))).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("{id", "is not valid")]
    [InlineData("/rooted", "begins with a slash")]
    public async Task A_bad_route_is_named(string route, string message) =>
        Assert.Contains(message, (await FaultOf(new FaultyFunctions().Add("Bad", typeof(IResult), [(typeof(HttpRequest), new HttpTriggerAttribute { Route = route })]))).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("runtime/mine")]
    [InlineData("Admin/{id}")]
    [InlineData("health")]
    public async Task A_route_that_is_the_hosts_own_is_refused(string route)
    {
        FaultyFunctions functions = new FaultyFunctions().Add("Mine", typeof(IResult), [(typeof(HttpRequest), new HttpTriggerAttribute { Route = route })]);

        HostStartException fault = await Assert.ThrowsAsync<HostStartException>(() => TestHost.StartAsync(
            o =>
            {
                o.Assemblies.Clear();
                o.Assemblies.Add(functions.Build());
            },
            builder => builder.Configuration["AzureFunctionsJobHost:extensions:http:routePrefix"] = ""));

        Assert.Contains("which is the host's own", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_functions_of_one_route_are_refused()
    {
        FaultyFunctions functions = new FaultyFunctions()
            .Add("One", typeof(IResult), [(typeof(HttpRequest), new HttpTriggerAttribute { Route = "same" })])
            .Add("Two", typeof(IResult), [(typeof(HttpRequest), new HttpTriggerAttribute { Route = "Same" })]);

        Assert.Contains("both answer the route", (await FaultOf(functions)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(typeof(string))]
    [InlineData(typeof(Task))]
    [InlineData(typeof(Task<City>))]
    public async Task An_http_function_that_returns_no_result_is_refused(Type returns) =>
        Assert.Contains("returns IResult or IActionResult", (await FaultOf(new FaultyFunctions().Add("Plain", returns, [(typeof(HttpRequest), new HttpTriggerAttribute())]))).Message, StringComparison.Ordinal);

    [Fact]
    public async Task A_parameter_for_which_there_is_no_value_is_named() =>
        Assert.Contains("no value for the parameter 'TimeProvider p1'", (await FaultOf(new FaultyFunctions().Add("Wants", typeof(void), [ActivityInput, (typeof(TimeProvider), null)]))).Message, StringComparison.Ordinal);

    [Fact]
    public async Task All_faults_are_told_at_once()
    {
        FaultyFunctions functions = new FaultyFunctions().Add("None", typeof(void), []).Add("bad name", typeof(void), [ActivityInput]);

        string message = (await FaultOf(functions)).Message;

        Assert.StartsWith("2 functions cannot be run:\n- ", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Http_functions_without_ConfigureFunctionsWebApplication_are_refused()
    {
        string folder = TestHost.NewFolder();
        FunctionsApplicationBuilder builder = FunctionsApplication.CreateBuilder(["--contentRoot", folder]);
        builder.ConfigureEmbeddedHost(o => o.Assemblies.Add(typeof(Web).Assembly));
        using IHost host = builder.Build();

        HostStartException fault = await Assert.ThrowsAsync<HostStartException>(() => host.StartAsync(TestContext.Current.CancellationToken));

        Assert.Contains("ConfigureFunctionsWebApplication", fault.Message, StringComparison.Ordinal);
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void Settings_come_from_files_and_arguments_and_a_bad_one_is_named()
    {
        string folder = TestHost.NewFolder();
        File.WriteAllText(Path.Combine(folder, "host.json"), """{ "extensions": { "durableTask": { "hubName": "Hub" } } }""");
        File.WriteAllText(Path.Combine(folder, "local.settings.json"), """{ "Values": { "Models__Pools__a__Model": "m", "Workflows__TimeScale": "fast" } }""");

        FunctionsApplicationBuilder builder = FunctionsApplication.CreateBuilder(["--contentRoot", folder, "--Extra:Key", "v"]);

        Assert.Equal("Hub", builder.Configuration["AzureFunctionsJobHost:extensions:durableTask:hubName"]);
        Assert.Equal("m", builder.Configuration["Models:Pools:a:Model"]);
        Assert.Equal("v", builder.Configuration["Extra:Key"]);
        Assert.Contains("'fast': it must be a number", Assert.Throws<HostStartException>(builder.Build).Message, StringComparison.Ordinal);
        Directory.Delete(folder, recursive: true);
    }

    [Theory]
    [InlineData("KeepFinshedFor", "1.00:00:00", "Workflows:KeepFinshedFor is no setting of the host")]
    [InlineData("KeepFinishedFor", "soon", "'soon': it must be a time such as")]
    [InlineData("KeepFinishedFor", "00:00:30", "it must be one minute at least")]
    [InlineData("ReplayEveryTurn", "maybe", "'maybe': it must be true or false")]
    [InlineData("ResourceClasses:cpu", "many", "Workflows:ResourceClasses:cpu is 'many': it must be a whole number")]
    [InlineData("ResourceClasses:cpu", "-1", "Workflows:ResourceClasses:cpu is '-1': it must be a whole number")]
    [InlineData("ResourceClasses:cpu", "0", "Workflows:ResourceClasses:cpu is 0: a class has one activity at once at least")]
    public void A_setting_that_is_misspelt_or_out_of_range_is_refused(string name, string value, string message)
    {
        FunctionsApplicationBuilder builder = FunctionsApplication.CreateBuilder([$"--Workflows:{name}", value]);

        HostStartException fault = Assert.ThrowsAny<HostStartException>(() => builder.Build().Start());

        Assert.Contains(message, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_host_json_that_is_not_json_is_named()
    {
        string folder = TestHost.NewFolder();
        File.WriteAllText(Path.Combine(folder, "host.json"), "{");

        Assert.Contains("host.json cannot be read", Assert.Throws<HostStartException>(() => FunctionsApplication.CreateBuilder(["--contentRoot", folder])).Message, StringComparison.Ordinal);
        Directory.Delete(folder, recursive: true);
    }

    [Theory]
    [InlineData("AzureWebJobs.Greet.Disabled", "true")]
    [InlineData("AzureWebJobs:Greet:Disabled", "1")]
    public async Task A_function_can_be_switched_off(string setting, string value)
    {
        await using TestHost host = await TestHost.StartAsync(build: builder => builder.Configuration[setting] = value);

        Assert.Equal(HttpStatusCode.NotFound, (await host.Http.GetAsync(new Uri("/api/greet/Bo", UriKind.Relative), TestContext.Current.CancellationToken)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await host.Http.GetAsync(new Uri("/api/sum/1/2", UriKind.Relative), TestContext.Current.CancellationToken)).StatusCode);
        Assert.Contains("The function Greet is disabled", host.Logs.Of(LogLevel.Information));
    }

    [Fact]
    public async Task A_switch_that_is_neither_on_nor_off_is_named()
    {
        HostStartException fault = await Assert.ThrowsAsync<HostStartException>(() => TestHost.StartAsync(build: builder => builder.Configuration["AzureWebJobs.Greet.Disabled"] = "maybe"));

        Assert.Equal("The setting AzureWebJobs.Greet.Disabled is 'maybe': it must be true or false.", fault.Message);
    }

    private static Task<HostStartException> FaultOf(FaultyFunctions functions) => FaultOf(o =>
    {
        o.Assemblies.Clear();
        o.Assemblies.Add(functions.Build());
    });

    private static Task<HostStartException> FaultOf(Action<EmbeddedHostOptions> options) =>
        Assert.ThrowsAsync<HostStartException>(async () => await (await TestHost.StartAsync(options)).DisposeAsync());

    private sealed class KnownClasses : IResourceClasses
    {
        public IReadOnlyDictionary<string, int> Slots { get; } = new Dictionary<string, int> { ["gpu"] = 60, ["cpu"] = 10 };
    }
}
