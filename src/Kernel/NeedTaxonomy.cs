namespace Causeway.Kernel;

/// <summary>What a concern is about, in the six groups a school knows; each group has its role inside the school.</summary>
public enum ConcernGroup
{
    Learning,
    Behaviour,
    Family,
    Health,
    Leisure,
    Support,
}

/// <summary>One need in the words that services, searches, gaps, offers and asks share. The code is stored and never changes.</summary>
/// <param name="Label">English; looked up in the reader's language.</param>
/// <param name="Protection">A child may be in danger: the duty to report comes before any list.</param>
/// <param name="Successor">Set: the code is retired; what was filed under it counts as this one.</param>
public sealed record Need(string Code, ConcernGroup Group, string Label, bool Protection = false, string? Successor = null);

/// <summary>
/// Causeway's own list of needs, worded for schools, one for all modules. A code may be retired, never reused: it names its successor, and data
/// filed under it stay valid.
/// </summary>
public static class NeedTaxonomy
{
    private static readonly Need[] Needs =
    [
        new("learning.reading", ConcernGroup.Learning, "Reading and writing"),
        new("learning.maths", ConcernGroup.Learning, "Arithmetic"),
        new("learning.attention", ConcernGroup.Learning, "Attention and restlessness"),
        new("learning.language", ConcernGroup.Learning, "Learning in a new language"),
        new("learning.assessment", ConcernGroup.Learning, "Assessment of learning needs"),
        new("learning.dyslexia", ConcernGroup.Learning, "Dyslexia", Successor: "learning.reading"),
        new("learning.gifted", ConcernGroup.Learning, "High ability"),
        new("behaviour.refusal", ConcernGroup.Behaviour, "Not coming to school"),
        new("behaviour.aggression", ConcernGroup.Behaviour, "Anger and violence towards others"),
        new("behaviour.bullying", ConcernGroup.Behaviour, "Bullying"),
        new("behaviour.online", ConcernGroup.Behaviour, "Life online and gaming"),
        new("behaviour.substances", ConcernGroup.Behaviour, "Alcohol and drugs"),
        new("behaviour.offending", ConcernGroup.Behaviour, "Trouble with the law"),
        new("behaviour.sexual", ConcernGroup.Behaviour, "Harmful sexual behaviour", Protection: true),
        new("family.separation", ConcernGroup.Family, "Conflict and separation of parents"),
        new("family.parenting", ConcernGroup.Family, "Bringing up children"),
        new("family.grief", ConcernGroup.Family, "Death and grief"),
        new("family.relocation", ConcernGroup.Family, "Moving between countries"),
        new("family.carer", ConcernGroup.Family, "Caring for a relative"),
        new("family.violence", ConcernGroup.Family, "Violence at home", Protection: true),
        new("family.abuse", ConcernGroup.Family, "Abuse", Protection: true),
        new("family.neglect", ConcernGroup.Family, "Neglect", Protection: true),
        new("family.exploitation", ConcernGroup.Family, "Exploitation and trafficking", Protection: true),
        new("health.anxiety", ConcernGroup.Health, "Fear and anxiety"),
        new("health.mood", ConcernGroup.Health, "Low mood"),
        new("health.self-harm", ConcernGroup.Health, "Self-harm and thoughts of suicide", Protection: true),
        new("health.eating", ConcernGroup.Health, "Eating"),
        new("health.trauma", ConcernGroup.Health, "Trauma"),
        new("health.autism", ConcernGroup.Health, "Autism"),
        new("health.speech", ConcernGroup.Health, "Speech and language"),
        new("health.movement", ConcernGroup.Health, "Movement and coordination"),
        new("health.senses", ConcernGroup.Health, "Hearing and sight"),
        new("health.body", ConcernGroup.Health, "Illness and bodily health"),
        new("health.sexual", ConcernGroup.Health, "Sexual health and pregnancy"),
        new("leisure.friends", ConcernGroup.Leisure, "Friends and loneliness"),
        new("leisure.activities", ConcernGroup.Leisure, "Sport, arts and clubs"),
        new("support.crisis", ConcernGroup.Support, "Somebody to talk to at once"),
        new("support.law", ConcernGroup.Support, "Legal advice"),
        new("support.papers", ConcernGroup.Support, "Residence and papers"),
        new("support.money", ConcernGroup.Support, "Money and housing"),
        new("support.interpreting", ConcernGroup.Support, "Interpreting"),
        new("support.daycare", ConcernGroup.Support, "Day care"),
        new("support.disability", ConcernGroup.Support, "Living with a disability"),
    ];

    private static readonly Dictionary<string, Need> ByCode = Needs.ToDictionary(n => n.Code, StringComparer.Ordinal);

    /// <summary>Needs in use, in the order of pages.</summary>
    public static IReadOnlyList<Need> Current { get; } = [.. Needs.Where(n => n.Successor is null)];

    /// <summary>The need a code stands for today: its successor where it is retired. Null: never a code of ours.</summary>
    public static Need? Find(string? code)
    {
        if (code is null || !ByCode.TryGetValue(code, out var need))
        {
            return null;
        }

        return need.Successor is { } next ? Find(next) : need;
    }

    /// <summary>The group in English; looked up in the reader's language.</summary>
    public static string Group(ConcernGroup group) => group switch
    {
        ConcernGroup.Learning => "Learning",
        ConcernGroup.Behaviour => "Behaviour",
        ConcernGroup.Family => "Family",
        ConcernGroup.Health => "Health",
        ConcernGroup.Leisure => "Leisure",
        ConcernGroup.Support => "Support",
        _ => throw new ArgumentOutOfRangeException(nameof(group)),
    };
}
