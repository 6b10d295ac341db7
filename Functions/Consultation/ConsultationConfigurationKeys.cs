using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using Workflows.Shared;
using Workflows.Shared.Consultation;

namespace Workflows.Functions.Consultation;

/// <summary>Refuses keys of the section <c>Consultations</c> that nothing reads and values that cannot be read.</summary>
internal sealed class ConsultationConfigurationKeys(IConfiguration configuration) : IValidateOptions<ConsultationOptions>
{
    public ValidateOptionsResult Validate(string? name, ConsultationOptions options)
    {
        List<string> faults = [];
        IConfigurationSection section = configuration.GetSection(ConsultationOptions.Section);
        ConfigurationKeys.AddFaults(faults, section, typeof(ConsultationOptions));
        foreach (IConfigurationSection client in section.GetSection(nameof(ConsultationOptions.Clients)).GetChildren())
        {
            ConfigurationKeys.AddFaults(faults, client, typeof(ConsultationClientOptions));
        }

        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }
}
