using Workflows.Durable.Converters;

namespace Workflows.Runtime.Contract.Tests.Durable;

public sealed class JsonDataConverterTests
{
    [Fact]
    public void Null_stays_null_both_ways()
    {
        Assert.Null(JsonDataConverter.Default.Serialize(null));
        Assert.Null(JsonDataConverter.Default.Deserialize(null, typeof(string)));
        Assert.Equal(0, JsonDataConverter.Default.Deserialize<int>(null));
    }

    [Fact]
    public void By_default_names_stay_as_written_and_fields_are_included()
        => Assert.Equal("""{"Item1":1,"Item2":"a"}""", JsonDataConverter.Default.Serialize((1, "a")));

    [Fact]
    public void A_null_literal_is_read_as_the_default_value() => Assert.Null(JsonDataConverter.Default.Deserialize<string>("null"));
}
