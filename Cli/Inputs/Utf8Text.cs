using System.Text;

namespace Workflows.Cli.Inputs;

/// <summary>Text in UTF-8, with an error for people where it is something else.</summary>
internal static class Utf8Text
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The text, without a byte order mark.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <param name="what">What they were named as, to begin an error with.</param>
    /// <exception cref="CliException">They are no UTF-8.</exception>
    public static string Decode(byte[] bytes, string what)
    {
        try
        {
            return Strict.GetString(bytes).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException e)
        {
            throw CliException.BadUsage($"{what} is not UTF-8 text; convert it, for example: iconv -f CP949 -t UTF-8", e);
        }
    }
}
