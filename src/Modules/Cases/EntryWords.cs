namespace Causeway.Cases;

/// <summary>How the writer knows.</summary>
internal enum Source
{
    FirstHand,
    Told,
    Document,
}

internal enum RiskLevel
{
    Low,
    Medium,
    High,
    Immediate,
}

/// <summary>What an entry says. Only ever stored sealed; which fields are filled depends on the kind.</summary>
internal sealed record EntryWords
{
    /// <summary>What was seen or heard; the view; the question and what was decided.</summary>
    public string Text { get; init; } = "";

    /// <summary>As said, in the language it was said in.</summary>
    public string ChildsWords { get; init; } = "";

    public DateOnly? SeenOn { get; init; }

    public TimeOnly? SeenAt { get; init; }

    public string Place { get; init; } = "";

    public string Observer { get; init; } = "";

    public string Position { get; init; } = "";

    public Source? Source { get; init; }

    /// <summary>What was done at once, and who was told.</summary>
    public string FirstStep { get; init; } = "";

    /// <summary>Of an interpretation: what it rests on. Of a decision: the reason.</summary>
    public string Reason { get; init; } = "";

    /// <summary>Of a later wording: why there is one.</summary>
    public string Why { get; init; } = "";

    public RiskLevel? Risk { get; init; }

    /// <summary>Of a closing: what was reached; of a perspective: what the writer disagrees with.</summary>
    public string Outcome { get; init; } = "";

    /// <summary>The child's own view of what was reached, or why it was not asked.</summary>
    public string ChildsView { get; init; } = "";

    public string FamilysView { get; init; } = "";

    public EntryId? About { get; init; }

    /// <summary>Who wrote, as they were called then; a person who leaves stays named.</summary>
    public string WriterName { get; init; } = "";

    public ChildWords? Child { get; init; }
}

/// <summary>Who the child is.</summary>
internal sealed record ChildWords
{
    public string GivenNames { get; init; } = "";

    public string FamilyName { get; init; } = "";

    /// <summary>What the child is called every day.</summary>
    public string UsedName { get; init; } = "";

    public DateOnly? Born { get; init; }

    public string Birthplace { get; init; } = "";

    public string Class { get; init; } = "";

    public string ClassTeacher { get; init; } = "";

    public string HomeLanguages { get; init; } = "";

    public string Carers { get; init; } = "";

    public string FullName => $"{(UsedName.Length > 0 ? UsedName : GivenNames)} {FamilyName}".Trim();
}
