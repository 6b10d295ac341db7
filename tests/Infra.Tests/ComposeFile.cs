using YamlDotNet.RepresentationModel;

namespace Workflows.Infra.Tests;

/// <summary>A compose file, with what its services take over from shared parts.</summary>
internal sealed class ComposeFile
{
    private readonly YamlMappingNode _root;

    private ComposeFile(YamlMappingNode root) => _root = root;

    public IEnumerable<ComposeService> Services => Map(_root, "services").Select(service => new ComposeService(((YamlScalarNode)service.Key).Value!, (YamlMappingNode)service.Value));

    public IEnumerable<string> Volumes => Map(_root, "volumes").Select(volume => ((YamlScalarNode)volume.Key).Value!);

    public static ComposeFile Read(string path)
    {
        YamlStream yaml = [];
        yaml.Load(new YamlDotNet.Core.MergingParser(new YamlDotNet.Core.Parser(new StringReader(Repository.Read(path)))));
        return new ComposeFile((YamlMappingNode)yaml.Documents[0].RootNode);
    }

    private static YamlMappingNode Map(YamlMappingNode node, string key) => node.Children.TryGetValue(new YamlScalarNode(key), out YamlNode? value) && value is YamlMappingNode map ? map : [];
}
