using System.Text.RegularExpressions;
using Workflows.Simulator.Answers.Rules;

namespace Workflows.Simulator.Answers.Expressions;

/// <summary>Phrases of Korean and Japanese; blanks and some endings make no difference.</summary>
internal static class EasternPhrases
{
    private static readonly (string Expression, string Pattern)[] Phrases =
    [
        ("눈치를 보다", "눈치(?:를)? ?(?:보|봐|봤|볼|본)"), ("손꼽아 기다리다", "손꼽아 ?기다(?:리|려|렸|릴|린)"), ("마음에 들다", "마음에 ?(?:들|든|드|듭)"),
        ("신경을 쓰다", "신경(?:을)? ?(?:쓰|써|썼|쓸|쓴)"), ("시간이 걸리다", "시간이? ?(?:걸리|걸려|걸렸|걸릴)"), ("약속을 지키다", "약속(?:을)? ?지(?:키|켜|켰|킬)"), ("큰일 나다", "큰일 ?(?:나|났|날|난)"),
        ("말이 되다", "말이? ?(?:되|돼|됐|될)"), ("정신을 차리다", "정신(?:을)? ?차(?:리|려|렸|릴)"), ("배를 놓치다", "배를 ?놓(?:치|쳐|쳤|칠)"), ("화가 나다", "화가 ?(?:나|났|날|난)"),
        ("楽しみにする", "楽しみにし"), ("気になる", "気にな"), ("気をつける", "気をつけ"), ("間に合う", "間に合"), ("仕方がない", "仕方がな"), ("約束を守る", "約束を守"),
        ("お世話になる", "お世話にな"), ("役に立つ", "役に立"), ("腹が立つ", "腹が立"), ("目を覚ます", "目を覚ま"),
    ];

    /// <summary>Each in a dictionary's form, and how it is found.</summary>
    public static IEnumerable<(string Expression, Regex Pattern)> All => Phrases.Select(phrase => (phrase.Expression, Pattern.Of(phrase.Pattern)));
}
