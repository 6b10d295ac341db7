namespace Workflows.Shared.Models;

/// <summary>One deployed model as it is configured; what is absent keeps its default.</summary>
public sealed class ModelPoolOptions
{
    /// <summary>The base address of an OpenAI-compatible server, ending in <c>/v1</c> for most. Absolute, http or https.</summary>
    public string? Endpoint { get; set; }

    /// <summary>The model's id at the server, for example <c>openai/gpt-oss-20b</c>.</summary>
    public string? Model { get; set; }

    /// <summary>The key, sent as a bearer token; no <c>Authorization</c> is sent when absent. It never appears in a log or an error.</summary>
    public string? ApiKey { get; set; }

    /// <summary>The longest prompt plus output, in tokens.</summary>
    public int? ContextTokens { get; set; }

    /// <summary>Most calls at once.</summary>
    public int? MaxConcurrent { get; set; }

    /// <summary>Most calls within any 60 seconds; 0 lifts a default limit.</summary>
    public int? CallsPerMinute { get; set; }

    /// <summary>Most tokens, prompt and output, within any 60 seconds; 0 lifts a default limit.</summary>
    public int? TokensPerMinute { get; set; }

    /// <summary>How long one call may last, in seconds.</summary>
    public int? TimeoutSeconds { get; set; }

    /// <summary>
    /// When set, every request carries <c>chat_template_kwargs: {"enable_thinking": …}</c>, which vLLM hands to Qwen3's chat template.
    /// Servers that refuse unknown fields want it absent, the default.
    /// </summary>
    public bool? EnableThinking { get; set; }
}
