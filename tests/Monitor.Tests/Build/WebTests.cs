namespace Workflows.Monitor.Tests.Build;

public sealed class WebTests
{
    [Fact]
    public async Task What_the_host_serves_is_the_build_of_the_sources()
    {
        (int code, string said) = await WebFolder.RunAsync("check");

        Assert.True(code == 0, said);
    }

    [Fact]
    public async Task The_pages_own_tests_pass()
    {
        (int code, string said) = await WebFolder.RunAsync("test");

        Assert.True(code == 0, said);
    }
}
