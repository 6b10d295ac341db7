using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Workflows.Shared.Consultation;
using Workflows.Tests;

namespace Workflows.Functions.Consultation;

/// <summary>Over the queues of a storage account, which is Azurite.</summary>
[Collection(AzuriteGroup.Name)]
public sealed class StorageQueueIngestionTests(Azurite azurite) : QueueIngestionTests
{
    private protected override string? Connection
    {
        get
        {
            // The queues' names are the product's: what another test left there is not this one's.
            QueueServiceClient account = new(azurite.ConnectionString);
            account.GetQueueClient(ConsultationNames.Queue).DeleteIfExists(Stop);
            account.GetQueueClient(ConsultationNames.PoisonQueue).DeleteIfExists(Stop);
            return azurite.ConnectionString;
        }
    }

    [Fact]
    public async Task A_batch_over_http_goes_through_the_accounts_queue_and_its_content_into_the_container()
    {
        await using CallbackHook hook = await CallbackHook.StartAsync();
        string container = azurite.NewName() + "content";
        await using TestApp app = await StartAsync(("Consultations:RunAt", "3"), ("Content:Container", container));

        using HttpResponseMessage accepted = await app.PostAsync(
            "batch-analysis",
            new { consultations = Enumerable.Range(0, 3).Select(i => new { consultation_id = $"CL-{i}", conversation_text = $"고객: {i}번 문의입니다.\n상담사: 안내해 드렸습니다." }), callback_url = hook.Url },
            app.Key());
        Assert.Equal(HttpStatusCode.Accepted, accepted.StatusCode);
        (string delivery, string body) = await hook.NextAsync();

        Assert.Equal((await accepted.Content.ReadFromJsonAsync<JsonElement>(Stop)).GetProperty("batch_id").GetString(), delivery);
        Assert.Equal(3, JsonDocument.Parse(body).RootElement.GetProperty("results").GetArrayLength());
        Assert.True(await new QueueServiceClient(azurite.ConnectionString).GetQueueClient(ConsultationNames.Queue).ExistsAsync(Stop));
        BlobContainerClient blobs = new(azurite.ConnectionString, container);
        Assert.Equal(body, (await blobs.GetBlobClient(ContentKeys.Callback(delivery)).DownloadContentAsync(Stop)).Value.Content.ToString());
    }
}
