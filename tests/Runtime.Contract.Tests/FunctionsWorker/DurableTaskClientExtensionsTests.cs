using System.Net;
using System.Text.Json;
using Moq;
using Workflows.Durable.Client;
using Workflows.FunctionsWorker;
using Workflows.FunctionsWorker.Http;
using Workflows.Runtime.Contract.Tests.Durable.Client;

namespace Workflows.Runtime.Contract.Tests.FunctionsWorker;

public sealed class DurableTaskClientExtensionsTests
{
    [Fact]
    public void The_management_addresses_come_from_the_hosts_client()
    {
        HttpManagementPayload payload = new FakeClient("x").CreateHttpManagementPayload("mine", null);

        Assert.Equal("http://localhost/mine", payload.StatusQueryGetUri);
    }

    [Fact]
    public void A_client_without_a_host_has_no_management_addresses()
        => Assert.Throws<NotSupportedException>(() => new Mock<DurableTaskClient>("x").Object.CreateHttpManagementPayload("mine"));

    [Fact]
    public async Task A_check_status_answer_tells_where_to_look()
    {
        using MemoryStream body = new();
        HttpHeadersCollection headers = [];
        FunctionContext run = Mock.Of<FunctionContext>();
        Mock<HttpResponseData> response = new(run);
        response.SetupAllProperties();
        response.Object.Body = body;
        response.Object.Headers = headers;
        Mock<HttpRequestData> request = new(run);
        request.Setup(asked => asked.CreateResponse()).Returns(response.Object);
        request.Setup(asked => asked.Url).Returns(new Uri("http://proxy:81/api/start?x=1"));

        HttpResponseData answer = await new FakeClient("x").CreateCheckStatusResponseAsync(request.Object, "mine", TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        Assert.Equal("http://proxy:81/mine", Assert.Single(headers.GetValues("Location")));
        Assert.Equal("mine", JsonDocument.Parse(body.ToArray()).RootElement.GetProperty("id").GetString());
    }
}
