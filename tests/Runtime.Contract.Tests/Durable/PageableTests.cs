using Workflows.Durable;

namespace Workflows.Runtime.Contract.Tests.Durable;

public sealed class PageableTests
{
    [Fact]
    public async Task Items_of_all_pages_come_in_order_until_a_page_has_no_token()
    {
        AsyncPageable<int> numbers = Pageable.Create((token, _) => Task.FromResult(token switch
        {
            null => new Page<int>([1, 2], "b"),
            "b" => new Page<int>([], "c"),
            _ => new Page<int>([3]),
        }));

        List<int> seen = [];
        await foreach (int number in numbers)
        {
            seen.Add(number);
        }

        Assert.Equal([1, 2, 3], seen);
    }

    [Fact]
    public async Task Pages_begin_at_a_token_and_tell_the_source_the_size()
    {
        List<(string?, int?)> asked = [];
        AsyncPageable<int> numbers = Pageable.Create((token, size, _) =>
        {
            asked.Add((token, size));
            return Task.FromResult(new Page<int>([1]));
        });

        await foreach (Page<int> page in numbers.AsPages("x", 7))
        {
            Assert.Null(page.ContinuationToken);
        }

        Assert.Equal([("x", 7)], asked);
    }
}
