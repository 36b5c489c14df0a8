using System.Text.Json;
using System.Text.Json.Serialization;
using Causeway.Linkage;

namespace Causeway.ResourceDirectory;

/// <summary>Six families of roles inside a school, the same in every country.</summary>
internal enum InsideRole
{
    LearningSupport,
    Counselling,
    SocialWork,
    SchoolHealth,
    DayCareAndLeisure,
    LeadershipAndProtection,
}

/// <summary>A title as a country uses it, and the neutral code it means.</summary>
/// <param name="Inside">Exactly one of the two is set: a role in the school, or a family of outside help.</param>
internal sealed record LocalTitle(string Title, InsideRole? Inside = null, ProfessionFamily? Outside = null);

/// <summary>What one country calls the neutral codes. Labels only: nothing that is stored knows of packs.</summary>
/// <param name="Inside">Label for a role family; a missing one falls back to the neutral label.</param>
internal sealed record CountryPack(
    string Code,
    string Name,
    string Language,
    IReadOnlyDictionary<InsideRole, string> Inside,
    IReadOnlyDictionary<ProfessionFamily, string> Outside,
    IReadOnlyList<LocalTitle> Titles);

/// <summary>The packs that come with the program.</summary>
internal static class CountryPacks
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    public static IReadOnlyList<CountryPack> All { get; } = Read();

    /// <summary>
    /// Titles of every country at once: which role somebody has does not hang on the pack their school looks through.
    /// Longest first, so that "assistant head" is not read as "head".
    /// </summary>
    private static readonly (string Words, InsideRole Role)[] InsideTitles =
        [.. All.SelectMany(p => p.Titles).Where(t => t.Inside is not null).Select(t => (Words: " " + TextFolding.Fold(t.Title) + " ", t.Inside!.Value))
            .DistinctBy(t => t.Words, StringComparer.Ordinal).OrderByDescending(t => t.Words.Length).ThenBy(t => t.Words, StringComparer.Ordinal)];

    private static readonly WordTable<InsideRole> Words = new(
        (InsideRole.SchoolHealth, "nurse krankenpfleg infirm health medic doctor arzt sanitat first_aid 보건 校医 ممرض"),
        (InsideRole.Counselling, "counsel psycholog therap berat conseil orient guidance wellbeing 상담 心理 مرشد"),
        (InsideRole.SocialWork, "social sozial family_liaison family_support parent_liaison home-school 사회복지 社工 اجتماعي"),
        (InsideRole.DayCareAndLeisure, "house_parent house_master leisure freizeit sport music activit after_school hort animat day_care club boarding 방과 课后"),
        (InsideRole.LearningSupport, "learning_support special sen send senco inclusion forder foerder eal dyslex sonderpad support_teacher teach lehr enseign professeur tutor librar 특수 学习"),
        (InsideRole.LeadershipAndProtection, "head principal director leit safeguard child_protect kinderschutz protection_de_l dsl deputy direct proviseur 교장 校长 مدير"));

    public static CountryPack? Find(string? code) => All.FirstOrDefault(p => p.Code == code);

    /// <summary>The families of roles somebody has: "counsellor, deputy safeguarding lead" has two. None: nobody can tell.</summary>
    public static IReadOnlyList<InsideRole> RolesOf(string? words) =>
        [.. (words ?? "").Split([',', ';', '/', '&', '+', '，', '、', '·']).Select(RoleOf).OfType<InsideRole>().Distinct()];

    /// <summary>Which family these words of one role speak of; the titles of packs first, else single words.</summary>
    public static InsideRole? RoleOf(string? words)
    {
        if (string.IsNullOrWhiteSpace(words))
        {
            return null;
        }

        var folded = " " + TextFolding.Fold(words) + " ";
        foreach (var (title, role) in InsideTitles)
        {
            if (folded.Contains(title, StringComparison.Ordinal))
            {
                return role;
            }
        }

        return Words.Read(words).Select(r => (InsideRole?)r).FirstOrDefault();
    }

    public static string Neutral(InsideRole role) => role switch
    {
        InsideRole.LearningSupport => "Teaching and learning support",
        InsideRole.Counselling => "Counselling and school psychology",
        InsideRole.SocialWork => "School social work",
        InsideRole.SchoolHealth => "School health",
        InsideRole.DayCareAndLeisure => "Day care and leisure",
        InsideRole.LeadershipAndProtection => "Leadership and child protection",
        _ => throw new ArgumentOutOfRangeException(nameof(role)),
    };

    private static CountryPack[] Read()
    {
        var assembly = typeof(CountryPacks).Assembly;
        return [.. assembly.GetManifestResourceNames().Where(n => n.StartsWith("packs/", StringComparison.Ordinal)).Order(StringComparer.Ordinal).Select(name =>
        {
            using var stream = assembly.GetManifestResourceStream(name)!;
            return JsonSerializer.Deserialize<CountryPack>(stream, Options) ?? throw new InvalidDataException(name);
        })];
    }
}
