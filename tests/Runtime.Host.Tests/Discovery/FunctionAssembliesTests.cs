using System.Reflection;

namespace Workflows.Runtime.Host.Discovery;

public sealed class FunctionAssembliesTests
{
    [Fact]
    public void Libraries_that_depend_on_the_contract_are_found_also_through_others()
    {
        string path = Path.GetTempFileName();
        File.WriteAllText(path, """
            {
              "runtimeTarget": { "name": "net" },
              "targets": { "net": {
                "App/1": { "dependencies": { "Triggers": "1", "Plain": "1" }, "runtime": { "App.dll": {} } },
                "Triggers/1": { "dependencies": { "Steps": "1" }, "runtime": { "Triggers.dll": {} } },
                "Steps/1": { "dependencies": { "Contract": "1", "Triggers": "1" }, "runtime": { "lib/net/Steps.dll": {} } },
                "Plain/1": { "runtime": { "Plain.dll": {} } },
                "Contract/1": { "runtime": { "Contract.dll": {} } }
              } }
            }
            """);

        Assert.Equal(["App", "Steps", "Triggers"], DependencyFile.DependentsOf(path, "Contract").Order(StringComparer.Ordinal));
        File.Delete(path);
    }

    [Fact]
    public void A_damaged_dependency_file_is_named()
    {
        string path = Path.GetTempFileName();
        File.WriteAllText(path, "{}");

        Assert.Contains(path, Assert.Throws<HostStartException>(() => DependencyFile.DependentsOf(path, "Contract")).Message, StringComparison.Ordinal);
        File.Delete(path);
    }

    [Fact]
    public void By_default_the_entry_assembly_is_searched_and_the_runtime_is_not() =>
        Assert.Equal([Assembly.GetExecutingAssembly()], FunctionAssemblies.Of(new EmbeddedHostOptions()));
}
