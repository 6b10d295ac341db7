using YamlDotNet.RepresentationModel;

namespace Workflows.Infra.Tests;

/// <summary>A service of a compose file.</summary>
internal sealed record ComposeService(string Name, YamlMappingNode Node)
{
    public string Image => Text("image") ?? "";

    public bool IsBuilt => Find("build") is not null;

    /// <summary>The pools that it serves.</summary>
    public string[] Pools => (Find("labels") as YamlMappingNode)?.Children.TryGetValue(new YamlScalarNode("workflows.pools"), out YamlNode? pools) == true ? ((YamlScalarNode)pools).Value!.Split(' ') : [];

    public IReadOnlyList<string> Command => List("command");

    public IReadOnlyList<string> Ports => List("ports");

    public IReadOnlyList<string> Volumes => List("volumes");

    public IReadOnlyDictionary<string, string> Environment => (Find("environment") as YamlMappingNode)?.Children.ToDictionary(pair => ((YamlScalarNode)pair.Key).Value!, pair => ((YamlScalarNode)pair.Value).Value!) ?? [];

    public bool IsChecked => Find("healthcheck") is not null;

    public string? Restart => Text("restart");

    /// <summary>The value of an option <c>--name=value</c> of its command.</summary>
    public int? Option(string name) => Command.FirstOrDefault(word => word.StartsWith($"--{name}=", StringComparison.Ordinal)) is { } word
        ? int.Parse(word[(word.IndexOf('=', StringComparison.Ordinal) + 1)..], System.Globalization.CultureInfo.InvariantCulture)
        : null;

    private YamlNode? Find(string key) => Node.Children.TryGetValue(new YamlScalarNode(key), out YamlNode? value) ? value : null;

    private string? Text(string key) => (Find(key) as YamlScalarNode)?.Value;

    private string[] List(string key) => (Find(key) as YamlSequenceNode)?.Children.OfType<YamlScalarNode>().Select(word => word.Value!).ToArray() ?? [];
}
