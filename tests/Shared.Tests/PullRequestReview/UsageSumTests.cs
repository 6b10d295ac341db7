using FsCheck;
using FsCheck.Fluent;
using Workflows.Shared.PullRequestReview;

namespace Workflows.Shared.Tests.PullRequestReview;

public class UsageSumTests
{
    private static readonly Gen<ModelUsage> Uses =
        from model in Gen.Elements("qwen3", "gptoss", "Qwen3")
        from calls in Gen.Choose(0, 5)
        from prompt in Gen.Elements(0L, 7, 3_000_000_000)
        from completion in Gen.Elements(0L, 9)
        from milliseconds in Gen.Choose(0, 100_000)
        select new ModelUsage { Model = model, Calls = calls, PromptTokens = prompt, CompletionTokens = completion, Seconds = milliseconds / 1000.0 };

    [Fact]
    public void Each_model_has_one_entry_with_the_sums_in_the_order_of_names() => Prop.ForAll(Uses.ListOf().ToArbitrary(), uses =>
    {
        var sums = UsageSum.Of(uses);

        Assert.Equal(uses.Select(use => use.Model).Distinct().Order(StringComparer.Ordinal), sums.Select(sum => sum.Model));
        Assert.All(sums, sum =>
        {
            var own = uses.Where(use => use.Model == sum.Model).ToList();
            Assert.Equal(own.Sum(use => use.Calls), sum.Calls);
            Assert.Equal(own.Sum(use => use.PromptTokens), sum.PromptTokens);
            Assert.Equal(own.Sum(use => use.CompletionTokens), sum.CompletionTokens);
            Assert.Equal(own.Sum(use => use.Seconds), sum.Seconds, 3);
        });
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_sum_of_sums_is_the_sum() => Prop.ForAll(Uses.ListOf().ToArbitrary(), uses =>
        Assert.Equal(UsageSum.Of(uses), UsageSum.Of(UsageSum.Of(uses)))).QuickCheckThrowOnFailure();
}
