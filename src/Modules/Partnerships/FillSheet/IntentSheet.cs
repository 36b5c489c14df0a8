using Causeway.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Causeway.Partnerships;

/// <param name="Key">Of <see cref="SheetQuestion"/>.</param>
/// <param name="Values">Keys of choices, or one text.</param>
internal sealed record SheetAnswer(string Key, IReadOnlyList<string> Values);

/// <summary>
/// One side's private word before the two talk. Read through <see cref="SheetBook"/> alone, which shows it to nobody else
/// until every side has handed in. What is handed in does not change any more: nobody can wait for the other's and mend.
/// </summary>
internal sealed class IntentSheet : IOwnedByNetwork, IVersioned
{
    public static readonly Refusal HandedIn = new("sheet.handed-in", "This sheet is handed in and stays as it is. What changes now goes into the plan.");
    public static readonly Refusal NoAnswer = new("sheet.no-answer", "Answer this before you hand it in.");

    private IntentSheet()
    {
    }

    public PartnershipRowId Id { get; private set; }

    public NetworkId NetworkId { get; private set; }

    public PartnershipId PartnershipId { get; private set; }

    public PartyId PartyId { get; private set; }

    public IReadOnlyList<SheetAnswer> Answers { get; private set; } = [];

    public DateTimeOffset? HandedInAt { get; private set; }

    public string ByName { get; private set; } = "";

    public int Version { get; private set; }

    public static IntentSheet Open(Party party, TimeProvider clock) => new()
    {
        Id = EntityId.New<PartnershipRowId>(clock),
        NetworkId = party.NetworkId,
        PartnershipId = party.PartnershipId,
        PartyId = party.Id,
    };

    public IReadOnlyList<string> this[string key] => Answers.FirstOrDefault(a => a.Key == key)?.Values ?? [];

    /// <summary>The answers as a form types them.</summary>
    public Dictionary<string, List<string>> AsTyped() => Answers.ToDictionary(a => a.Key, a => a.Values.ToList(), StringComparer.Ordinal);

    /// <param name="handIn">False: a draft that can be left and taken up again.</param>
    public Refusal? Fill(IReadOnlyDictionary<string, List<string>> answers, bool handIn, string byName, DateTimeOffset now)
    {
        if (HandedInAt is not null)
        {
            return HandedIn;
        }

        var written = new List<SheetAnswer>();
        foreach (var question in SheetQuestions.All)
        {
            IReadOnlyList<string> typed = [.. answers.GetValueOrDefault(question.Key, []).Select(FormText.Tidy).Where(v => v.Length > 0)];
            var values = question.Choices.Count == 0 ? typed.Take(1) : question.Choices.Select(c => c.Key).Where(typed.Contains).Take(question.Many ? question.Choices.Count : 1);
            var answer = new SheetAnswer(question.Key, [.. values]);
            var field = $"Answers[{question.Key}]";
            var refusal = handIn && question.Needed && answer.Values.Count == 0 ? NoAnswer with { Field = field }
                : answer.Values.Count > 0 ? FormText.Check(answer.Values[0], Typed.Paragraph, field) : null;
            if (refusal is not null)
            {
                return refusal;
            }

            written.Add(answer);
        }

        Answers = written;
        (HandedInAt, ByName) = (handIn ? now : null, byName);
        return null;
    }

    public void Blank() => (Answers, HandedInAt, ByName) = ([], null, "");

    internal sealed class Configuration : IEntityTypeConfiguration<IntentSheet>
    {
        public void Configure(EntityTypeBuilder<IntentSheet> builder)
        {
            builder.HasKey(s => s.Id);
            builder.Property(s => s.Answers).HasConversion(ListColumn.Converter<SheetAnswer>(), ListColumn.Comparer<SheetAnswer>());
            builder.Property(s => s.ByName).HasMaxLength(Partnership.LongestName);
            builder.HasIndex(s => s.PartyId).IsUnique();
            builder.HasIndex(s => s.PartnershipId);
            builder.HasOne<Party>().WithMany().HasForeignKey(s => s.PartyId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}

internal enum SheetSign
{
    Agree,
    Differ,

    /// <summary>Somebody said nothing.</summary>
    Silent,

    /// <summary>Own words: people compare them, no program does.</summary>
    Read,
}

/// <param name="Said">By number of the party, as words.</param>
/// <param name="Common">Of choices that may be many: what all ticked.</param>
internal sealed record SheetLine(SheetQuestion Question, SheetSign Sign, IReadOnlyList<IReadOnlyList<string>> Said, IReadOnlyList<string> Common)
{
    public static IReadOnlyList<SheetLine> Compare(IReadOnlyList<IntentSheet> sheets) => [.. SheetQuestions.All.Select(q => Of(q, sheets))];

    private static SheetLine Of(SheetQuestion question, IReadOnlyList<IntentSheet> sheets)
    {
        var said = sheets.Select(s => s[question.Key]).ToList();
        var common = question.Choices.Count == 0 ? [] : said.Aggregate((a, b) => [.. a.Intersect(b, StringComparer.Ordinal)]);
        var sign = said.Exists(s => s.Count == 0) ? SheetSign.Silent
            : question.Choices.Count == 0 ? SheetSign.Read
            : said.TrueForAll(s => s.ToHashSet(StringComparer.Ordinal).SetEquals(said[0])) ? SheetSign.Agree : SheetSign.Differ;
        return new(question, sign, [.. said.Select(s => Words(question, s))], Words(question, common));
    }

    private static IReadOnlyList<string> Words(SheetQuestion question, IReadOnlyList<string> values) =>
        question.Choices.Count == 0 ? values : [.. question.Choices.Where(c => values.Contains(c.Key, StringComparer.Ordinal)).Select(c => c.Text)];
}
