using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Workflows.Infra.Tests.Bicep;

/// <summary>
/// What can be said of the Bicep files without their compiler: brackets and quotes, names, modules and what they are given, roles and keys. Types, and whether the platform
/// takes it, are not checked here.
/// </summary>
public sealed partial class BicepTests
{
    private static readonly string[] Functions =
    [
        "union", "toLower", "uniqueString", "subscription", "guid", "take", "cidrSubnet", "empty", "subscriptionResourceId", "environment", "toObject", "resourceGroup", "split", "last",
    ];

    public static TheoryData<string> Files => [.. Repository.Files("infra/azure", ".bicep")];

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_name_is_declared(string path)
    {
        BicepFile file = BicepFile.Read(path);
        HashSet<string> known = [.. file.Params, .. file.Vars, .. file.Resources.Select(resource => resource.Name), .. file.Modules.Select(module => module.Name), .. file.Locals];

        Assert.Empty(file.References.Where(name => !known.Contains(name.Text)).Select(name => $"{path}({name.Line}): {name.Text}"));
        Assert.Empty(file.Calls.Where(call => !Functions.Contains(call.Text)).Select(call => $"{path}({call.Line}): {call.Text}()"));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_parameter_and_variable_is_used_and_declared_once(string path)
    {
        BicepFile file = BicepFile.Read(path);
        string[] declared = [.. file.Params, .. file.Vars, .. file.Resources.Select(resource => resource.Name), .. file.Modules.Select(module => module.Name)];

        Assert.Equal(declared.Distinct(), declared);
        Assert.Subset(file.References.Select(name => name.Text).ToHashSet(), file.Params.Concat(file.Vars).ToHashSet());
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_resource_names_a_type_and_a_version(string path) =>
        Assert.All(BicepFile.Read(path).Resources, resource => Assert.Matches(ResourceType(), resource.Type));

    [Theory]
    [MemberData(nameof(Files))]
    public void A_module_is_there_and_is_given_what_it_asks_for(string path)
    {
        BicepFile file = BicepFile.Read(path);

        Assert.All(file.Modules, module =>
        {
            BicepFile called = BicepFile.Read(Path.Combine(Path.GetDirectoryName(path)!, module.File));
            Assert.Subset(called.Params.ToHashSet(), module.Given.ToHashSet());
            Assert.Subset(module.Given.ToHashSet(), called.RequiredParams.ToHashSet());
            Assert.Subset(called.Outputs.ToHashSet(), file.ReadOutputs.Where(read => read.Module == module.Name).Select(read => read.Output).ToHashSet());
        });
    }

    [Fact]
    public void The_parameters_file_has_the_parameters_of_the_deployment()
    {
        BicepFile main = BicepFile.Read("infra/azure/main.bicep");
        HashSet<string> given = [.. JsonNode.Parse(Repository.Read("infra/azure/main.parameters.json"))!["parameters"]!.AsObject().Select(parameter => parameter.Key)];

        Assert.Subset(main.Params.ToHashSet(), given);
        Assert.Subset(given, main.RequiredParams.ToHashSet());
    }

    [Fact]
    public void No_account_is_opened_by_a_key()
    {
        string all = string.Join('\n', Repository.Files("infra/azure", ".bicep").Select(Repository.Read));

        Assert.Contains("allowSharedKeyAccess: false", all, StringComparison.Ordinal);
        Assert.Contains("DisableLocalAuth: true", all, StringComparison.Ordinal);
        Assert.DoesNotContain("listKeys", all, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("AccountKey=", all, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("resource a 'X/y@2024-01-01' = {", "is not closed")]
    [InlineData("var a = [1, 2)", "closes nothing")]
    [InlineData("var a = 'x${b", "is not closed")]
    [InlineData("var a = 'x\nvar b = 1", "is not closed")]
    public void What_is_not_closed_is_found(string text, string fault) => Assert.Contains(fault, Assert.Throws<FormatException>(() => BicepLexer.Read(text)).Message, StringComparison.Ordinal);

    [GeneratedRegex(@"^([A-Z][A-Za-z]+(\.[A-Z][A-Za-z]+)+(/[A-Za-z]+)+@\d{4}-\d{2}-\d{2}(-preview)?|config)$")]
    private static partial Regex ResourceType();
}
