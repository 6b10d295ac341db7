using FsCheck;
using FsCheck.Fluent;
using Workflows.Shared.Callbacks;
using Workflows.Shared.Consultation;

namespace Workflows.Shared.Tests.Callbacks;

public sealed class CallbackAddressTests
{
    [Theory]
    [InlineData("https://centerlink.api/webhook/analysis-complete")]
    [InlineData("https://CENTERLINK.api:8443/x?y=1")]
    [InlineData("HTTPS://centerlink.api")]
    [InlineData("https://hooks.example.com/x")]
    [InlineData("https://a.b.example.com/x")]
    [InlineData("https://8.8.4.4/x")]
    [InlineData("https://[2606:4700::1]/x")]
    public void An_address_of_a_listed_host_is_accepted(string url) => Assert.Null(Refusal(url));

    [Theory]
    [InlineData("https://example.com/x")]
    [InlineData("https://notexample.com/x")]
    [InlineData("https://example.com.evil.org/x")]
    [InlineData("https://centerlink.api.evil.org/x")]
    [InlineData("https://xcenterlink.api/x")]
    [InlineData("https://centerlink.api./x")]
    [InlineData("https://8.8.8.8/x")]
    [InlineData("https://127.0.0.1/x")]
    [InlineData("https://localhost/x")]
    public void A_host_that_is_not_listed_is_refused(string url) => Assert.Contains("CallbackHosts", Refusal(url), StringComparison.Ordinal);

    [Theory]
    [InlineData("https://0x7f.1/")]
    [InlineData("https://0x7f000001/")]
    [InlineData("https://0177.0.0.1/")]
    [InlineData("https://2130706433/")]
    [InlineData("https://127.1/")]
    [InlineData("https://[::ffff:127.0.0.1]/")]
    [InlineData("https://[::ffff:7f00:1]/")]
    [InlineData("https://[0:0:0:0:0:0:0:1]/")]
    [InlineData("https://[64:ff9b::127.0.0.1]/")]
    [InlineData("https://①②⑦.⓪.⓪.①/")]
    [InlineData("https://127.0.0.1./")]
    [InlineData("https://0/")]
    public void An_odd_notation_of_an_address_is_refused_also_where_any_name_is_allowed(string url) =>
        Assert.NotNull(CallbackAddress.Refuse(url, new CallbackRules { Hosts = ["*.1", "*.0.0.1", "centerlink.api"], AllowPrivate = true }));

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("centerlink.api/webhook")]
    [InlineData("//centerlink.api/webhook")]
    [InlineData("https:centerlink.api/webhook")]
    [InlineData("https:/centerlink.api/webhook")]
    [InlineData("https:///webhook")]
    [InlineData("ftp://centerlink.api/webhook")]
    [InlineData("file:///etc/passwd")]
    [InlineData("javascript:alert(1)")]
    [InlineData(" https://centerlink.api")]
    [InlineData("https://centerlink.api/a b")]
    [InlineData("https://centerlink.api/a\r\nX-Evil: 1")]
    [InlineData("https://centerlink.api\\@evil.org/")]
    public void What_is_no_absolute_web_address_is_refused(string? url) => Assert.StartsWith("A callback address is an absolute", Refusal(url), StringComparison.Ordinal);

    [Fact]
    public void A_long_address_is_refused() => Assert.Contains("2,048", Refusal("https://centerlink.api/" + new string('a', 2_048)), StringComparison.Ordinal);

    [Theory]
    [InlineData("https://user@centerlink.api/")]
    [InlineData("https://user:secret@centerlink.api/")]
    public void User_information_is_refused_and_not_repeated(string url)
    {
        string refusal = Refusal(url)!;

        Assert.Contains("password", refusal, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", refusal, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://centerlink.api/#x")]
    [InlineData("https://centerlink.api/#")]
    public void A_fragment_is_refused(string url) => Assert.Contains("fragment", Refusal(url), StringComparison.Ordinal);

    [Fact]
    public void Plain_http_is_refused_unless_private_callbacks_are_allowed()
    {
        Assert.Contains("https://", Refusal("http://centerlink.api/"), StringComparison.Ordinal);
        Assert.Null(CallbackAddress.Refuse("http://127.0.0.1:8080/x", new CallbackRules { Hosts = ["127.0.0.1"], AllowPrivate = true }));
    }

    [Fact]
    public void Without_listed_hosts_there_are_no_callbacks() => Assert.NotNull(CallbackAddress.Refuse("https://centerlink.api/", new ConsultationOptions()));

    [Fact]
    public void No_text_makes_it_throw() => Prop.ForAll<string>(text =>
    {
        _ = Refusal(text);
        _ = Refusal("https://" + text);
        _ = Refusal("https://centerlink.api" + text);
        return true;
    }).QuickCheckThrowOnFailure();

    private static string? Refusal(string? url) =>
        CallbackAddress.Refuse(url, new ConsultationOptions { CallbackHosts = ["centerlink.api", "*.example.com", "8.8.4.4", "[2606:4700::1]"] });
}
