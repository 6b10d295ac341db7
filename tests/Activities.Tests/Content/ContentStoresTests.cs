using Microsoft.Extensions.Configuration;
using Workflows.Activities.Content;
using Workflows.Shared.Content;

namespace Workflows.Activities.Tests.Content;

public sealed class ContentStoresTests
{
    private const string Account = "DefaultEndpointsProtocol=http;AccountName=tests;AccountKey=a2V5;BlobEndpoint=http://127.0.0.1:1/tests;";

    [Fact]
    public void The_hosts_folder_is_used_unless_another_or_a_container_is_named()
    {
        Assert.IsType<FolderContentStore>(ContentStores.Open(new ContentOptions(), Settings(Account), "folder"));
        Assert.IsType<FolderContentStore>(ContentStores.Open(new ContentOptions { Folder = "other" }, Settings(null), null));
        Assert.IsType<BlobContentStore>(ContentStores.Open(new ContentOptions { Container = "content" }, Settings(Account), "folder"));
    }

    [Fact]
    public void A_host_without_a_folder_uses_the_account() => Assert.IsType<BlobContentStore>(ContentStores.Open(new ContentOptions(), Settings(Account), null));

    [Fact]
    public void A_container_without_an_account_is_refused_with_the_setting()
    {
        InvalidOperationException refused = Assert.Throws<InvalidOperationException>(() => ContentStores.Open(new ContentOptions { Container = "content" }, Settings(null), "folder"));

        Assert.Contains("AzureWebJobsStorage", refused.Message, StringComparison.Ordinal);
    }

    private static IConfiguration Settings(string? account) => new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create("AzureWebJobsStorage", account)]).Build();
}
