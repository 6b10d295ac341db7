using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Workflows.Runtime.Host.Http;

/// <summary>
/// What a function's context tells of its request, names without regard to case: the parts of the route, the parameters of the query, and all
/// parameters and headers as JSON under <c>Query</c> and <c>Headers</c>. Made when it is first looked at.
/// </summary>
internal sealed class RequestBindingData(HttpRequest request) : IReadOnlyDictionary<string, object?>
{
    public int Count => All.Count;

    public IEnumerable<string> Keys => All.Keys;

    public IEnumerable<object?> Values => All.Values;

    private Dictionary<string, object?> All => field ??= Read(request);

    public object? this[string key] => All[key];

    public bool ContainsKey(string key) => All.ContainsKey(key);

    public bool TryGetValue(string key, [MaybeNullWhen(false)] out object? value) => All.TryGetValue(key, out value);

    public IEnumerator<KeyValuePair<string, object?>> GetEnumerator() => All.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private static Dictionary<string, object?> Read(HttpRequest request)
    {
        Dictionary<string, object?> all = new(request.RouteValues, StringComparer.OrdinalIgnoreCase);
        Dictionary<string, string> query = request.Query.ToDictionary(pair => pair.Key, pair => pair.Value.ToString());
        foreach ((string name, string value) in query)
        {
            all.TryAdd(name, value);
        }

        all["Query"] = JsonSerializer.Serialize(query);
        all["Headers"] = JsonSerializer.Serialize(request.Headers.ToDictionary(pair => pair.Key, pair => pair.Value.ToString()));
        return all;
    }
}
