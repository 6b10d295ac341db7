namespace Workflows.Simulator.Answers.Expressions;

/// <summary>What is told about an expression: that it is simulated, in a language.</summary>
/// <param name="Translation">In place of a translation.</param>
/// <param name="Meaning">In place of a meaning.</param>
/// <param name="Usage">In place of a note on usage.</param>
internal sealed record SimulatedNotes(string Translation, string Meaning, string Usage)
{
    private static readonly SimulatedNotes English = new("Simulated translation", "Simulated: no meaning is told here.", "Simulated: no usage is told here.");

    private static readonly Dictionary<string, SimulatedNotes> ByLanguage = new(StringComparer.Ordinal)
    {
        ["Arabic"] = new("ترجمة محاكاة", "محاكاة: لا يُذكر المعنى هنا.", "محاكاة: لا يُذكر الاستعمال هنا."),
        ["Chinese"] = new("模拟的翻译", "模拟：这里不说明含义。", "模拟：这里不说明用法。"),
        ["Dutch"] = new("Gesimuleerde vertaling", "Gesimuleerd: hier staat geen betekenis.", "Gesimuleerd: hier staat geen gebruik."),
        ["English"] = English,
        ["French"] = new("Traduction simulée", "Simulé : aucun sens n'est donné ici.", "Simulé : aucun usage n'est donné ici."),
        ["German"] = new("Simulierte Übersetzung", "Simuliert: Hier steht keine Bedeutung.", "Simuliert: Hier steht kein Gebrauch."),
        ["Hindi"] = new("कृत्रिम अनुवाद", "कृत्रिम उत्तर: यहाँ अर्थ नहीं बताया गया है।", "कृत्रिम उत्तर: यहाँ प्रयोग नहीं बताया गया है।"),
        ["Indonesian"] = new("Terjemahan simulasi", "Simulasi: makna tidak diberikan di sini.", "Simulasi: pemakaian tidak diberikan di sini."),
        ["Italian"] = new("Traduzione simulata", "Simulato: qui non è dato alcun significato.", "Simulato: qui non è dato alcun uso."),
        ["Japanese"] = new("模擬の訳", "模擬の回答です。意味は説明しません。", "模擬の回答です。使い方は説明しません。"),
        ["Korean"] = new("모의 번역", "모의 답변이라 뜻을 설명하지 않습니다.", "모의 답변이라 쓰임을 설명하지 않습니다."),
        ["Polish"] = new("Symulowane tłumaczenie", "Symulacja: znaczenia tu nie podano.", "Symulacja: użycia tu nie podano."),
        ["Portuguese"] = new("Tradução simulada", "Simulado: aqui não se dá o significado.", "Simulado: aqui não se dá o uso."),
        ["Russian"] = new("Смоделированный перевод", "Симуляция: значение здесь не указано.", "Симуляция: употребление здесь не указано."),
        ["Spanish"] = new("Traducción simulada", "Simulado: aquí no se da el significado.", "Simulado: aquí no se da el uso."),
        ["Thai"] = new("คำแปลจำลอง", "คำตอบจำลอง ไม่ได้อธิบายความหมาย", "คำตอบจำลอง ไม่ได้อธิบายการใช้"),
        ["Turkish"] = new("Benzetim çevirisi", "Benzetim: anlam burada verilmez.", "Benzetim: kullanım burada verilmez."),
        ["Ukrainian"] = new("Змодельований переклад", "Симуляція: значення тут не вказано.", "Симуляція: вживання тут не вказано."),
        ["Vietnamese"] = new("Bản dịch mô phỏng", "Mô phỏng: nghĩa không được nêu ở đây.", "Mô phỏng: cách dùng không được nêu ở đây."),
    };

    /// <summary>In a language by its English name; in English where it is not known.</summary>
    public static SimulatedNotes In(string language) => ByLanguage.GetValueOrDefault(language, English);
}
