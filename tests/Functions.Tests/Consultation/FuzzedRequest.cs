using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Workflows.Functions.Consultation;

/// <summary>Bodies and keys that nobody should send, the same for the same number.</summary>
internal static class FuzzedRequest
{
    /// <summary>What stands in every text of the bodies, so that it would be seen where it must not be.</summary>
    public const string Mark = "zq7마크";

    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly string[] Names = ["consultation_id", "conversation_text", "bound_key", "priority", "consultations", "metadata", "callback_url", "index", "batch_id", "client_id", ""];

    /// <summary>A body for a route.</summary>
    public static byte[] Body(Random random, bool isBatch, string key) => random.Next(20) switch
    {
        0 => Broken(random),
        1 => Encoding.UTF8.GetBytes(Value(random, 0)),
        2 => Encoding.UTF8.GetBytes(Deep(random, 30 + random.Next(60))),
        < 12 => Damaged(Encoding.UTF8.GetBytes(Request(random, isBatch, key)), random),
        _ => Encoding.UTF8.GetBytes(Request(random, isBatch, key)),
    };

    /// <summary>A text of a megabyte or a nesting of a hundred thousand.</summary>
    public static byte[] Huge(Random random, bool isBatch)
    {
        string text = random.Next(4) switch
        {
            0 => string.Concat(Enumerable.Repeat(Mark, 130_000)),
            1 => new string('\u0000', 1_000).Replace("\u0000", "\\u0000", StringComparison.Ordinal) + Mark,
            2 => string.Concat(Enumerable.Repeat("\\ud83d\\ude00", 60_000)) + Mark,
            _ => string.Concat(Enumerable.Repeat($"고객: {Mark}\\n상담사: 네.\\n", 20_000)),
        };
        string item = $$"""{"consultation_id":"1","conversation_text":"{{text}}"}""";
        return Encoding.UTF8.GetBytes(random.Next(5) == 0 ? Deep(random, 100_000) : isBatch ? $$"""{"consultations":[{{item}}]}""" : item);
    }

    /// <summary>A key that is none, or now and then one.</summary>
    public static string? Key(Random random, string good) => random.Next(12) switch
    {
        0 => null,
        1 => "",
        2 => good[..random.Next(good.Length)],
        3 => good + (char)('0' + random.Next(10)),
        4 => good.Replace(':', (char)random.Next(33, 127)),
        5 => $"{good.Split(':')[0]}:{random.NextInt64()}:{good.Split(':')[2]}",
        6 => $"{new string('c', random.Next(2_000))}:1:{good.Split(':')[2]}",
        7 => string.Concat(Enumerable.Range(0, random.Next(1, 100)).Select(_ => (char)random.Next(32, 127))),
        8 => string.Concat(Enumerable.Range(0, random.Next(1, 50)).Select(_ => (char)random.Next(0xa0, 0xff))),
        _ => good,
    };

    private static string Request(Random random, bool isBatch, string key)
    {
        List<string> fields = isBatch
            ? [Field("consultations", random.Next(6) == 0 ? Value(random, 2) : $"[{string.Join(',', Enumerable.Range(0, random.Next(4)).Select(_ => random.Next(8) == 0 ? Value(random, 3) : Item(random)))}]")]
            : [.. ItemFields(random)];
        if (random.Next(3) == 0)
        {
            fields.Add(Field("bound_key", random.Next(3) == 0 ? Value(random, 2) : JsonSerializer.Serialize(key)));
        }

        if (random.Next(4) == 0)
        {
            fields.Add(Field("priority", random.Next(2) == 0 ? "\"high\"" : Value(random, 1)));
        }

        if (random.Next(4) == 0)
        {
            fields.Add(Field("callback_url", random.Next(2) == 0 ? Value(random, 1) : JsonSerializer.Serialize($"https://centerlink.api/hook?token={Mark}{Odd(random)}", Readable)));
        }

        if (random.Next(4) == 0)
        {
            fields.Add(Field(Names[random.Next(Names.Length)], Value(random, 2)));
        }

        return $"{{{string.Join(',', fields.OrderBy(_ => random.Next()))}}}";
    }

    private static string Item(Random random) => $"{{{string.Join(',', ItemFields(random))}}}";

    private static IEnumerable<string> ItemFields(Random random)
    {
        if (random.Next(12) > 0)
        {
            yield return Field("consultation_id", random.Next(8) == 0 ? Value(random, 1) : $"\"CL-{random.Next()}\"");
        }

        if (random.Next(12) > 0)
        {
            yield return Field("conversation_text", random.Next(5) == 0 ? Value(random, 2) : Text(random));
        }

        if (random.Next(3) == 0)
        {
            yield return Field("metadata", random.Next(2) == 0 ? Value(random, 2) : $"{{\"a\":{Value(random, 1)}}}");
        }
    }

    private static string Field(string name, string value) => $"\"{name}\":{value}";

    private static string Value(Random random, int depth) => random.Next(depth > 3 ? 10 : 13) switch
    {
        0 => "null",
        1 => random.Next(2) == 0 ? "true" : "false",
        2 => random.Next(-5, 5).ToString(System.Globalization.CultureInfo.InvariantCulture),
        3 => "1e" + new string('9', random.Next(1, 400)),
        4 => "-0." + new string('0', random.Next(300)) + "1",
        5 => "\"\\ud83d\"",
        6 => "\"\\u0000\\u001f\\u202e\"",
        7 => "\"\"",
        8 or 9 => Text(random),
        10 => $"[{string.Join(',', Enumerable.Range(0, random.Next(4)).Select(_ => Value(random, depth + 1)))}]",
        _ => $"{{{string.Join(',', Enumerable.Range(0, random.Next(4)).Select(_ => Field(random.Next(6) == 0 ? "\\udc00" + Mark : Names[random.Next(Names.Length)], Value(random, depth + 1))))}}}",
    };

    private static string Text(Random random) => JsonSerializer.Serialize($"고객: {Mark} {Odd(random)} 환불\n상담사: {Mark}", random.Next(2) == 0 ? Readable : JsonSerializerOptions.Default);

    private static string Odd(Random random) => string.Concat(Enumerable.Range(0, random.Next(12)).Select(_ => (char)random.Next(random.Next(3) == 0 ? 0xd800 : 0x7f)));

    private static string Deep(Random random, int levels) => random.Next(2) == 0
        ? new string('[', levels) + $"\"{Mark}\"" + new string(']', levels)
        : string.Concat(Enumerable.Repeat("{\"consultations\":", levels)) + $"\"{Mark}\"" + new string('}', levels);

    private static byte[] Broken(Random random)
    {
        byte[] bytes = new byte[random.Next(200)];
        random.NextBytes(bytes);
        return bytes;
    }

    private static byte[] Damaged(byte[] body, Random random)
    {
        for (int i = random.Next(4); i >= 0 && body.Length > 0; i--)
        {
            int at = random.Next(body.Length);
            switch (random.Next(4))
            {
                case 0:
                    body[at] = (byte)random.Next(256);
                    break;
                case 1:
                    body = body[..at];
                    break;
                case 2:
                    body = [.. body[..at], .. body[random.Next(body.Length)..]];
                    break;
                default:
                    body = [.. body[..at], 0xff, 0xc0, 0x00, .. body[at..]];
                    break;
            }
        }

        return body;
    }
}
