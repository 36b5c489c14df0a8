using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Causeway.Kernel;

namespace Causeway.Instruments;

/// <summary>What somebody answered, by item: always words, spelt in one way whatever the reader's language.</summary>
internal sealed class AnswerSheet
{
    /// <summary>"Cannot say": asked, and no answer.</summary>
    public const string CannotSay = "?";

    public const int LongestText = 4000;

    public static readonly Refusal NotAnAnswer = new("answer.not-an-answer", "This is none of the answers.");
    public static readonly Refusal NotANumber = new("answer.not-a-number", "Write a number, such as 12 or 0.5.");
    public static readonly Refusal NotADay = new("answer.not-a-day", "Choose a day.");
    public static readonly Refusal TooLong = new("answer.too-long", "Write {0} characters at most.", null, LongestText);

    private static readonly JsonSerializerOptions Spelling = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly SortedDictionary<string, string> _answers;

    private AnswerSheet(SortedDictionary<string, string> answers) => _answers = answers;

    public AnswerSheet(IEnumerable<KeyValuePair<string, string>> answers)
        : this(new SortedDictionary<string, string>(StringComparer.Ordinal))
    {
        foreach (var (key, answer) in answers)
        {
            _answers[key] = answer;
        }
    }

    public static AnswerSheet Empty => new(new SortedDictionary<string, string>(StringComparer.Ordinal));

    public string? this[string item] => _answers.GetValueOrDefault(item);

    public IEnumerable<string> Items => _answers.Keys;

    public static AnswerSheet Read(string stored) =>
        new(JsonSerializer.Deserialize<SortedDictionary<string, string>>(stored) is { } read ? new SortedDictionary<string, string>(read, StringComparer.Ordinal) : []);

    public string Write() => JsonSerializer.Serialize(_answers, Spelling);

    /// <summary>Takes what was typed for an item; nothing typed takes the answer away.</summary>
    public Refusal? Take(Item item, IReadOnlyCollection<string?> typed)
    {
        var values = typed.Select(FormText.Tidy).Where(t => t.Length > 0).ToList();
        if (values.Count == 0)
        {
            _answers.Remove(item.Key);
            return null;
        }

        var (answer, refusal) = Spell(item, values);
        if (answer is not null)
        {
            _answers[item.Key] = answer;
        }

        return refusal;
    }

    /// <summary>Items that the answers so far bring up. What hangs on a hidden item is hidden too.</summary>
    public IReadOnlyList<Item> Shown(Instrument instrument)
    {
        var shown = new List<Item>();
        var keys = new HashSet<string>(StringComparer.Ordinal);
        foreach (var item in instrument.Items())
        {
            if (item.ShownIf is not { } on || (keys.Contains(on.Item) && Parts(on.Item).Any(on.Answers.Contains)))
            {
                shown.Add(item);
                keys.Add(item.Key);
            }
        }

        return shown;
    }

    public IReadOnlyList<string> Parts(string item) => this[item]?.Split(InstrumentText.Between) ?? [];

    /// <summary>Answered with something other than "cannot say".</summary>
    public bool IsAnswered(string item) => this[item] is { } answer && answer != CannotSay;

    private static (string? Answer, Refusal? Refusal) Spell(Item item, List<string> values)
    {
        if (values is [CannotSay])
        {
            return (CannotSay, null);
        }

        if (InstrumentCheck.AnswersOf(item) is { } possible)
        {
            return values.All(possible.Contains) && (values.Count == 1 || item.Kind == ItemKind.ManyChoices)
                ? (string.Join(InstrumentText.Between, possible.Where(values.Contains)), null)
                : (null, NotAnAnswer);
        }

        return item.Kind switch
        {
            ItemKind.Number => decimal.TryParse(values[0], NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
                ? (number.ToString(CultureInfo.InvariantCulture), null) : (null, NotANumber),
            ItemKind.Date => DateOnly.TryParseExact(values[0], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)
                ? (values[0], null) : (null, NotADay),
            _ => values[0].Length > LongestText ? (null, TooLong) : (values[0], null),
        };
    }
}
