using Microsoft.Extensions.Configuration;
using Workflows.Runtime.Host.Discovery;

namespace Workflows.Runtime.Host.Configuration;

/// <summary>Which functions are switched off: by the setting <c>AzureWebJobs.NAME.Disabled</c>, or <c>AzureWebJobs__NAME__Disabled</c> in the environment.</summary>
internal static class FunctionSwitches
{
    /// <exception cref="HostStartException">A switch is neither on nor off.</exception>
    public static bool IsOff(HostFunction function, IConfiguration configuration)
    {
        string name = $"AzureWebJobs.{function.Name}.Disabled";
        return (configuration[name] ?? configuration[name.Replace('.', ':')]) switch
        {
            null or "" or "0" => false,
            "1" => true,
            { } text when bool.TryParse(text, out bool off) => off,
            { } text => throw new HostStartException($"The setting {name} is '{text}': it must be true or false."),
        };
    }
}
