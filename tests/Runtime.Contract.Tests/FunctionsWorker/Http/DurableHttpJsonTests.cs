using System.Net;
using System.Text.Json;
using Microsoft.Extensions.Primitives;
using Workflows.FunctionsWorker.Extensions.DurableTask.Http;

namespace Workflows.Runtime.Contract.Tests.FunctionsWorker.Http;

public sealed class DurableHttpJsonTests
{
    [Fact]
    public void A_request_is_written_in_the_extensions_words_and_read_back()
    {
        DurableHttpRequest request = new(HttpMethod.Put, new Uri("https://one.example/a?b=c"))
        {
            Content = "body",
            Headers = new Dictionary<string, StringValues> { ["One"] = "1", ["Two"] = new StringValues(["a", "b"]) },
            HttpRetryOptions = new HttpRetryOptions([HttpStatusCode.BadGateway]) { MaxNumberOfAttempts = 2, FirstRetryInterval = TimeSpan.FromSeconds(1) },
            Timeout = TimeSpan.FromSeconds(5),
            AsynchronousPatternEnabled = false,
        };

        string json = JsonSerializer.Serialize(request);
        DurableHttpRequest read = JsonSerializer.Deserialize<DurableHttpRequest>(json)!;

        Assert.StartsWith("""{"method":"PUT","uri":"https://one.example/a?b=c","headers":{"One":"1","Two":["a","b"]},"content":"body","asynchronousPatternEnabled":false,"retryOptions":{""", json, StringComparison.Ordinal);
        Assert.Equal((HttpMethod.Put, request.Uri, "body", request.Timeout, false), (read.Method, read.Uri, read.Content, read.Timeout, read.AsynchronousPatternEnabled));
        Assert.Equal("a,b", read.Headers!["TWO"].ToString());
        Assert.Equal([HttpStatusCode.BadGateway], read.HttpRetryOptions!.StatusCodesToRetry);
        Assert.Equal((2, TimeSpan.MaxValue), (read.HttpRetryOptions.MaxNumberOfAttempts, read.HttpRetryOptions.RetryTimeout));
    }

    [Fact]
    public void An_answer_is_read_back()
    {
        DurableHttpResponse read = JsonSerializer.Deserialize<DurableHttpResponse>("""{"statusCode":202,"headers":{"Location":"x"},"content":"c"}""")!;

        Assert.Equal((HttpStatusCode.Accepted, "x", "c"), (read.StatusCode, read.Headers!["location"].ToString(), read.Content));
    }
}
