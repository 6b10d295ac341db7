using FsCheck;
using FsCheck.Fluent;
using Workflows.Shared.PullRequestReview.Findings;

namespace Workflows.Shared.Tests.PullRequestReview.Findings;

public class SymbolCheckTests
{
    private const string Shown = "file: a.cs\n+     12 | var userName = _store.Load(id);\n";

    [Theory]
    [InlineData("`FindUser` may return null.")]
    [InlineData("`Cache.Evict(key)` is called twice.")]
    [InlineData("First `NoSuch`, then `Other_One`.")]
    [InlineData("`user_name` is never set.")]
    public void Nothing_but_invented_names(string text) => Assert.True(SymbolCheck.NamesOnlyUnknown(text, Shown));

    [Theory]
    [InlineData("`Load` may return null.")]
    [InlineData("`userName` is compared with `OtherName`.")]
    [InlineData("`Cache.Load(key)` is called twice.")]
    [InlineData("Load may call FindUser.")]
    [InlineData("The call lacks `await`.")]
    [InlineData("`12` and `3` and `x`.")]
    [InlineData("`")]
    [InlineData("``")]
    [InlineData("An open `FindUser")]
    [InlineData("")]
    public void Names_that_are_shown_or_prove_nothing(string text) => Assert.False(SymbolCheck.NamesOnlyUnknown(text, Shown));

    [Fact]
    public void Whatever_is_quoted_from_what_was_shown_is_never_an_invention() => Prop.ForAll(
        ArbMap.Default.ArbFor<NonNull<string>>(),
        text => Assert.False(SymbolCheck.NamesOnlyUnknown($"`{text.Get.Replace('`', ' ')}`", text.Get.Replace('`', ' ')))).QuickCheckThrowOnFailure();
}
