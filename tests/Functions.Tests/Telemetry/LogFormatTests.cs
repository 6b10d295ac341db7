using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;
using Workflows.Shared.Logging;

namespace Workflows.Functions.Telemetry;

public sealed class LogFormatTests
{
    [Fact]
    public void Json_lines_take_the_place_of_the_consoles() => Assert.IsType<JsonLogProvider>(Assert.Single(Providers("json")));

    [Theory]
    [InlineData("text")]
    [InlineData(null)]
    public void Otherwise_the_console_stays(string? format) => Assert.IsType<ConsoleLoggerProvider>(Assert.Single(Providers(format)));

    private static IEnumerable<ILoggerProvider> Providers(string? format)
    {
        IConfiguration configuration = new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create(JsonLogProvider.Setting, format)]).Build();
        return new ServiceCollection().AddLogging(logging => LogFormat.Apply(logging.AddSimpleConsole(), configuration)).BuildServiceProvider().GetServices<ILoggerProvider>();
    }
}
