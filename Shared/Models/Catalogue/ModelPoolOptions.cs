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

    /// <summary>Sends a token of the app's identity in place of a key, as Azure OpenAI takes it; over https alone, and not beside <see cref="ApiKey"/>.</summary>
    public ModelCredential? Credential { get; set; }

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

    /// <summary>What 1,000 tokens of a prompt cost, in whatever currency all prices are in; absent: no price is computed.</summary>
    public decimal? PromptPrice { get; set; }

    /// <summary>What 1,000 tokens of an answer cost; absent: no price is computed.</summary>
    public decimal? CompletionPrice { get; set; }

    /// <summary>Whether the server's <c>/metrics</c> is read for its waiting queue, as vLLM has it; the default. Servers without it are asked rarely.</summary>
    public bool? ServerMetrics { get; set; }

    /// <summary>The key of the fleet that admits the pool's calls. Pools that share no task may lie in different fleets, so that heavy users do not share one entity.</summary>
    public string? Fleet { get; set; }

    /// <summary>The resource that the model runs on, <see cref="Models.ResourceClass.Gpu"/>, <see cref="Models.ResourceClass.Cpu"/> or a name of your own; absent: none that is counted.</summary>
    public string? ResourceClass { get; set; }

    /// <summary>The part of <see cref="MaxConcurrent"/> that real-time calls are sure of, 0 to 1; the three shares together at most 1.</summary>
    public double? RealtimeShare { get; set; }

    /// <summary>The part that interactive calls are sure of.</summary>
    public double? InteractiveShare { get; set; }

    /// <summary>The part that batch calls are sure of.</summary>
    public double? BatchShare { get; set; }
}
