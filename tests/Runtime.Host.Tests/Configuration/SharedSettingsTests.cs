using Microsoft.Extensions.Configuration;

namespace Workflows.Runtime.Host.Configuration;

/// <summary>Settings of the section <c>Workflows</c> that the application reads on either host.</summary>
public sealed class SharedSettingsTests
{
    [Theory]
    [InlineData("LogFormat", "json")]
    [InlineData("LogFormat", "Text")]
    [InlineData("ClassLogs:Folder", "logs")]
    [InlineData("Otlp:Endpoint", "http://127.0.0.1:4317")]
    public void They_are_known_here_too(string key, string value) => Assert.NotNull(Read(key, value));

    [Theory]
    [InlineData("xml")]
    [InlineData("")]
    public void A_form_of_the_log_that_there_is_not_is_named(string format) => Assert.Equal(
        $"The setting Workflows:LogFormat is '{format}': it must be text or json.", Assert.Throws<HostStartException>(() => Read("LogFormat", format)).Message);

    private static EmbeddedHostOptions Read(string key, string value) =>
        HostOptionsReader.Read(new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create($"Workflows:{key}", (string?)value)]).Build());
}
