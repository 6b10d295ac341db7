using Workflows.Shared.Consultation;

namespace Workflows.Shared.Tests.Consultation;

public sealed class ContentKeysTests
{
    private const string Batch = "BATCH-20250913-001";

    public static TheoryData<string> Keys =>
        [ContentKeys.Item(Batch, 7), ContentKeys.Result(Batch, 7), ContentKeys.Window(Batch, 7, 2), ContentKeys.Callback(Batch)];

    [Theory]
    [MemberData(nameof(Keys))]
    public void Everything_of_a_batch_lies_in_its_folder(string key) => Assert.StartsWith(ContentKeys.Batch(Batch), key, StringComparison.Ordinal);

    [Fact]
    public void A_consultations_windows_lie_in_a_folder_of_their_own() => Assert.StartsWith(ContentKeys.Windows(Batch, 7), ContentKeys.Window(Batch, 7, 2), StringComparison.Ordinal);

    [Fact]
    public void No_two_things_have_one_key() => Assert.Distinct(
        Enumerable.Range(0, 3).SelectMany(index => new[] { ContentKeys.Item(Batch, index), ContentKeys.Result(Batch, index), ContentKeys.Window(Batch, index, 0), ContentKeys.Window(Batch, index, 1) }));
}
