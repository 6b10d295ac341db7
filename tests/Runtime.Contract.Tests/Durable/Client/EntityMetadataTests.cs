using System.Text.Json;
using Workflows.Durable.Client;
using Workflows.Durable.Client.Entities;
using Workflows.Durable.Entities;

namespace Workflows.Runtime.Contract.Tests.Durable.Client;

public sealed class EntityMetadataTests
{
    private static readonly EntityInstanceId Id = new("fleet", "1");

    [Fact]
    public void A_state_that_was_not_fetched_cannot_be_read()
    {
        EntityMetadata<int> metadata = new(Id);

        Assert.False(metadata.IncludesState);
        Assert.Throws<InvalidOperationException>(() => metadata.State);
    }

    [Fact]
    public void Json_shows_what_is_known()
    {
        EntityMetadata<int> metadata = new(Id, 5) { BacklogQueueSize = 2, LastModifiedTime = DateTimeOffset.UnixEpoch };

        Assert.Equal(
            """{"Id":"@fleet@1","LastModifiedTime":"1970-01-01T00:00:00+00:00","BacklogQueueSize":2,"State":5}""",
            JsonSerializer.Serialize(metadata));
    }

    [Fact]
    public void Json_of_a_state_kept_as_text_is_a_string()
    {
        EntityMetadata metadata = new(Id, new SerializedData("[1]")) { LastModifiedTime = DateTimeOffset.UnixEpoch };

        Assert.Equal("""{"Id":"@fleet@1","LastModifiedTime":"1970-01-01T00:00:00+00:00","State":"[1]"}""", JsonSerializer.Serialize(metadata));
    }

    [Theory]
    [InlineData("Fleet", "@fleet")]
    [InlineData("@Fleet", "@fleet")]
    [InlineData("@Fleet@Key", "@fleet@Key")]
    public void The_prefix_of_a_query_takes_the_stored_form(string prefix, string stored)
        => Assert.Equal(stored, new EntityQuery { InstanceIdStartsWith = prefix }.InstanceIdStartsWith);
}
