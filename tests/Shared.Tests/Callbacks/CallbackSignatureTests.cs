using Workflows.Shared.Callbacks;

namespace Workflows.Shared.Tests.Callbacks;

public sealed class CallbackSignatureTests
{
    /// <summary>The expected text is from: <c>printf '1757779725.{"a":1}' | openssl dgst -sha256 -hmac 0123456789abcdef</c>.</summary>
    [Fact]
    public void The_signature_is_over_the_timestamp_a_dot_and_the_body() =>
        Assert.Equal("c1e8bef8709a52ce72d4ccfbf715f439588d9676cb2614d05b8c6406599c8ef6", CallbackSignature.Of("0123456789abcdef", "1757779725", """{"a":1}"""u8));

    [Fact]
    public void Another_time_another_body_and_another_secret_are_other_signatures() => Assert.Equal(4, new HashSet<string>
    {
        CallbackSignature.Of("0123456789abcdef", "1", "a"u8),
        CallbackSignature.Of("0123456789abcdef", "2", "a"u8),
        CallbackSignature.Of("0123456789abcdef", "1", "b"u8),
        CallbackSignature.Of("0123456789abcdeg", "1", "a"u8),
    }.Count);
}
