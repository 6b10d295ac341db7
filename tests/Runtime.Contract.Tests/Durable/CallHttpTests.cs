using System.Net;
using Microsoft.Extensions.Primitives;
using Moq;
using Workflows.Durable;
using Workflows.FunctionsWorker.Extensions.DurableTask.Http;

namespace Workflows.Runtime.Contract.Tests.Durable;

public sealed class CallHttpTests
{
    private static readonly DateTime Start = new(2030, 1, 1, 0, 0, 0, DateTimeKind.Utc);
    private static readonly Uri Address = new("https://one.example/start");

    private readonly Mock<TaskOrchestrationContext> _context = new();
    private readonly Queue<DurableHttpResponse> _answers = new();
    private readonly List<(DurableHttpRequest Request, TaskOptions? Options)> _sent = [];
    private readonly List<DateTime> _timers = [];
    private DateTime _now = Start;

    public CallHttpTests()
    {
        _context.Setup(context => context.CurrentUtcDateTime).Returns(() => _now);
        _context.Setup(context => context.CreateTimer(It.IsAny<DateTime>(), It.IsAny<CancellationToken>())).Returns((DateTime at, CancellationToken _) =>
        {
            _timers.Add(at);
            _now = at;
            return Task.CompletedTask;
        });
        _context.Setup(context => context.CallActivityAsync<DurableHttpResponse>(It.IsAny<TaskName>(), It.IsAny<object?>(), It.IsAny<TaskOptions?>()))
            .Returns((TaskName _, object? request, TaskOptions? options) =>
            {
                _sent.Add(((DurableHttpRequest)request!, options));
                return Task.FromResult(_answers.Count > 1 ? _answers.Dequeue() : _answers.Peek());
            });
    }

    [Theory]
    [InlineData("7", 7)]
    [InlineData("Tue, 01 Jan 2030 00:01:00 GMT", 60)]
    [InlineData("Mon, 31 Dec 2029 00:00:00 GMT", 0)]
    [InlineData("999999999", 86_400)]
    [InlineData("soon", 30)]
    [InlineData(null, 30)]
    public async Task The_next_question_waits_as_the_answer_asks_and_at_most_a_day(string? retryAfter, int seconds)
    {
        Accept("/look", retryAfter);
        _answers.Enqueue(new DurableHttpResponse(HttpStatusCode.OK));

        Assert.Equal(HttpStatusCode.OK, (await _context.Object.CallHttpAsync(HttpMethod.Post, Address)).StatusCode);

        Assert.Equal([Start.AddSeconds(seconds)], _timers);
        Assert.Equal((HttpMethod.Get, new Uri("https://one.example/look")), (_sent[1].Request.Method, _sent[1].Request.Uri));
    }

    [Theory]
    [InlineData("https://one.example/look", true)]
    [InlineData("https://two.example/look", false)]
    [InlineData("http://one.example/look", false)]
    public async Task Credentials_go_to_the_same_host_only_and_the_functions_key_to_none(string location, bool kept)
    {
        Accept(location);
        _answers.Enqueue(new DurableHttpResponse(HttpStatusCode.OK));
        DurableHttpRequest request = new(HttpMethod.Post, Address)
        {
            Headers = new Dictionary<string, StringValues> { ["authorization"] = "b", ["Cookie"] = "c", ["X-Functions-Key"] = "k", ["Content-Type"] = "text/plain", ["X-Trace"] = "t" },
        };

        await _context.Object.CallHttpAsync(request);

        Assert.Equal(kept ? ["authorization", "Cookie", "X-Trace"] : ["X-Trace"], _sent[1].Request.Headers!.Keys);
    }

    [Fact]
    public async Task Without_the_pattern_or_an_address_an_accepted_request_is_the_answer()
    {
        Accept("/look");

        Assert.Equal(HttpStatusCode.Accepted, (await _context.Object.CallHttpAsync(new DurableHttpRequest(HttpMethod.Get, Address) { AsynchronousPatternEnabled = false })).StatusCode);
        _answers.Clear();
        _answers.Enqueue(new DurableHttpResponse(HttpStatusCode.Accepted));
        Assert.Equal(HttpStatusCode.Accepted, (await _context.Object.CallHttpAsync(HttpMethod.Get, Address)).StatusCode);
        Assert.Empty(_timers);
    }

    [Theory]
    [InlineData("file:///etc/passwd")]
    [InlineData("ftp://one.example/look")]
    public async Task An_address_that_is_not_of_the_web_is_not_followed(string location)
    {
        Accept(location);

        await Assert.ThrowsAsync<InvalidOperationException>(() => _context.Object.CallHttpAsync(HttpMethod.Get, Address));
        Assert.Single(_sent);
    }

    [Fact]
    public async Task Following_ends_at_the_timeout_and_after_ten_thousand_questions()
    {
        Accept("/look", "10");

        await Assert.ThrowsAsync<TimeoutException>(() => _context.Object.CallHttpAsync(new DurableHttpRequest(HttpMethod.Get, Address) { Timeout = TimeSpan.FromSeconds(25) }));
        Assert.Equal(2, _timers.Count);
        _timers.Clear();
        await Assert.ThrowsAsync<InvalidOperationException>(() => _context.Object.CallHttpAsync(HttpMethod.Get, Address));
        Assert.Equal(10_000, _timers.Count);
    }

    [Fact]
    public async Task Retry_options_become_a_policy_and_go_with_the_questions()
    {
        Accept("/look");
        _answers.Enqueue(new DurableHttpResponse(HttpStatusCode.OK));
        HttpRetryOptions retry = new() { MaxNumberOfAttempts = 4, FirstRetryInterval = TimeSpan.FromSeconds(3), BackoffCoefficient = 2 };

        await _context.Object.CallHttpAsync(HttpMethod.Get, Address, retryOptions: retry);

        Assert.All(_sent, sent =>
        {
            RetryPolicy policy = sent.Options!.Retry!.Policy!;
            Assert.Equal((4, TimeSpan.FromSeconds(3), 2.0, TimeSpan.FromDays(6), Timeout.InfiniteTimeSpan),
                (policy.MaxNumberOfAttempts, policy.FirstRetryInterval, policy.BackoffCoefficient, policy.MaxRetryInterval, policy.RetryTimeout));
        });
    }

    [Fact]
    public async Task Retry_options_without_attempts_are_refused() =>
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => _context.Object.CallHttpAsync(HttpMethod.Get, Address, retryOptions: new HttpRetryOptions()));

    private void Accept(string location, string? retryAfter = null)
    {
        Dictionary<string, StringValues> headers = new(StringComparer.OrdinalIgnoreCase) { ["location"] = location };
        if (retryAfter is not null)
        {
            headers["retry-after"] = retryAfter;
        }

        _answers.Enqueue(new DurableHttpResponse(HttpStatusCode.Accepted) { Headers = headers });
    }
}
