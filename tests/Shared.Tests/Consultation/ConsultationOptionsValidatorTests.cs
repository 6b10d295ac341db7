using Workflows.Shared.Consultation;

namespace Workflows.Shared.Tests.Consultation;

public sealed class ConsultationOptionsValidatorTests
{
    private const string Secret = "a-secret-of-enough-length";

    public static TheoryData<string, Action<ConsultationOptions>> Faults => new()
    {
        { "Consultations:Clients:no blanks", options => options.Clients["no blanks"] = new ConsultationClientOptions { Secrets = [Secret] } },
        { "Consultations:Clients:a:Secrets", options => options.Clients["a"] = new ConsultationClientOptions() },
        { "Consultations:Clients:a:Secrets", options => options.Clients["a"] = new ConsultationClientOptions { Secrets = [Secret, "short"] } },
        { "Consultations:Clients:a:Secrets", options => options.Clients["a"] = new ConsultationClientOptions { Secrets = ["@Microsoft.KeyVault(SecretUri=https://kv.vault.azure.net/secrets/a)"] } },
        { "Consultations:Clients:a:RequestsPerMinute", options => options.Clients["a"] = new ConsultationClientOptions { Secrets = [Secret], RequestsPerMinute = 0 } },
        { "Consultations:CallbackHosts", options => options.CallbackHosts = ["https://centerlink.api"] },
        { "Consultations:CallbackHosts", options => options.CallbackHosts = ["centerlink.api:8080"] },
        { "Consultations:RunAt", options => options.RunAt = 0 },
        { "Consultations:MaxBatch", options => options.MaxBatch = 100_000 },
        { "Consultations:MaxConversation", options => options.MaxConversation = 10 },
        { "Consultations:KeepDays", options => options.KeepDays = 7 },
        { "Consultations:SlackWebhook", options => options.SlackWebhook = "hooks.slack.test" },
    };

    [Fact]
    public void The_defaults_are_valid() => Assert.True(Validate(new ConsultationOptions()).Succeeded);

    [Fact]
    public void A_full_configuration_is_valid() => Assert.True(Validate(new ConsultationOptions
    {
        Clients = { ["center-1"] = new ConsultationClientOptions { Secrets = [Secret, Secret + "2"], RequestsPerMinute = 100 } },
        CallbackHosts = ["centerlink.api", "*.example.test", "127.0.0.1", "[::1]"],
        SlackWebhook = "https://hooks.slack.test/x",
    }).Succeeded);

    [Theory]
    [MemberData(nameof(Faults))]
    public void A_fault_is_named_by_its_key(string key, Action<ConsultationOptions> spoil)
    {
        ConsultationOptions options = new();
        spoil(options);

        Assert.Contains(key, Assert.Single(Validate(options).Failures!), StringComparison.Ordinal);
    }

    [Fact]
    public void No_message_holds_a_secret() => Assert.DoesNotContain(
        "hush", Validate(new ConsultationOptions { Clients = { ["a"] = new ConsultationClientOptions { Secrets = ["hush"] } } }).FailureMessage, StringComparison.Ordinal);

    private static Microsoft.Extensions.Options.ValidateOptionsResult Validate(ConsultationOptions options) => new ConsultationOptionsValidator().Validate(null, options);
}
