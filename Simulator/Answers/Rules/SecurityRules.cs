using System.Text.RegularExpressions;
using Workflows.Simulator.Answers.Diffs;

namespace Workflows.Simulator.Answers.Rules;

/// <summary>Checks for openings to attackers (task F3).</summary>
internal static class SecurityRules
{
    private static readonly Regex SqlText = Pattern.Of(@"[""'`]\s*(select\s.+\sfrom|insert\s+into|update\s.+\sset|delete\s+from)\s", ignoreCase: true);
    private static readonly Regex Joined = Pattern.Of(@"[""'`]\s*\+\s*\w|\w\s*\+\s*[""'`]|\$@?""[^""]*\{|@\$""[^""]*\{|\bf[""'][^""']*\{|\$\{\w|[""']\s*%\s*[\w(]|\.format\(|Sprintf\(|String\.format\(|[""']\s*\.\s*\$\w", ignoreCase: true);
    private static readonly Regex Eval = Pattern.Of(@"(^|[^\w.])(eval|exec)\s*\(|\bnew Function\(");
    private static readonly Regex ShellCall = Pattern.Of(@"\bos\.(system|popen)\(|\bshell\s*=\s*True|\bchild_process\b.*\bexec(Sync)?\(|(^|[^\w])exec(Sync)?\(`|\bRuntime\.getRuntime\(\)\.exec\(|\bProcess\.Start\(\$|\bProcess\.Start\([^)]*\+");
    private static readonly Regex UnsafeHtml = Pattern.Of(@"\.innerHTML\s*\+?=[^=]|dangerouslySetInnerHTML|document\.write\(|v-html=|\bHtml\.Raw\(");
    private static readonly Regex Unpickle = Pattern.Of(@"\bpickle\.loads?\(|\byaml\.load\(|\bBinaryFormatter\b|\bObjectInputStream\(|\bunserialize\(|\bmarshal\.loads\(");
    private static readonly Regex NoVerification = Pattern.Of(@"\bverify\s*=\s*False|\bInsecureSkipVerify:\s*true|\brejectUnauthorized:\s*false|ServerCertificate\w*Callback.*=>\s*true|DangerousAcceptAnyServerCertificateValidator|curl\s+.*(-k|--insecure)\b|NODE_TLS_REJECT_UNAUTHORIZED");
    private static readonly Regex WeakHash = Pattern.Of(@"\b(MD5|SHA1)(\.|\()|\bmd5\(|\bhashlib\.(md5|sha1)\(|createHash\(['""](md5|sha1)['""]|getInstance\(""(MD5|SHA-1|DES)""|\bmd5\.(New|Sum)\(");
    private static readonly Regex WeakRandom = Pattern.Of(@"(token|password|secret|nonce|salt|session|otp|key)\w*\s*:?=.*(\bMath\.random\(|\bnew Random\(|\brandom\.(random|randint|choice|choices)\(|\brand\.(Int|Intn)\(|\brand\(\))", ignoreCase: true);
    private static readonly Regex OpenCors = Pattern.Of(@"AllowAnyOrigin\(\)|Access-Control-Allow-Origin['""]?\s*[:,]\s*['""]\*|origins?\s*[:=]\s*\[?['""]\*['""]", ignoreCase: true);

    /// <summary>All rules of this kind.</summary>
    public static IReadOnlyList<LineRule> All { get; } =
        [SqlFromText, EvaluatedText, ShellFromText, RawHtml, UnsafeDeserialization, CertificateNotChecked, WeakDigest, GuessableSecret, AnyOrigin];

    private static RuleHit? SqlFromText(LineProbe line) =>
        line.Language.IsCode() && line.Line.Comment.Length == 0 && SqlText.IsMatch(line.Line.Text + " ") && Joined.IsMatch(line.Line.Text)
            ? new RuleHit(Severity.Critical, "sql-injection", "SQL is put together from values", $"The statement at {line.Names} is built by joining text with values; a value that holds a quote changes the statement. Use parameters.", null, 0.9)
            : null;

    private static RuleHit? EvaluatedText(LineProbe line) =>
        line.Is(Language.Python, Language.Script, Language.Php, Language.Ruby) && Eval.Match(line.Code) is { Success: true } match && !line.Code.Contains("RegExp", StringComparison.Ordinal)
            ? new RuleHit(Severity.High, "code-injection", "Text is run as code", $"`{match.Value.Trim(' ', '(', '=', ';', '{')}` runs whatever it is given; anyone who can influence that text runs code here.", null, 0.88)
            : null;

    private static RuleHit? ShellFromText(LineProbe line) =>
        line.Language.IsCode() && ShellCall.IsMatch(line.Code)
            ? new RuleHit(Severity.High, "command-injection", "Command goes through a shell", $"{line.Names} hands a text to a shell, which also runs what is smuggled into it; pass the arguments as a list.", null, 0.82)
            : null;

    private static RuleHit? RawHtml(LineProbe line) =>
        line.Language.IsCode() && UnsafeHtml.Match(line.Code) is { Success: true } match
            ? new RuleHit(Severity.High, "cross-site-scripting", "Text goes into the page as markup", $"{line.Names}: `{match.Value.Trim(' ', '=', '.', '(', '+')}` takes markup as it is, scripts included; set text or sanitise it.", null, 0.8)
            : null;

    private static RuleHit? UnsafeDeserialization(LineProbe line) =>
        line.Language.IsCode() && Unpickle.Match(line.Code) is { Success: true } match && !line.Code.Contains("SafeLoader", StringComparison.Ordinal)
            ? new RuleHit(Severity.High, "unsafe-deserialization", "Data can bring its own code", $"`{match.Value.TrimEnd('(')}` makes whatever objects the data asks for; on data from outside that runs foreign code.", null, 0.85)
            : null;

    private static RuleHit? CertificateNotChecked(LineProbe line) =>
        !line.Is(Language.Prose) && NoVerification.IsMatch(line.Code)
            ? new RuleHit(Severity.Critical, "no-certificate-check", "Certificates are not checked", $"{line.Names} accepts any certificate, so that anyone on the way can pose as the server.", null, 0.93)
            : null;

    private static RuleHit? WeakDigest(LineProbe line) =>
        line.Language.IsCode() && WeakHash.Match(line.Line.Text) is { Success: true } match && line.Line.Comment.Length == 0
            ? new RuleHit(Severity.Medium, "weak-hash", "Broken hash function", $"`{match.Value.TrimEnd('(', '.')}` can be forged; take SHA-256 or, for passwords, a password hash.", null, 0.8)
            : null;

    private static RuleHit? GuessableSecret(LineProbe line) =>
        line.Language.IsCode() && WeakRandom.IsMatch(line.Code)
            ? new RuleHit(Severity.High, "weak-random", "Secret from a guessable source", $"{line.Names} comes from a generator whose output can be foretold; use a cryptographic one.", null, 0.85)
            : null;

    private static RuleHit? AnyOrigin(LineProbe line) =>
        !line.Is(Language.Prose) && OpenCors.IsMatch(line.Line.Text) && line.Line.Comment.Length == 0
            ? new RuleHit(Severity.Medium, "open-cors", "Every site may call", $"{line.Names} lets pages of any origin read the answers; name the origins that may.", null, 0.8)
            : null;
}
