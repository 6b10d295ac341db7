namespace Workflows.Functions.Hosting;

/// <summary>The Azure Functions build, compiled against what the contract list says of Microsoft's packages.</summary>
public sealed class AzureBuildTests
{
    [Fact]
    public void The_sources_of_the_other_host_compile_against_the_contract_list() => Assert.Empty(AzureSources.Faults(Repository.Root, text => text));

    [Fact]
    public void What_is_not_in_the_list_or_only_on_the_embedded_host_is_found()
    {
        (string InTheList, string Not)[] edits =
        [
            ("context.CurrentUtcDateTime", "context.CurrentLocalDateTime"),
            ("[OrchestrationTrigger]", "[OrchestratorTrigger]"),
            ("builder.Services.AddSingleton(TimeProvider.System);", "builder.Services.AddSingleton<Workflows.Runtime.Host.EmbeddedHostOptions>();"),
        ];

        string faults = string.Join('\n', AzureSources.Faults(Repository.Root, text => edits.Aggregate(text, (edited, edit) => edited.Replace(edit.InTheList, edit.Not, StringComparison.Ordinal))));

        Assert.Contains("CurrentLocalDateTime", faults, StringComparison.Ordinal);
        Assert.Contains("OrchestratorTrigger", faults, StringComparison.Ordinal);
        Assert.Contains("HostParts.cs", faults, StringComparison.Ordinal);
    }
}
