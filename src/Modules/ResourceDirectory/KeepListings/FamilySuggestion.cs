using Causeway.Kernel;

namespace Causeway.ResourceDirectory;

/// <summary>
/// A family for what its words did not file: by the needs it helps with, then by the kind of body. Only offered, never taken
/// by itself.
/// </summary>
internal static class FamilySuggestion
{
    public static IReadOnlyList<ProfessionFamily> For(IReadOnlyList<Fact> facts)
    {
        var words = FamilyWords.Guess(facts);
        if (words.Count > 0)
        {
            return words;
        }

        var needs = facts.Of(FactField.Concern).Select(f => NeedTaxonomy.Find(f.Code)).OfType<Need>().Select(n => Of(n.Group)).Distinct().Take(2).ToList();
        return needs.Count > 0 ? needs : [.. facts.Of(FactField.BodyKind).Select(Of).OfType<ProfessionFamily>().Take(1)];
    }

    private static ProfessionFamily Of(ConcernGroup group) => group switch
    {
        ConcernGroup.Learning => ProfessionFamily.EducationalAdvice,
        ConcernGroup.Behaviour => ProfessionFamily.YouthNgoFaith,
        ConcernGroup.Family => ProfessionFamily.SocialAndChildCare,
        ConcernGroup.Health => ProfessionFamily.HealthCare,
        ConcernGroup.Leisure => ProfessionFamily.CultureAndLeisure,
        _ => ProfessionFamily.CommunityDevelopment,
    };

    private static ProfessionFamily? Of(Fact kind) => kind.Code switch
    {
        nameof(BodyKind.Statutory) => ProfessionFamily.Municipality,
        nameof(BodyKind.Ngo) or nameof(BodyKind.FaithBody) => ProfessionFamily.YouthNgoFaith,
        nameof(BodyKind.CommunityGroup) or nameof(BodyKind.InformalGroup) => ProfessionFamily.CommunityDevelopment,
        nameof(BodyKind.School) => ProfessionFamily.EducationalAdvice,
        _ => null,
    };
}
