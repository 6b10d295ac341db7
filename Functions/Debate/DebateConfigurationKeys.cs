using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using Workflows.Shared;
using Workflows.Shared.Debate;
using Workflows.Shared.Debate.Gate;
using Workflows.Shared.Debate.Rollout;

namespace Workflows.Functions.Debate;

/// <summary>Refuses keys of the section <c>Debates</c> that nothing reads and values that cannot be read.</summary>
internal sealed class DebateConfigurationKeys(IConfiguration configuration) : IValidateOptions<DebateOptions>
{
    public ValidateOptionsResult Validate(string? name, DebateOptions options)
    {
        List<string> faults = [];
        IConfigurationSection section = configuration.GetSection(DebateOptions.Section);
        ConfigurationKeys.AddFaults(faults, section, typeof(DebateOptions));
        ConfigurationKeys.AddFaults(faults, section.GetSection(nameof(DebateOptions.Gate)), typeof(GateOptions));
        ConfigurationKeys.AddFaults(faults, section.GetSection(nameof(DebateOptions.Rollout)), typeof(RolloutOptions));
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }
}
