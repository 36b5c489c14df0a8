using Causeway.Kernel;

namespace Causeway.Cases;

/// <summary>What must be known of a child, and how much fits.</summary>
internal static class ChildRules
{
    public const int Line = 200;
    public const int Lines = 2000;

    public static readonly Refusal NoName = new("child.no-name", "Write the child's given name.", "GivenNames");
    public static readonly Refusal NoFamilyName = new("child.no-family-name", "Write the family name.", "FamilyName");
    public static readonly Refusal BadBirth = new("child.born", "Write a birth date of the past, no more than 30 years ago.", "Born");

    public static Refusal? Check(ChildWords child, DateOnly today) =>
        FormText.Check(child.GivenNames, Line, "GivenNames", NoName)
        ?? FormText.Check(child.FamilyName, Line, "FamilyName", NoFamilyName)
        ?? FormText.Check(child.UsedName, Line, "UsedName")
        ?? (child.Born is { } born && (born > today || born < today.AddYears(-30)) ? BadBirth : null)
        ?? FormText.Check(child.Birthplace, Line, "Birthplace")
        ?? FormText.Check(child.Class, Line, "Class")
        ?? FormText.Check(child.ClassTeacher, Line, "ClassTeacher")
        ?? FormText.Check(child.HomeLanguages, Line, "HomeLanguages")
        ?? FormText.Check(child.Carers, Lines, "Carers");
}

/// <summary>The fields about the child, as posted.</summary>
internal class ChildForm
{
    public string? GivenNames { get; set; }

    public string? FamilyName { get; set; }

    public string? UsedName { get; set; }

    public DateOnly? Born { get; set; }

    public string? Birthplace { get; set; }

    public string? Class { get; set; }

    public string? ClassTeacher { get; set; }

    public string? HomeLanguages { get; set; }

    public string? Carers { get; set; }

    public ChildWords ToChild() => new()
    {
        GivenNames = FormText.Tidy(GivenNames), FamilyName = FormText.Tidy(FamilyName), UsedName = FormText.Tidy(UsedName), Born = Born,
        Birthplace = FormText.Tidy(Birthplace), Class = FormText.Tidy(Class), ClassTeacher = FormText.Tidy(ClassTeacher),
        HomeLanguages = FormText.Tidy(HomeLanguages), Carers = FormText.Tidy(Carers),
    };

    public void Fill(ChildWords child) =>
        (GivenNames, FamilyName, UsedName, Born, Birthplace, Class, ClassTeacher, HomeLanguages, Carers) =
        (child.GivenNames, child.FamilyName, child.UsedName, child.Born, child.Birthplace, child.Class, child.ClassTeacher, child.HomeLanguages, child.Carers);
}
