using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Moq;
using Workflows.Shared.Consultation;

namespace Workflows.Cli.Tests.Commands;

/// <summary>What cannot be used is refused in one line, and no host is started.</summary>
public sealed class AnalyzeCommandInputTests
{
    private const string Line = """{"consultation_id": "CL-1", "conversation_text": "Customer: Hello?"}""";

    private readonly ConsultationOptions _options = new();
    private readonly Mock<IHost> _host = new();

    public AnalyzeCommandInputTests() =>
        _host.Setup(host => host.Services).Returns(new ServiceCollection().AddSingleton(Options.Create(_options)).BuildServiceProvider());

    [Theory]
    [InlineData("{\"consultation_id\": ", "line 3 is no JSON")]
    [InlineData("[]", "line 3: A consultation is an object.")]
    [InlineData("""{"consultation_id": "CL-2"}""", "line 3: The conversation_text is missing")]
    [InlineData("""{"consultation_id": 7, "conversation_text": "x"}""", "line 3: The consultation_id is missing")]
    [InlineData("""{"consultation_id": "CL-2", "conversation_text": "x", "metadata": 7}""", "line 3: The metadata is no object")]
    [InlineData("""{"consultation_id": "CL-2", "conversation_text": "x", "priority": "now"}""", "line 3: The priority is")]
    public async Task A_line_that_cannot_be_used_is_named(string line, string why) =>
        Assert.Contains(why, await RefusalAsync($"{Line}\n\n{line}\n{Line}"), StringComparison.Ordinal);

    [Fact]
    public async Task A_file_without_consultations_is_refused() => Assert.Contains("there are no consultations", await RefusalAsync("\n \n"), StringComparison.Ordinal);

    [Fact]
    public async Task More_consultations_than_a_batch_may_have_are_refused()
    {
        _options.MaxBatch = 2;

        Assert.Contains("there are 3 consultations; a batch has at most 2", await RefusalAsync($"{Line}\n{Line}\n{Line}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_callback_wants_a_client_that_can_sign() =>
        Assert.Contains("Consultations__Clients__cli__Secrets__0", await RefusalAsync(Line, "--callback", "https://centerlink.api/done"), StringComparison.Ordinal);

    [Fact]
    public async Task A_callback_goes_only_where_callbacks_may_go()
    {
        _options.Clients["centerlink"] = new() { Secrets = ["a secret of centerlink"] };

        Assert.Contains("Consultations:CallbackHosts", await RefusalAsync(Line, "--client", "centerlink", "--callback", "https://elsewhere.example/"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_clients_name_is_checked() => Assert.Contains("--client", await RefusalAsync(Line, "--client", "a b"), StringComparison.Ordinal);

    [Fact]
    public async Task An_unknown_form_is_refused() => Assert.Contains("'xml' is neither text nor json", await RefusalAsync(Line, "--format", "xml"), StringComparison.Ordinal);

    [Fact]
    public async Task A_report_into_a_folder_that_is_not_there_is_refused() =>
        Assert.Contains("does not exist", await RefusalAsync(Line, "--output", Path.Combine(Path.GetTempPath(), "no such folder", "report.json")), StringComparison.Ordinal);

    [Fact]
    public async Task The_help_shows_examples()
    {
        using TestCli cli = new();

        Assert.Equal(ExitCode.Done, await cli.RunAsync("analyze", "--help"));

        Assert.Contains("workflows analyze samples/consultations.jsonl", cli.Output, StringComparison.Ordinal);
    }

    private async Task<string> RefusalAsync(string lines, params string[] more)
    {
        using TestCli cli = new() { Hosts = new FakeHosts(_host.Object) };
        string refusal = await cli.RefusalAsync(["analyze", cli.File("calls.jsonl", lines), .. more]);
        _host.Verify(host => host.StartAsync(It.IsAny<CancellationToken>()), Times.Never);
        return refusal;
    }
}
