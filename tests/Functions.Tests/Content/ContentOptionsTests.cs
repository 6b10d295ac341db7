namespace Workflows.Functions.Content;

public sealed class ContentOptionsTests
{
    [Theory]
    [InlineData("Content:Folder and Content:Container are both set; choose one.", "Content:Folder", "a", "Content:Container", "b")]
    [InlineData("Content:Files is not a known key", "Content:Files", "a")]
    public async Task Settings_that_nothing_reads_or_that_contradict_each_other_stop_the_start(string fault, params string[] settings)
    {
        Exception refusal = await Assert.ThrowsAnyAsync<Exception>(() => TestApp.StartAsync(settings: [.. settings.Chunk(2).Select(pair => (pair[0], pair[1]))]));

        Assert.Contains(fault, refusal.ToString(), StringComparison.Ordinal);
    }
}
