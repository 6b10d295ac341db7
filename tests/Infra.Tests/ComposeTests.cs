using System.Text.RegularExpressions;

namespace Workflows.Infra.Tests;

public sealed partial class ComposeTests
{
    public static TheoryData<string> Files => ["infra/models/gpu.yml", "infra/models/cpu.yml", "infra/models/ollama.yml", "infra/container/compose.yml", "infra/observability/compose.yml"];

    [Theory]
    [MemberData(nameof(Files))]
    public void Images_are_pinned(string file) =>
        Assert.All(ComposeFile.Read(file).Services.Where(service => !service.IsBuilt), service => Assert.Matches(Pinned(), service.Image));

    [Theory]
    [MemberData(nameof(Files))]
    public void Ports_are_this_machines_own(string file) =>
        Assert.All(ComposeFile.Read(file).Services.SelectMany(service => service.Ports), port => Assert.StartsWith("127.0.0.1:", port, StringComparison.Ordinal));

    [Theory]
    [MemberData(nameof(Files))]
    public void No_two_services_want_one_port(string file)
    {
        string[] ports = [.. ComposeFile.Read(file).Services.SelectMany(service => service.Ports).Select(port => port.Split(':')[1])];

        Assert.Equal(ports.Distinct(), ports);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Named_volumes_are_declared(string file)
    {
        ComposeFile compose = ComposeFile.Read(file);

        Assert.Subset(
            compose.Volumes.ToHashSet(),
            compose.Services.SelectMany(service => service.Volumes).Select(volume => volume.Split(':')[0]).Where(name => name.All(char.IsAsciiLetter)).ToHashSet());
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Files_that_are_mounted_are_there(string file)
    {
        string folder = Path.Combine(Repository.Root, Path.GetDirectoryName(file)!);

        Assert.All(
            ComposeFile.Read(file).Services.SelectMany(service => service.Volumes).Select(volume => volume.Split(':')[0]).Where(source => source.StartsWith("./", StringComparison.Ordinal)),
            source => Assert.True(Path.Exists(Path.Combine(folder, source)), $"{source} is missing."));
    }

    /// <summary>An image with a version; <c>latest</c> and none are what moves.</summary>
    [GeneratedRegex(@"^[a-z0-9./-]+:(\$\{[A-Z_]+:-)?v?[a-z]*-?\d+(\.\d+)+[a-z0-9.-]*\}?$")]
    private static partial Regex Pinned();
}
