using System.Net.Http.Json;
using System.Text;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Workflows.Shared.Consultation;

namespace Workflows.Functions.Consultation;

/// <summary>The application with two clients of the consultations.</summary>
internal static class ConsultationApp
{
    public const string Client = "centerlink";
    public const string Secret = "a secret of centerlink";
    public const string Other = "other";
    public const string OtherSecret = "a secret of somebody else";

    public static Task<TestApp> StartAsync(double timeScale = 4, ILoggerProvider? logs = null, params (string Key, string? Value)[] settings)
    {
        Dictionary<string, string?> all = new()
        {
            [$"Consultations:Clients:{Client}:Secrets:0"] = Secret,
            [$"Consultations:Clients:{Client}:Secrets:1"] = "an older one of its secrets",
            [$"Consultations:Clients:{Other}:Secrets:0"] = OtherSecret,
        };
        foreach ((string key, string? value) in settings)
        {
            all[key] = value;
        }

        return TestApp.StartAsync(timeScale, builder =>
        {
            builder.Configuration.AddInMemoryCollection(all);
            if (logs is not null)
            {
                builder.Logging.SetMinimumLevel(LogLevel.Trace).AddProvider(logs);
            }
        });
    }

    public static string Key(this TestApp app, string client = Client, string secret = Secret) => BoundKeys.Make(client, secret, app.Time.GetUtcNow());

    public static Task<HttpResponseMessage> PostAsync(this TestApp app, string route, object body, string? key = null) =>
        app.SendAsync(route, JsonContent.Create(body), key);

    public static Task<HttpResponseMessage> PostTextAsync(this TestApp app, string route, string body, string? key = null) =>
        app.SendAsync(route, new StringContent(body, Encoding.UTF8, "application/json"), key);

    private static async Task<HttpResponseMessage> SendAsync(this TestApp app, string route, HttpContent content, string? key)
    {
        using HttpRequestMessage request = new(HttpMethod.Post, $"/api/v1/consultation/{route}") { Content = content };
        if (key is not null)
        {
            request.Headers.TryAddWithoutValidation("X-Bound-Key", key);
        }

        return await app.Http.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
