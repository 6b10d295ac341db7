using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.Hosting;
using Workflows.FunctionsWorker;
using Workflows.FunctionsWorker.Builder;
using Workflows.FunctionsWorker.Http;
using Workflows.FunctionsWorker.Middleware;
using Workflows.Runtime.Host.App;

namespace Workflows.Runtime.Host.Http;

public sealed class WorkerHttpTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_function_sees_the_whole_request_and_answers_with_status_headers_cookies_and_body()
    {
        await using TestHost host = await TestHost.StartAsync();
        using HttpRequestMessage request = new(HttpMethod.Post, "/api/echo/a/b%20c?q=x%26y") { Content = new StringContent("told") };
        request.Headers.Add("X-Mark", "m");
        request.Headers.Add("Cookie", "taste=sweet");

        HttpResponseMessage answer = await host.Http.SendAsync(request, Cancellation);

        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        Assert.Equal(["POST", "m"], answer.Headers.GetValues("X-Seen"));
        Assert.Equal("seen=sweet; max-age=60; samesite=strict; httponly", Assert.Single(answer.Headers.GetValues("Set-Cookie")));
        Assert.Equal("application/json", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal("""{"path":"a/b c","query":"x\u0026y","body":"told","host":"127.0.0.1"}""", await answer.Content.ReadAsStringAsync(Cancellation));
    }

    [Fact]
    public async Task The_body_can_be_an_argument_and_be_read_again()
    {
        await using TestHost host = await TestHost.StartAsync();

        HttpResponseMessage answer = await host.Http.PostAsJsonAsync(new Uri("/api/Both", UriKind.Relative), new City("Lima", 3), Cancellation);

        Assert.Equal("Lima 3", await answer.Content.ReadAsStringAsync(Cancellation));
    }

    [Fact]
    public async Task A_check_status_response_leads_to_the_instance_under_the_callers_address()
    {
        await using TestHost host = await TestHost.StartAsync();
        using HttpRequestMessage request = new(HttpMethod.Post, "/api/check/a%20b");
        request.Headers.Host = $"localhost:{host.Http.BaseAddress!.Port}";

        HttpResponseMessage answer = await host.Http.SendAsync(request, Cancellation);
        JsonElement payload = await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation);

        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        Assert.StartsWith($"http://localhost:{host.Http.BaseAddress.Port}/runtime/webhooks/durabletask/instances/a%20b?", answer.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.Equal(answer.Headers.Location.OriginalString, payload.GetProperty("statusQueryGetUri").GetString());
        Assert.Equal(HttpStatusCode.Accepted, (await host.Http.GetAsync(new Uri(host.Http.BaseAddress, answer.Headers.Location.PathAndQuery), Cancellation)).StatusCode);
    }

    [Fact]
    public async Task A_response_among_several_outputs_is_the_answer_by_its_type()
    {
        await using TestHost host = await TestHost.StartAsync();

        HttpResponseMessage answer = await host.Http.PostAsync(new Uri("/api/order/tea", UriKind.Relative), null, Cancellation);

        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        Assert.Equal("tea", await host.Desk.NextAsync<string>("Orders"));
    }

    [Fact]
    public async Task Middleware_reads_the_request_and_changes_response_result_and_outputs()
    {
        await using TestHost host = await TestHost.StartAsync(build: builder => builder.UseMiddleware(async (context, next) =>
        {
            HttpRequestData? request = await context.GetHttpRequestDataAsync();
            await next();
            if (request is not null)
            {
                context.GetHttpResponseData()!.Headers.Add("X-Path", request.Url.AbsolutePath);
                OutputBindingData<string> message = Assert.Single(context.GetOutputBindings<string>());
                Assert.Equal(("Message", "queue"), (message.Name, message.BindingType));
                message.Value += " with milk";
            }
        }));

        HttpResponseMessage answer = await host.Http.PostAsync(new Uri("/api/order/tea", UriKind.Relative), null, Cancellation);

        Assert.Equal("/api/order/tea", Assert.Single(answer.Headers.GetValues("X-Path")));
        Assert.Equal("tea with milk", await host.Desk.NextAsync<string>("Orders"));
    }

    [Fact]
    public async Task Middleware_learns_route_query_and_headers_from_the_binding_data()
    {
        IReadOnlyDictionary<string, object?>? data = null;
        await using TestHost host = await TestHost.StartAsync(build: builder => builder.UseWhen(context => context.FunctionDefinition.Name == "Greet", async (context, next) =>
        {
            data = context.BindingContext.BindingData.ToDictionary(StringComparer.OrdinalIgnoreCase);
            await next();
        }));
        using HttpRequestMessage request = new(HttpMethod.Get, "/api/greet/Bo?a=1&name=no&a=2");
        request.Headers.Add("X-Mark", "m");

        await host.Http.SendAsync(request, Cancellation);

        Assert.Equal(("Bo", "1,2"), (data!["NAME"], data["a"]));
        Assert.Equal("""{"a":"1,2","name":"no"}""", data["Query"]);
        Assert.Equal("m", JsonDocument.Parse((string)data["Headers"]!).RootElement.GetProperty("X-Mark").GetString());
    }

    [Fact]
    public async Task Middleware_answers_in_a_functions_place()
    {
        await using TestHost host = await TestHost.StartAsync(build: builder => builder.UseWhen(context => context.FunctionDefinition.Name == "Order", async (context, next) =>
        {
            HttpRequestData request = (await context.GetHttpRequestDataAsync())!;
            context.GetInvocationResult().Value = request.CreateResponse(HttpStatusCode.PaymentRequired);
        }));

        Assert.Equal(HttpStatusCode.PaymentRequired, (await host.Http.PostAsync(new Uri("/api/order/tea", UriKind.Relative), null, Cancellation)).StatusCode);
    }

    [Fact]
    public async Task Middleware_changes_an_argument_before_the_function_runs()
    {
        await using TestHost host = await TestHost.StartAsync(build: builder => builder.UseWhen(
            context => context.FunctionDefinition.Name == "SayHello",
            async (context, next) =>
            {
                InputBindingData<string> name = await context.BindInputAsync<string>(context.FunctionDefinition.InputBindings["name"]);
                name.Value = name.Value!.ToUpperInvariant();
                await next();
            }));

        Assert.Equal(["Hello OSLO"], (await host.RunAsync("HelloCities", new[] { "Oslo" })).ReadOutputAs<string[]>()!);
    }

    [Fact]
    public async Task A_host_with_only_such_functions_needs_no_ASP_NET_Core_in_its_builder()
    {
        string folder = TestHost.NewFolder();
        FunctionsApplicationBuilder builder = FunctionsApplication.CreateBuilder(["--contentRoot", folder]);
        builder.ConfigureEmbeddedHost(o =>
        {
            o.DataFolder = folder;
            o.Urls = "http://127.0.0.1:0";
            o.Assemblies.Add(new FaultyFunctions().Add("Worker", typeof(HttpResponseData), [(typeof(HttpRequestData), new HttpTriggerAttribute())]).Build());
        });
        using (IHost host = builder.Build())
        {
            await host.StartAsync(Cancellation);
            await host.StopAsync(Cancellation);
        }

        Directory.Delete(folder, recursive: true);
    }
}
