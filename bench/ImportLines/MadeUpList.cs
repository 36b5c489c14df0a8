using System.Globalization;
using System.Text;

namespace Causeway.ImportLines;

/// <summary>A list as schools have them: names, phones in several writings, mails, languages, areas; all of it invented.</summary>
internal static class MadeUpList
{
    private static readonly string[] Given = "Ana Bo Chen Dora Emil Farah Goran Hana Ivo Jana Karim Lea Mina Noor Olga Pavel Quin Rosa Sami Tove Uma Vera Wim Xenia Yara Zoe".Split(' ');
    private static readonly string[] Professions = ["Psychologist", "Speech therapist", "Child psychiatrist", "Family counsellor", "Social worker", "Occupational therapist", "Paediatrician", "School counsellor"];
    private static readonly string[] Languages = ["English", "German (native), English", "Korean, English (fluent)", "Arabic; French", "Spanish", "Mandarin, English", ""];
    private static readonly string[] Help = ["anxiety, low mood", "stammering and late talking", "grief; trauma", "learning difficulties", "eating", "assessment of attention"];
    private static readonly string[] Areas = ["North", "Harbour", "Old Town", "Hillside", "Riverbank", "West End"];

    public static async Task WriteAsync(string file, int lines)
    {
        await using var writer = new StreamWriter(file, append: false, new UTF8Encoding(false));
        await writer.WriteLineAsync("Name,Profession,Organisation,Phone,Email,Languages,Ages,Help offered,Address,Area,Fee,Notes");
        for (var i = 0; i < lines; i++)
        {
            var family = Word(i);
            var given = Given[i % Given.Length];
            var clinic = $"{Word((i / 7) + 500_000)} {((i & 1) == 0 ? "Clinic" : "Practice")}";
            var phone = (i % 3) switch { 0 => $"+49 40 555{i % 10_000:0000}", 1 => $"040 / 555 {i % 10_000:0000}", _ => $"(040) 555-{i % 10_000:0000}" };
            await writer.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture,
                $"\"{(i % 11 == 0 ? "Dr " : "")}{given} {family}\",{Professions[i % Professions.Length]},{clinic},{phone},{given.ToLowerInvariant()}.{family.ToLowerInvariant()}{i}@{Word((i / 7) + 500_000).ToLowerInvariant()}.example,\"{Languages[i % Languages.Length]}\",{3 + (i % 6)}-{12 + (i % 7)},\"{Help[i % Help.Length]}\",\"{1 + (i % 200)} {Word(i % 3000)} Road\",{Areas[i % Areas.Length]},{60 + (i % 9 * 10)} EUR,{(i % 5 == 0 ? "ask for the morning" : "")}"));
        }
    }

    private static string Word(int seed)
    {
        const string consonants = "bdfgklmnprstvz", vowels = "aeiou";
        var n = ((uint)seed * 2654435761u) ^ 0x5bd1e995;
        var word = new StringBuilder();
        for (var i = 0; i < 4; i++)
        {
            word.Append(consonants[(int)(n % 14)]).Append(vowels[(int)(n / 14 % 5)]);
            n = (n / 70) ^ (n << 9);
        }

        word[0] = char.ToUpperInvariant(word[0]);
        return word.ToString();
    }
}
