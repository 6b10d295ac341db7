using Azure.Core;
using Azure.Identity;
using Microsoft.Extensions.Configuration;
using Workflows.Activities.Storage;

namespace Workflows.Activities.Tests.Storage;

public sealed class StorageAccountTests
{
    [Fact]
    public void A_connection_string_is_used_as_it_is() => Assert.Equal("UseDevelopmentStorage=true", Open("queue", ("AzureWebJobsStorage", "UseDevelopmentStorage=true")).By);

    [Theory]
    [InlineData("blob", "https://wfaccount.blob.core.windows.net/")]
    [InlineData("queue", "https://wfaccount.queue.core.windows.net/")]
    public void An_accounts_name_is_opened_by_identity(string service, string address)
    {
        (string by, TokenCredential? identity) = Open(service, ("AzureWebJobsStorage:accountName", "wfaccount"));

        Assert.Equal(address, by);
        Assert.IsType<DefaultAzureCredential>(identity);
    }

    [Fact]
    public void A_managed_identity_is_used_where_the_host_is_told_so()
    {
        (string by, TokenCredential? identity) = Open(
            "blob", ("AzureWebJobsStorage:blobServiceUri", "https://private.example/"), ("AzureWebJobsStorage:credential", "managedidentity"), ("AzureWebJobsStorage:clientId", "11111111-2222-3333-4444-555555555555"));

        Assert.Equal("https://private.example/", by);
        Assert.IsType<ManagedIdentityCredential>(identity);
    }

    [Fact]
    public void Without_a_setting_there_is_none() => Assert.Null(StorageAccount.Find(Settings(("AzureWebJobsStorage", ""), ("AzureWebJobsStorage:credential", "managedidentity"))));

    [Theory]
    [InlineData("AzureWebJobsStorage:accountName", "Not_A_Name", "accountName")]
    [InlineData("AzureWebJobsStorage:queueServiceUri", "http://plain.example", "queueServiceUri")]
    [InlineData("AzureWebJobsStorage:blobServiceUri", "https://account.blob.core.windows.net", "queueServiceUri")]
    public void What_names_no_account_is_refused_with_the_setting(string key, string value, string named)
    {
        InvalidOperationException refused = Assert.Throws<InvalidOperationException>(() => Open("queue", (key, value)));

        Assert.Contains($"AzureWebJobsStorage__{named}", refused.Message, StringComparison.Ordinal);
    }

    private static (string By, TokenCredential? Identity) Open(string service, params (string Key, string Value)[] settings) =>
        StorageAccount.Find(Settings(settings))!.Open<(string, TokenCredential?)>(service, connection => (connection, null), (address, identity) => (address.ToString(), identity));

    private static IConfiguration Settings(params (string Key, string Value)[] settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value))).Build();
}
