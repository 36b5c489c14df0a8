using Causeway.Kernel;

namespace Causeway.Cases;

/// <summary>What each kind of entry must say, and how much fits.</summary>
internal static class EntryRules
{
    public const int Line = 200;
    public const int Longest = 20_000;

    /// <summary>Within this time the writer may mend the own words without a reason; the first text is kept all the same.</summary>
    public static readonly TimeSpan OwnFix = TimeSpan.FromHours(24);

    public static readonly Refusal NoText = new("entry.no-text", "Write what you want to keep.", "Text");
    public static readonly Refusal NoDay = new("entry.no-day", "Choose the day on which it was seen, not one to come.", "SeenOn");
    public static readonly Refusal NoSource = new("entry.no-source", "Choose how the observer knows.", "Source");
    public static readonly Refusal NoObserver = new("entry.no-observer", "Write who saw or heard it.", "Observer");
    public static readonly Refusal NoPosition = new("entry.no-position", "Write the position or profession.", "Position");
    public static readonly Refusal NoReason = new("entry.no-reason", "Write what this rests on.", "Reason");
    public static readonly Refusal NoRisk = new("entry.no-risk", "Choose how high the risk is.", "Risk");
    public static readonly Refusal NoWhy = new("entry.no-why", "Say why this is corrected.", "Why");

    /// <summary>Kinds somebody writes by choice; the others are written by what they are about.</summary>
    public static readonly IReadOnlyList<EntryKind> Free = [EntryKind.Observation, EntryKind.Interpretation, EntryKind.Perspective, EntryKind.Decision, EntryKind.Risk];

    public static CaseFact FactOf(EntryKind kind) => kind is EntryKind.Interpretation or EntryKind.Risk ? CaseFact.Assessed : CaseFact.Written;

    /// <summary>Deciding is the lead's.</summary>
    public static string PermissionOf(EntryKind kind, CasePartKind part) => kind == EntryKind.Decision ? CasePermissions.Lead : part.Write;

    public static Refusal? Check(EntryKind kind, EntryWords words, DateOnly today) =>
        FormText.Check(words.Text, Longest, "Text", NoText)
        ?? FormText.Check(words.ChildsWords, Longest, "ChildsWords")
        ?? FormText.Check(words.Place, Line, "Place")
        ?? FormText.Check(words.FirstStep, Longest, "FirstStep")
        ?? FormText.Check(words.Outcome, Longest, "Outcome")
        ?? FormText.Check(words.Reason, Longest, "Reason", kind is EntryKind.Interpretation or EntryKind.Decision ? NoReason : null)
        ?? FormText.Check(words.Observer, Line, "Observer", kind == EntryKind.Observation ? NoObserver : null)
        ?? FormText.Check(words.Position, Line, "Position", kind is EntryKind.Observation or EntryKind.Perspective ? NoPosition : null)
        ?? (words.SeenOn > today || (kind == EntryKind.Observation && words.SeenOn is null) ? NoDay : null)
        ?? (kind == EntryKind.Observation && words.Source is null ? NoSource : null)
        ?? (kind == EntryKind.Risk && words.Risk is null ? NoRisk : null);

    /// <summary>A professional's own view is nobody else's to correct; who the child is has a form of its own.</summary>
    public static bool MayCorrect(CaseEntry first, PersonId person) =>
        first.Kind != EntryKind.Child && (first.Kind != EntryKind.Perspective || first.WrittenBy == person);

    public static bool NeedsReason(CaseEntry first, PersonId person, DateTimeOffset now) => first.WrittenBy != person || now - first.WrittenAt > OwnFix;
}

/// <summary>The fields of an entry, as posted.</summary>
internal class EntryForm
{
    public string? Text { get; set; }

    public string? ChildsWords { get; set; }

    public DateOnly? SeenOn { get; set; }

    public TimeOnly? SeenAt { get; set; }

    public string? Place { get; set; }

    public string? Observer { get; set; }

    public string? Position { get; set; }

    public Source? Source { get; set; }

    public string? FirstStep { get; set; }

    public string? Reason { get; set; }

    public string? Outcome { get; set; }

    public RiskLevel? Risk { get; set; }

    public EntryWords ToWords() => new()
    {
        Text = FormText.Tidy(Text), ChildsWords = FormText.Tidy(ChildsWords), SeenOn = SeenOn, SeenAt = SeenAt, Place = FormText.Tidy(Place),
        Observer = FormText.Tidy(Observer), Position = FormText.Tidy(Position), Source = Source, FirstStep = FormText.Tidy(FirstStep),
        Reason = FormText.Tidy(Reason), Outcome = FormText.Tidy(Outcome), Risk = Risk,
    };

    public void Fill(EntryWords w)
    {
        (Text, ChildsWords, SeenOn, SeenAt, Place) = (w.Text, w.ChildsWords, w.SeenOn, w.SeenAt, w.Place);
        (Observer, Position, Source, FirstStep, Reason, Outcome, Risk) = (w.Observer, w.Position, w.Source, w.FirstStep, w.Reason, w.Outcome, w.Risk);
    }
}
