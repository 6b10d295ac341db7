using System.Net;

namespace Workflows.Simulator.Tests;

public sealed class SimulatorArgumentsTests : IDisposable
{
    private readonly string _file = Path.GetTempFileName();

    public void Dispose() => File.Delete(_file);

    [Fact]
    public void Without_arguments_the_quick_profile_is_served_on_loopback()
    {
        var arguments = SimulatorArguments.Parse([]);

        Assert.Equal((IPAddress.Loopback, 8765, "quick", 1, 1.0), (arguments.Options.Address, arguments.Options.Port, arguments.Options.Profile, arguments.Options.Seed, arguments.TimeScale));
    }

    [Fact]
    public void All_arguments_are_taken()
    {
        var arguments = SimulatorArguments.Parse(["--urls", "http://127.0.0.1:0", "--profile", "documents", "--time-scale", "20", "--seed", "-4", "--allow-remote"]);

        Assert.Equal((0, "documents", 20.0, -4, true), (arguments.Options.Port, arguments.Options.Profile, arguments.TimeScale, arguments.Options.Seed, arguments.Options.AllowRemote));
    }

    [Fact]
    public void A_configuration_changes_known_models_and_adds_others()
    {
        File.WriteAllText(_file, """{"profile":"documents","seed":9,"models":{"qwen3":{"maxConcurrent":2},"exaone":{"contextTokens":32000}}}""");
        var options = SimulatorArguments.Parse(["--config", _file]).Options;

        Assert.Equal(("documents", 9, 2, 32_000, 600), (options.Profile, options.Seed, options.Models["qwen3"].MaxConcurrent, options.Models["exaone"].ContextTokens, options.Models["exaone"].CallsPerMinute));
    }

    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("""{"port":1}""")]
    [InlineData("""{"seed":"x"}""")]
    [InlineData("""{"models":[]}""")]
    [InlineData("""{"models":{"m":{"maxConcurrent":-1}}}""")]
    [InlineData("""{"profile":"fast"}""")]
    public void A_bad_configuration_is_a_one_line_error(string text)
    {
        File.WriteAllText(_file, text);

        Assert.DoesNotContain('\n', Assert.Throws<FormatException>(() => SimulatorArguments.Parse(["--config", _file])).Message);
    }

    [Theory]
    [InlineData("--bogus")]
    [InlineData("--seed")]
    [InlineData("--seed", "x")]
    [InlineData("--time-scale", "0")]
    [InlineData("--time-scale", "NaN")]
    [InlineData("--urls", "https://127.0.0.1:1")]
    [InlineData("--urls", "http://example.com:1")]
    [InlineData("--profile", "fast")]
    [InlineData("--config", "no/such/file.json")]
    public void A_bad_argument_is_a_one_line_error(params string[] arguments) =>
        Assert.DoesNotContain('\n', Assert.Throws<FormatException>(() => SimulatorArguments.Parse(arguments)).Message);

    [Fact]
    public void Help_is_given_whatever_else_is_said() => Assert.True(SimulatorArguments.Parse(["--seed", "1", "--help"]).Help);
}
