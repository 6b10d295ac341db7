using System.Text.RegularExpressions;

namespace Workflows.Simulator.Answers.Expressions;

/// <summary>Phrasal verbs, idioms and collocations of English.</summary>
internal static class EnglishPhrases
{
    // "~" is where one or two words may stand: "pick ~ up" is found in "pick the tickets up".
    private static readonly string[] Phrases =
    [
        "look forward to", "pick ~ up", "give ~ up", "put up with", "run out of", "come up with", "get along with", "look after", "find ~ out", "figure ~ out", "turn ~ down", "call ~ off", "make ~ up",
        "get over", "hold on", "calm down", "show up", "hang out", "break down", "carry on", "end up", "keep up with", "let ~ down", "take ~ back", "think ~ over", "work ~ out", "grow up", "slow down",
        "miss the boat", "get one's hopes up", "run late", "keep an eye on", "take one's time", "make up one's mind", "change one's mind", "lose one's temper", "cross one's fingers", "piece of cake",
        "once in a while", "on the other hand", "by the way", "at the end of the day", "all of a sudden", "from now on", "in the long run", "sooner or later", "out of the blue", "under the weather",
        "break the ice", "call it a day", "get the hang of", "hit the road", "spill the beans", "get cold feet", "take it easy", "make sense", "make a difference", "pay attention", "take care of",
        "take a break", "have a point", "get rid of", "lose track of", "keep in touch", "be up to", "get going", "make a living", "take advantage of", "no matter what", "as soon as possible", "go ahead",
    ];

    private static readonly Dictionary<string, string> Irregular = new(StringComparer.Ordinal)
    {
        ["get"] = "gets|got|gotten|getting", ["give"] = "gives|gave|given|giving", ["put"] = "puts|putting", ["run"] = "runs|ran|running", ["come"] = "comes|came|coming", ["find"] = "finds|found|finding",
        ["make"] = "makes|made|making", ["hold"] = "holds|held|holding", ["show"] = "shows|showed|shown|showing", ["hang"] = "hangs|hung|hanging", ["break"] = "breaks|broke|broken|breaking",
        ["keep"] = "keeps|kept|keeping", ["let"] = "lets|letting", ["take"] = "takes|took|taken|taking", ["think"] = "thinks|thought|thinking", ["grow"] = "grows|grew|grown|growing",
        ["lose"] = "loses|lost|losing", ["hit"] = "hits|hitting", ["pay"] = "pays|paid|paying", ["have"] = "has|had|having|'ve", ["go"] = "goes|went|gone|going", ["be"] = "is|are|am|was|were|been|'s|'re|'m",
        ["spill"] = "spills|spilled|spilt|spilling", ["slow"] = "slows|slowed|slowing", ["miss"] = "misses|missed|missing", ["carry"] = "carries|carried|carrying", ["cross"] = "crosses|crossed|crossing",
        ["figure"] = "figures|figured|figuring", ["change"] = "changes|changed|changing", ["one's"] = "my|your|his|her|its|our|their",
    };

    private static readonly HashSet<string> Regular = new(StringComparer.Ordinal) { "look", "pick", "turn", "call", "calm", "end", "work" };

    /// <summary>Each in a dictionary's form, and how it is found in lower case.</summary>
    public static IEnumerable<(string Expression, Regex Pattern)> All => Phrases.Select(phrase => (phrase.Replace(" ~ ", " ", StringComparison.Ordinal), Compile(phrase)));

    private static Regex Compile(string phrase)
    {
        string[] words = phrase.Split(' ');
        string pattern = "";
        for (int i = 0; i < words.Length; i++)
        {
            // A phrase may go on in the next line, but not in the next sentence.
            pattern += words[i] == "~" ? @"(?:[ \n][a-z']+){0,2}" : (i == 0 ? "" : @"(?:[ \n-]| - )") + Forms(words[i]);
        }

        // Of these only the two free words can be tried in several ways, each in as many as it has letters; matching that never goes back would take half a second to prepare.
        return new Regex($@"\b{pattern}\b", RegexOptions.CultureInvariant);
    }

    private static string Forms(string word) =>
        Irregular.TryGetValue(word, out string? forms) ? $"(?:{word}|{forms})" : Regular.Contains(word) ? $"{word}(?:s|ed|ing)?" : word;
}
