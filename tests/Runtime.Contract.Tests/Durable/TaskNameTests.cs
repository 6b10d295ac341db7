using Workflows.Durable;

namespace Workflows.Runtime.Contract.Tests.Durable;

public sealed class TaskNameTests
{
    [Fact]
    public void Names_and_versions_are_compared_without_regard_to_case()
    {
        Assert.Equal(new TaskName("Review"), new TaskName("REVIEW"));
        Assert.Equal(new TaskName("Review").GetHashCode(), new TaskName("REVIEW").GetHashCode());
        Assert.Equal(new TaskVersion("V1"), new TaskVersion("v1"));
    }

    [Fact]
    public void A_missing_name_is_the_default_value()
    {
        Assert.Equal(default, new TaskName(null!));
        Assert.Equal(default, (TaskName)string.Empty);
        Assert.Equal(string.Empty, default(TaskName).ToString());
    }

    [Fact]
    public void A_missing_version_is_unversioned()
    {
        Assert.Equal(TaskVersion.Unversioned, default);
        Assert.Equal(TaskVersion.Unversioned, new TaskVersion(null!));
        Assert.Equal(string.Empty, default(TaskVersion).Version);
        Assert.Throws<ArgumentException>(() => new TaskVersion("  "));
    }
}
