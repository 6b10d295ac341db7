using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Workflows.Durable.Client;

namespace Workflows.Functions.Expressions;

public sealed class ExpressionInputRoutesTests
{
    private const string Cue = "1\\n00:00:01,000 --> 00:00:02,000\\nTake it easy.\\n";

    [Theory]
    [InlineData("""{}""", "subtitles")]
    [InlineData("""{"subtitles": "CUE", "segments": []}""", "subtitles")]
    [InlineData("""{"subtitles": "No cue is in here."}""", "subtitles")]
    [InlineData("""{"subtitles": 7}""", "subtitles")]
    [InlineData("""{"subtitle_file": "no Base64!"}""", "subtitle_file")]
    [InlineData("""{"subtitle_file": "bm8gY3Vl"}""", "subtitle_file")]
    [InlineData("""{"segments": []}""", "segments")]
    [InlineData("""{"segments": [null]}""", "segments[0]")]
    [InlineData("""{"segments": [{"start": 1, "end": 2, "text": "Hello."}, {"start": 1, "end": 2, "text": null}]}""", "segments[1]")]
    [InlineData("""{"segments": [{"start": "soon", "end": 2, "text": "Hello."}]}""", "segments[0].start")]
    [InlineData("""{"subtitles": "CUE", "options": null}""", "options")]
    [InlineData("""{"subtitles": "CUE", "options": {"level": "B3"}}""", "options.level")]
    [InlineData("""{"subtitles": "CUE", "options": {"language": "tlh"}}""", "options.language")]
    [InlineData("""{"subtitles": "CUE", "options": {"workers": 51}}""", "options.workers")]
    [InlineData("""{"subtitles": "CUE", "options": {"max_expressions": 0}}""", "options.max_expressions")]
    [InlineData("""{"subtitles": "CUE", "options": {"maxExpressions": 5}}""", "options.maxExpressions")]
    [InlineData("""{"subtitles": "CUE", "level": "B2"}""", "level")]
    [InlineData("""{"subtitles": "CUE", "id": "no spaces, please"}""", "id")]
    [InlineData("this is no JSON", "body")]
    [InlineData("null", "body")]
    public async Task Bad_input_is_a_400_that_names_the_field_and_starts_nothing(string body, string field)
    {
        await using TestApp app = await TestApp.StartAsync();
        using StringContent content = new(body.Replace("CUE", Cue, StringComparison.Ordinal), Encoding.UTF8, "application/json");

        using HttpResponseMessage response = await app.Http.PostAsync(new Uri("/api/v1/expressions", UriKind.Relative), content, TestContext.Current.CancellationToken);
        JsonElement problem = await response.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal([field], problem.GetProperty("errors").EnumerateObject().Select(error => error.Name));
        Assert.Empty(await app.Client.GetAllInstancesAsync(new OrchestrationQuery()).ToListAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Segments_may_have_fields_of_whoever_wrote_them()
    {
        await using TestApp app = await TestApp.StartAsync();
        using StringContent content = new("""{"segments": [{"id": 0, "seek": 0, "start": 1.0, "end": 2.0, "text": "Take it easy.", "tokens": [1, 2]}]}""", Encoding.UTF8, "application/json");

        using HttpResponseMessage response = await app.Http.PostAsync(new Uri("/api/v1/expressions", UriKind.Relative), content, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
    }

    [Fact]
    public async Task A_file_without_cues_is_told_what_was_expected()
    {
        await using TestApp app = await TestApp.StartAsync();

        using HttpResponseMessage response = await app.Http.PostAsJsonAsync("/api/v1/expressions", new { subtitle_file = Encoding.UTF8.GetBytes("Chapter 1") }, TestContext.Current.CancellationToken);

        Assert.Contains("No subtitle cue was found; expected SubRip", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_beyond_24_MiB_is_refused()
    {
        await using TestApp app = await TestApp.StartAsync();
        using ByteArrayContent content = new(new byte[(24 * 1024 * 1024) + 1]);

        using HttpResponseMessage response = await app.Http.PostAsync(new Uri("/api/v1/expressions", UriKind.Relative), content, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("larger than 24 MB", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nobody", HttpStatusCode.NotFound)]
    [InlineData("@x@y", HttpStatusCode.NotFound)]
    [InlineData("@x@y/export", HttpStatusCode.NotFound)]
    [InlineData("nobody/export", HttpStatusCode.NotFound)]
    [InlineData("nobody/export?format=pdf", HttpStatusCode.BadRequest)]
    public async Task What_is_not_there_is_404_and_an_unknown_format_400(string path, HttpStatusCode status)
    {
        await using TestApp app = await TestApp.StartAsync();

        using HttpResponseMessage response = await app.Http.GetAsync(new Uri($"/api/v1/expressions/{path}", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(status, response.StatusCode);
    }
}
