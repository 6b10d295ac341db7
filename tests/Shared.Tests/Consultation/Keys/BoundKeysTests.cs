using FsCheck;
using FsCheck.Fluent;
using Workflows.Shared.Consultation;

namespace Workflows.Shared.Tests.Consultation.Keys;

public sealed class BoundKeysTests
{
    private const string Secret = "a-secret-of-enough-length";
    private const string OtherSecret = "another-secret-of-enough-length";
    private static readonly DateTimeOffset Now = new(2025, 9, 13, 14, 0, 0, TimeSpan.Zero);

    private readonly BoundKeys _keys = new(new ConsultationOptions
    {
        Clients =
        {
            ["center"] = new ConsultationClientOptions { Secrets = [Secret, OtherSecret] },
            ["long"] = new ConsultationClientOptions { Secrets = [new string('s', 100)] },
        },
    });

    [Fact]
    public void A_key_is_the_documents_hmac_over_client_and_timestamp()
    {
        // Made with: printf 'center:1757772000' | openssl dgst -sha256 -hmac a-secret-of-enough-length
        Assert.Equal("center:1757772000:4f43244a99f74a592f5b14dacc797f6ded71fc03953598578fac6ddf8b24fc72", BoundKey.Make("center", Secret, Now));
    }

    [Theory]
    [InlineData(Secret)]
    [InlineData(OtherSecret)]
    public void Each_of_a_clients_secrets_is_accepted(string secret) => Assert.Equal("center", _keys.Check(BoundKey.Make("center", secret, Now), Now));

    [Fact]
    public void A_secret_longer_than_a_block_works_too() => Assert.Equal("long", _keys.Check(BoundKey.Make("long", new string('s', 100), Now), Now));

    [Theory]
    [InlineData(-300, true)]
    [InlineData(300, true)]
    [InlineData(-301, false)]
    [InlineData(301, false)]
    [InlineData(-1_000_000, false)]
    public void A_key_is_valid_for_300_seconds_either_way(int seconds, bool isValid) =>
        Assert.Equal(isValid, _keys.Check(BoundKey.Make("center", Secret, Now.AddSeconds(seconds)), Now) is not null);

    [Fact]
    public void Another_secret_is_refused() => Assert.Null(_keys.Check(BoundKey.Make("center", "a-wrong-secret-of-length", Now), Now));

    [Fact]
    public void An_unknown_client_is_refused() => Assert.Null(_keys.Check(BoundKey.Make("nobody", Secret, Now), Now));

    [Fact]
    public void One_clients_secret_does_not_open_anothers_door() => Assert.Null(_keys.Check(BoundKey.Make("long", Secret, Now), Now));

    [Fact]
    public void Without_clients_every_key_is_refused() => Assert.Null(new BoundKeys(new ConsultationOptions()).Check(BoundKey.Make("center", Secret, Now), Now));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("center")]
    [InlineData("center:1757772000")]
    [InlineData("::")]
    [InlineData("center:1757772000:zz")]
    [InlineData(":1757772000:0000000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("center:-1:0000000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("center:9999999999999:0000000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("cen ter:1757772000:0000000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("center:1757772000:0000000000000000000000000000000000000000000000000000000000000000:more")]
    [InlineData("상담:1757772000:0000000000000000000000000000000000000000000000000000000000000000")]
    public void What_has_not_the_form_of_a_key_is_refused(string? key) => Assert.Null(_keys.Check(key, Now));

    [Fact]
    public void A_changed_character_anywhere_breaks_a_key() => Prop.ForAll(
        (from at in Gen.Choose(0, 81) from to in Gen.Elements("0123456789abcdefxyz:- ".ToCharArray()) select (at, to)).ToArbitrary(),
        change =>
        {
            char[] key = BoundKey.Make("center", Secret, Now).ToCharArray();
            bool isSame = key[change.at] == change.to;
            key[change.at] = change.to;
            return _keys.Check(new string(key), Now) is not null == isSame;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Whatever_is_sent_as_a_key_is_no_error() => Prop.ForAll<string?>(key => _keys.Check(key, Now) is null).QuickCheckThrowOnFailure();
}
