using System.Text;
using Workflows.Activities.Content;

namespace Workflows.Activities.Tests.Content;

/// <summary>What every content store does.</summary>
public abstract class ContentStoreTests
{
    private protected static CancellationToken Stop => TestContext.Current.CancellationToken;

    private protected abstract IContentStore Store();

    [Fact]
    public async Task What_is_put_is_there_and_putting_it_again_replaces_all_of_it()
    {
        IContentStore store = Store();

        await PutAsync(store, "consultations/a/1.json", "a long text at first, 긴 글");
        await PutAsync(store, "consultations/a/1.json", "짧은 글");

        Assert.Equal("짧은 글", await GetAsync(store, "consultations/a/1.json"));
    }

    [Fact]
    public async Task What_nobody_put_is_not_there()
    {
        IContentStore store = Store();
        Assert.Null(await GetAsync(store, "a"));
        await PutAsync(store, "a/b", "x");

        Assert.Null(await GetAsync(store, "a/c"));
        Assert.Null(await GetAsync(store, "c/b"));
    }

    [Fact]
    public async Task Content_may_be_empty_and_a_megabyte_large()
    {
        IContentStore store = Store();

        await PutAsync(store, "empty", "");
        await PutAsync(store, "large", new string('x', 3_000_000));

        Assert.Equal(("", 3_000_000), (await GetAsync(store, "empty"), (await GetAsync(store, "large"))!.Length));
    }

    [Fact]
    public async Task A_folder_is_deleted_with_all_in_it_and_nothing_beside_it()
    {
        IContentStore store = Store();
        foreach (string key in (string[])["a/1", "a/b/2", "a/b/c/3", "ab/4", "b/a/5"])
        {
            await PutAsync(store, key, key);
        }

        await store.DeleteAsync("a/", Stop);
        await store.DeleteAsync("a/", Stop);

        foreach (string gone in (string[])["a/1", "a/b/2", "a/b/c/3"])
        {
            Assert.Null(await GetAsync(store, gone));
        }

        Assert.Equal(("ab/4", "b/a/5"), (await GetAsync(store, "ab/4"), await GetAsync(store, "b/a/5")));
    }

    [Fact]
    public async Task Deleting_what_was_never_there_is_no_error() => await Store().DeleteAsync("nothing/", Stop);

    [Fact]
    public async Task Different_keys_are_written_at_once_and_one_key_by_many_has_the_whole_of_one()
    {
        IContentStore store = Store();

        await Task.WhenAll(Enumerable.Range(0, 30).Select(i => PutAsync(store, $"many/{i}", $"{i}")));
        string[] texts = [.. Enumerable.Range(0, 8).Select(i => new string((char)('a' + i), 100_000))];
        await Task.WhenAll(texts.Select(text => PutAgainAsync(store, "one", text)));

        Assert.Equal(Enumerable.Range(0, 30).Select(i => $"{i}"), await Task.WhenAll(Enumerable.Range(0, 30).Select(i => GetAsync(store, $"many/{i}"))));
        Assert.Contains(await GetAsync(store, "one"), texts);
    }

    [Theory]
    [InlineData("")]
    [InlineData("/")]
    [InlineData("/etc/passwd")]
    [InlineData("a//b")]
    [InlineData("a/")]
    [InlineData("../a")]
    [InlineData("a/../b")]
    [InlineData("a/./b")]
    [InlineData(".a")]
    [InlineData("a\\b")]
    [InlineData("a b")]
    [InlineData("a%2fb")]
    [InlineData("a\0b")]
    [InlineData("가")]
    [InlineData("C:a")]
    public async Task Keys_that_could_be_taken_for_something_else_are_refused(string key)
    {
        IContentStore store = Store();

        await Assert.ThrowsAsync<ArgumentException>(nameof(key), () => PutAsync(store, key, "x"));
        await Assert.ThrowsAsync<ArgumentException>(nameof(key), () => GetAsync(store, key));
        await Assert.ThrowsAsync<ArgumentException>(nameof(key), () => store.DeleteAsync(key + "/", Stop));
    }

    [Theory]
    [InlineData("")]
    [InlineData("a")]
    public async Task A_folder_ends_with_its_slash(string folder)
    {
        IContentStore store = Store();
        await PutAsync(store, "a/b", "x");

        await Assert.ThrowsAsync<ArgumentException>("key", () => store.DeleteAsync(folder, Stop));

        Assert.Equal("x", await GetAsync(store, "a/b"));
    }

    private protected static Task PutAsync(IContentStore store, string key, string text) => store.PutAsync(key, Encoding.UTF8.GetBytes(text), Stop);

    private protected static async Task<string?> GetAsync(IContentStore store, string key) => await store.GetAsync(key, Stop) is { } content ? Encoding.UTF8.GetString(content.Span) : null;

    /// <summary>Of two that write at once one may fail, and then writes again, as the activities do.</summary>
    private static async Task PutAgainAsync(IContentStore store, string key, string text)
    {
        for (int attempt = 1; ; attempt++)
        {
            try
            {
                await PutAsync(store, key, text);
                return;
            }
            catch (Azure.RequestFailedException) when (attempt < 20)
            {
                await Task.Yield();
            }
        }
    }
}
