using System.Text;

namespace Workflows.Shared.Tests.Subtitles;

/// <summary>Subtitle files, and what is left of them after some bytes were changed.</summary>
internal static class MutatedSubtitles
{
    private static readonly string[] Pieces =
        ["\n", "\r", "\n\n", "-->", "00:00:", ",", ".", "-", "<i>", "</v>", "<v ", "{\\an8}", "WEBVTT", "NOTE", "&#55357;", "&lt;", "99999999999", "\0", "\uFEFF", "é", "한", "[{", "\"", "STYLE\n", ":", "JOHN: "];

    public static IEnumerable<byte[]> Samples()
    {
        yield return Encoding.UTF8.GetBytes(SampleSubtitles.English);
        yield return Encoding.UTF8.GetBytes(SampleSubtitles.WebVtt);
        yield return Encoding.UTF8.GetBytes(SampleSubtitles.Korean);
        yield return CodePagesEncodingProvider.Instance.GetEncoding(949)!.GetBytes(SampleSubtitles.Korean);
        yield return CodePagesEncodingProvider.Instance.GetEncoding(932)!.GetBytes(SampleSubtitles.Japanese);
        yield return Encoding.Unicode.GetBytes(SampleSubtitles.English);
        yield return [.. Encoding.BigEndianUnicode.GetPreamble(), .. Encoding.BigEndianUnicode.GetBytes(SampleSubtitles.Japanese)];
        yield return """[{"start":1,"end":2.5,"text":"Hello."},{"start":"00:03.0","end":4,"text":"Yes.","speaker":"A"}]"""u8.ToArray();
    }

    public static byte[] Of(byte[] sample, Random random)
    {
        List<byte> file = [.. sample];
        for (int i = random.Next(1, 12); i > 0 && file.Count > 0; i--)
        {
            int at = random.Next(file.Count);
            int length = Math.Min(random.Next(1, 40), file.Count - at);
            switch (random.Next(6))
            {
                case 0:
                    file[at] = (byte)random.Next(256);
                    break;
                case 1:
                    file.RemoveRange(at, length);
                    break;
                case 2:
                    file.InsertRange(at, Encoding.UTF8.GetBytes(Pieces[random.Next(Pieces.Length)]));
                    break;
                case 3:
                    file.InsertRange(random.Next(file.Count), file.GetRange(at, length));
                    break;
                case 4:
                    file[at] = (byte)"0123456789:,->\n"[random.Next(15)];
                    break;
                default:
                    file.Reverse(at, Math.Min(length, 6));
                    break;
            }
        }

        return [.. file];
    }
}
