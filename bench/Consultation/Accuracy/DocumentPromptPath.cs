using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Workflows.Activities.Models;
using Workflows.Shared.Consultation;
using Workflows.Shared.Models;

namespace Workflows.Bench.Consultation.Accuracy;

/// <summary>The document's own quick summary as a yardstick: its prompt on the first 500 characters, 50 tokens, no sampling (document 002, section 6.1).</summary>
internal sealed class DocumentPromptPath(IServiceProvider services) : ISummaryPath
{
    private const int Longest = 500;
    private const int MaxTokens = 50;

    private readonly ModelPool _pool = PoolOf(services);
    private readonly IModelTransport _transport = services.GetRequiredService<IModelTransport>();

    public string Name => "quick_summary, the document's prompt";

    public string Model { get; } = BatchAnalysisPath.ModelOf(services, ConsultationNames.QuickSummaryTask);

    public async Task<string?> SummariseAsync(LabelledDialogue dialogue, CancellationToken cancellation)
    {
        string text = dialogue.Text.Length <= Longest ? dialogue.Text : dialogue.Text[..Longest];
        string prompt = dialogue.Language == "korean" ? $"한 문장 요약: {text}\n요약:" : $"Summary in one sentence: {text}\nSummary:";
        JsonObject body = new()
        {
            ["model"] = _pool.Model,
            ["messages"] = new JsonArray(new JsonObject { ["role"] = "user", ["content"] = prompt }),
            ["max_tokens"] = MaxTokens,
            ["temperature"] = 0,
        };
        using HttpClient http = new(_transport.HandlerOf(_pool), disposeHandler: false) { Timeout = TimeSpan.FromMinutes(2) };
        using HttpRequestMessage request = new(HttpMethod.Post, $"{_transport.EndpointOf(_pool).ToString().TrimEnd('/')}/chat/completions")
        {
            Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json"),
        };
        if (_pool.ApiKey is { } key)
        {
            request.Headers.Authorization = new("Bearer", key);
        }

        using HttpResponseMessage response = await http.SendAsync(request, cancellation);
        if (!response.IsSuccessStatusCode)
        {
            return null;
        }

        using JsonDocument answer = JsonDocument.Parse(await response.Content.ReadAsStringAsync(cancellation));
        return answer.RootElement.GetProperty("choices")[0].GetProperty("message").GetProperty("content").GetString();
    }

    private static ModelPool PoolOf(IServiceProvider services)
    {
        ModelCatalogue catalogue = services.GetRequiredService<ModelCatalogue>();
        return catalogue.Pool(catalogue.Task(ConsultationNames.QuickSummaryTask).Pool);
    }
}
