using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Workflows.Durable.Entities;

namespace Workflows.Runtime.Contract.Tests.Durable.Entities;

public sealed class EntityInstanceIdTests
{
    [Fact]
    public void The_name_is_kept_in_lower_case_and_the_key_as_it_is()
        => Assert.Equal("@modelfleet@Small-1", new EntityInstanceId("ModelFleet", "Small-1").ToString());

    [Fact]
    public void Ids_are_the_same_whatever_the_case_of_the_name()
    {
        Assert.Equal(new EntityInstanceId("Fleet", "a"), new EntityInstanceId("FLEET", "a"));
        Assert.NotEqual(new EntityInstanceId("Fleet", "a"), new EntityInstanceId("Fleet", "A"));
    }

    [Fact]
    public void Every_key_survives_the_text_form_and_json()
        => Prop.ForAll<NonNull<string>>(key =>
        {
            EntityInstanceId id = new("fleet", key.Get);
            return EntityInstanceId.FromString(id.ToString()) == id
                && (key.Get.Any(char.IsSurrogate) || JsonSerializer.Deserialize<EntityInstanceId>(JsonSerializer.Serialize(id)) == id);
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("fleet@a")]
    [InlineData("@fleet")]
    [InlineData("@@a")]
    [InlineData("@")]
    [InlineData("")]
    public void Text_of_another_form_is_refused(string text)
    {
        Assert.Throws<ArgumentException>(() => EntityInstanceId.FromString(text));
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<EntityInstanceId>(JsonSerializer.Serialize(text)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("a@b")]
    public void A_name_is_neither_empty_nor_holds_the_separator(string name)
        => Assert.Throws<ArgumentException>(nameof(name), () => new EntityInstanceId(name, "key"));
}
