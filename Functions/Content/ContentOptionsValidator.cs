using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using Workflows.Shared;
using Workflows.Shared.Content;

namespace Workflows.Functions.Content;

/// <summary>Refuses settings of the content store that nothing reads or that contradict each other.</summary>
internal sealed class ContentOptionsValidator(IConfiguration configuration) : IValidateOptions<ContentOptions>
{
    public ValidateOptionsResult Validate(string? name, ContentOptions options)
    {
        List<string> faults = [];
        ConfigurationKeys.AddFaults(faults, configuration.GetSection(ContentOptions.Section), typeof(ContentOptions));
        if (options is { Folder: not null, Container: not null })
        {
            faults.Add("Content:Folder and Content:Container are both set; choose one.");
        }

        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }
}
