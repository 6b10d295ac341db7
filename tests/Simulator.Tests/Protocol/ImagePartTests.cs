using System.Net;
using System.Text.Json.Nodes;

namespace Workflows.Simulator.Tests.Protocol;

public sealed class ImagePartTests
{
    private const string Image = "data:image/jpeg;base64,/9j/4AAQ";

    [Fact]
    public async Task A_question_with_an_image_is_answered_and_labelled()
    {
        using var simulator = new SimulatorFixture();
        using var response = await simulator.SendAsync(Request(Image));
        var reply = await SimulatorFixture.ReadAsync(response);

        Assert.Equal("simulated", reply.GetProperty("system_fingerprint").GetString());
        Assert.InRange(reply.GetProperty("usage").GetProperty("prompt_tokens").GetInt32(), 1_200, 1_300);
    }

    [Fact]
    public async Task Another_image_is_another_request()
    {
        using var simulator = new SimulatorFixture();
        foreach (var image in new[] { Image, Image, "data:image/png;base64,/9j/4AAQ", "data:image/jpeg;base64,/9j/4AAR" })
        {
            using var response = await simulator.SendAsync(Request(image));
        }

        Assert.Equal(3, simulator.Model.Calls().Select(call => call.Digest).Distinct().Count());
    }

    [Theory]
    [InlineData("https://images.example/face.jpg")]
    [InlineData("file:///etc/passwd")]
    [InlineData("data:image/jpeg,plain")]
    [InlineData("data:image/svg+xml;base64,PHN2Zy8+")]
    [InlineData("data:image/jpeg;base64,")]
    [InlineData("data:image/jpeg;base64,%%%")]
    [InlineData("")]
    public async Task Anything_but_an_image_in_the_request_itself_gets_400(string url)
    {
        using var simulator = new SimulatorFixture();
        using var response = await simulator.SendAsync(Request(url));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Fact]
    public async Task An_image_without_an_address_gets_400()
    {
        using var simulator = new SimulatorFixture();
        var request = Request(Image);
        request["messages"]![0]!["content"]![1]!["image_url"] = "face.jpg";
        using var response = await simulator.SendAsync(request);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    private static JsonObject Request(string url)
    {
        var request = SimulatorFixture.Request("x");
        request["messages"]![0]!["content"] = new JsonArray(
            new JsonObject { ["type"] = "text", ["text"] = "What does the face say?" },
            new JsonObject { ["type"] = "image_url", ["image_url"] = new JsonObject { ["url"] = url } });
        return request;
    }
}
