using System.Security.Cryptography;
using System.Text;

namespace Workflows.Runtime.Engine.Journal;

/// <summary>Long texts, each kept once.</summary>
internal static class PayloadTable
{
    private const string AddSql = """
        INSERT INTO payloads(hash, refs, body) VALUES($1, 1, $2)
        ON CONFLICT(hash) DO UPDATE SET refs = refs + 1 RETURNING id
        """;

    /// <summary>What to put into a payload column for a text: itself, or the id of its one copy, which gains a reference.</summary>
    public static SqlValue Put(JournalSession session, string? text)
    {
        if (text is null || text.Length < JournalSchema.LargePayload)
        {
            return text;
        }

        byte[] hash = SHA256.HashData(Encoding.UTF8.GetBytes(text));
        return (long)session.Scalar(AddSql, hash, text)!;
    }
}
