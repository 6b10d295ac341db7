using Microsoft.Extensions.Options;

namespace Workflows.Functions.Consultation;

public sealed class ConsultationConfigurationTests
{
    [Theory]
    [InlineData("Consultations:RunsAt", "20", "Consultations:RunsAt is not a known key")]
    [InlineData("Consultations:Clients:centerlink:Secret", "0123456789abcdef", "Consultations:Clients:centerlink:Secret is not a known key")]
    [InlineData("Consultations:Clients:centerlink:Secrets:0", "short", "Consultations:Clients:centerlink:Secrets: one is shorter than 16 characters")]
    [InlineData("Consultations:KeepDays", "7", "Consultations:KeepDays: must be from 8")]
    public async Task A_slip_of_the_pen_stops_the_start_with_the_keys_name(string key, string value, string fault)
    {
        OptionsValidationException refused = await Assert.ThrowsAsync<OptionsValidationException>(() => ConsultationApp.StartAsync(settings: (key, value)));

        Assert.Contains(fault, refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("short.", refused.Message, StringComparison.Ordinal);
    }
}
