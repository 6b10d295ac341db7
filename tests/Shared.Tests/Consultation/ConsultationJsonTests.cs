using System.Text.Json;
using Workflows.Shared.Consultation;

namespace Workflows.Shared.Tests.Consultation;

public sealed class ConsultationJsonTests
{
    [Fact]
    public void A_result_has_the_documents_names()
    {
        ConsultationResult result = new()
        {
            ConsultationId = "CL-1",
            Summary = SampleConversations.Good.Summary,
            Keywords = ["서류"],
            Titles = SampleConversations.Good.Titles,
            QualityScore = 0.99,
            ProcessingTime = 18.5,
        };

        JsonElement json = JsonSerializer.SerializeToElement(result, ConsultationJson.Options);

        Assert.Equal(["consultation_id", "summary", "keywords", "titles", "quality_score", "processing_time"], json.EnumerateObject().Select(property => property.Name));
        Assert.Equal(["customer", "agent", "result"], json.GetProperty("summary").EnumerateObject().Select(property => property.Name));
        Assert.Equal(["keyword", "descriptive"], json.GetProperty("titles").EnumerateObject().Select(property => property.Name));
    }

    [Fact]
    public void A_failed_one_has_its_error_alone() => Assert.Equal(
        """{"consultation_id":"CL-1","processing_time":0,"error":"It failed."}""",
        JsonSerializer.Serialize(new ConsultationResult { ConsultationId = "CL-1", Error = "It failed." }, ConsultationJson.Options));

    [Fact]
    public void An_item_keeps_its_metadata_and_its_priority()
    {
        ConsultationItem item = JsonSerializer.Deserialize<ConsultationItem>(
            """{"consultation_id":"CL-1","conversation_text":"고객: 네","metadata":{"call_date":"2025-09-13","duration":180},"priority":"high"}""", ConsultationJson.Options)!;

        Assert.Equal(("CL-1", ConsultationPriority.High, 180), (item.ConsultationId, item.Priority, item.Metadata!.Value.GetProperty("duration").GetInt32()));
    }

    [Fact]
    public void Korean_stays_readable() => Assert.Contains("고객", JsonSerializer.Serialize("고객", ConsultationJson.Options), StringComparison.Ordinal);
}
