using Causeway.Kernel;

namespace Causeway.Cases;

/// <summary>One question a screen; a worry is written in a minute, on a phone, by somebody who is shaken.</summary>
internal enum WorryStep
{
    Who,
    What,
    When,
    Body,
    Send,
}

/// <summary>The words of a worry: as a draft of its author, and then sealed to the leads.</summary>
internal sealed class WorryForm
{
    public const int Short = 200;
    public const int Long = 20_000;

    public static readonly Refusal NoChild = new("worry.no-child", "Write who it is about: a name, or what you know of the child.", "Child");
    public static readonly Refusal NoWords = new("worry.no-words", "Write what you saw or heard, or what the child said.", "Seen");
    public static readonly Refusal NoSuchDay = new("worry.day", "This day lies ahead. Choose today or an earlier day.", "SeenOn");
    public static readonly Refusal NoSuchPlace = new("worry.mark", "Choose places from the list.", "Marks");

    public string? Child { get; set; }

    public string? Class { get; set; }

    /// <summary>What was seen or heard.</summary>
    public string? Seen { get; set; }

    /// <summary>As said, in the language it was said in; apart from what the reporter saw.</summary>
    public string? ChildsWords { get; set; }

    public DateOnly? SeenOn { get; set; }

    public TimeOnly? SeenAt { get; set; }

    public string? Place { get; set; }

    public string? ByWhom { get; set; }

    /// <summary>Codes of <see cref="BodyPlaces"/>.</summary>
    public List<string> Marks { get; set; } = [];

    public string? MarksNote { get; set; }

    /// <summary>What was done at once, and who was told.</summary>
    public string? FirstStep { get; set; }

    /// <summary>Takes over what the screen asks; what other screens asked stays as it was.</summary>
    public void Take(WorryForm typed, WorryStep step)
    {
        switch (step)
        {
            case WorryStep.Who:
                (Child, Class) = (typed.Child, typed.Class);
                break;
            case WorryStep.What:
                (Seen, ChildsWords) = (typed.Seen, typed.ChildsWords);
                break;
            case WorryStep.When:
                (SeenOn, SeenAt, Place, ByWhom) = (typed.SeenOn, typed.SeenAt, typed.Place, typed.ByWhom);
                break;
            case WorryStep.Body:
                (Marks, MarksNote) = (typed.Marks, typed.MarksNote);
                break;
            case WorryStep.Send:
                FirstStep = typed.FirstStep;
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(step));
        }
    }

    public Refusal? Check(WorryStep step, DateOnly today) => step switch
    {
        WorryStep.Who => FormText.Check(Child, Short, nameof(Child), NoChild) ?? FormText.Check(Class, Short, nameof(Class)),
        WorryStep.What => FormText.Check(Seen, Long, nameof(Seen), FormText.Tidy(ChildsWords).Length == 0 ? NoWords : null) ?? FormText.Check(ChildsWords, Long, nameof(ChildsWords)),
        WorryStep.When => SeenOn > today.AddDays(1) ? NoSuchDay : FormText.Check(Place, Short, nameof(Place)) ?? FormText.Check(ByWhom, Short, nameof(ByWhom)),
        WorryStep.Body => Marks.TrueForAll(BodyPlaces.Knows) ? FormText.Check(MarksNote, Long, nameof(MarksNote)) : NoSuchPlace,
        WorryStep.Send => FormText.Check(FirstStep, Long, nameof(FirstStep)),
        _ => throw new ArgumentOutOfRangeException(nameof(step)),
    };

    /// <summary>As one text, for the concern of a case.</summary>
    public string ToText() => string.Join('\n', new[] { Seen, ChildsWords is { Length: > 0 } said ? $"“{said}”" : null, Place, ByWhom, MarksNote, FirstStep }.Where(t => !string.IsNullOrWhiteSpace(t)));

    /// <summary>The first screen that does not hold yet; null: it can be sent.</summary>
    public (WorryStep Step, Refusal Refusal)? FirstGap(DateOnly today) => Enum.GetValues<WorryStep>()
        .Select(s => (s, Check(s, today))).Where(s => s.Item2 is not null).Select(s => ((WorryStep, Refusal)?)(s.s, s.Item2!)).FirstOrDefault();
}

/// <summary>Where on a body something was seen. The numbers stand in the picture beside the list.</summary>
internal static class BodyPlaces
{
    public static readonly IReadOnlyList<(string Code, string Name)> All =
    [
        ("head", "Head"), ("face", "Face"), ("neck", "Neck"), ("shoulders", "Shoulders"), ("chest", "Chest"), ("belly", "Belly"),
        ("right-arm", "Right arm"), ("left-arm", "Left arm"), ("right-hand", "Right hand"), ("left-hand", "Left hand"), ("hips", "Hips and between the legs"),
        ("right-leg", "Right leg"), ("left-leg", "Left leg"), ("feet", "Feet"), ("back", "The back"), ("bottom", "Bottom"),
    ];

    public static bool Knows(string code) => All.Any(p => p.Code == code);

    public static string NameOf(string code) => All.FirstOrDefault(p => p.Code == code).Name ?? code;
}
