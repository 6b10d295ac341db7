using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using Workflows.Shared;
using Workflows.Shared.Interview;

namespace Workflows.Functions.Interview;

/// <summary>Refuses keys of the section <c>Interviews</c> that nothing reads and values that cannot be read.</summary>
internal sealed class InterviewConfigurationKeys(IConfiguration configuration) : IValidateOptions<InterviewOptions>
{
    public ValidateOptionsResult Validate(string? name, InterviewOptions options)
    {
        List<string> faults = [];
        ConfigurationKeys.AddFaults(faults, configuration.GetSection(InterviewOptions.Section), typeof(InterviewOptions));
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }
}
