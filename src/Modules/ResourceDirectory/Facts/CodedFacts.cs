using Causeway.Kernel;

namespace Causeway.ResourceDirectory;

/// <summary>
/// Reads words of a list into the codes that filters and charts use. What no word says stays text, visible as typed; what
/// nobody said is guessed for concerns and the kind of body only, from the words of the help itself.
/// </summary>
internal static class CodedFacts
{
    private const int MostConcerns = 6;

    private static readonly WordTable<BodyKind> Bodies = new(
        (BodyKind.Statutory, "statutory government authority behorde amt *amt ministry police polizei court gericht jugendamt municipal city_council state_hospital embassy consulate public_body 경찰 법원 시청 警察 法院"),
        (BodyKind.Ngo, "ngo ong charity verein foundation stiftung association red_cross caritas diakonie unicef nonprofit non-profit 비영리 慈善"),
        (BodyKind.FaithBody, "church kirche mosque moschee synagog parish pfarr chaplain temple gemeinde faith 교회 教会"),
        (BodyKind.CommunityGroup, "community_centre community_group community neighbourhood nachbarschaft elternverein parents_association 주민"),
        (BodyKind.InformalGroup, "informal whatsapp self-help selbsthilfe meet-up stammtisch playgroup 모임"),
        (BodyKind.IndividualPractitioner, "individual private_practice freelance self-employed practitioner einzelpraxis praxis niedergelassen 개인"),
        (BodyKind.School, "school schule ecole 학교 学校"));

    private static readonly WordTable<HelpStage> Stages = new(
        (HelpStage.Prevention, "prevent praventi prevencion aufklar awareness 예방"),
        (HelpStage.EarlyHelp, "early fruhe_hilf fruhforder early_help precoce"),
        (HelpStage.Protection, "protect schutz inobhut kinderschutz crisis emergency_place 보호"),
        (HelpStage.AlternativeCare, "alternative foster pflegefam residential heim kinderheim placement 위탁"),
        (HelpStage.AfterCare, "after-care aftercare after_care nachsorge leaving_care follow-up 사후"));

    private static readonly WordTable<Stability> Stays = new(
        (Stability.Resident, "resident local permanent einheimisch ansassig stays yes_resident 현지"),
        (Stability.Expatriate, "expat posted temporary entsandt leaving 주재"));

    /// <summary>The facts one cell of such a column says; text without a code where its words are not known.</summary>
    public static IEnumerable<Fact> Read(FactField field, string text)
    {
        var parts = text.Split([';', '\n', '|'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return parts.SelectMany(part => field switch
        {
            FactField.Concern => Concerns(part),
            FactField.BodyKind => [Coded(field, part, Parsed<BodyKind>(part) ?? First(Bodies, part), k => FactWords.BodyKind(k))],
            FactField.Stage => [Coded(field, part, Parsed<HelpStage>(part) ?? First(Stages, part), s => FactWords.Stage(s))],
            FactField.Stability => [Coded(field, part, Parsed<Stability>(part) ?? First(Stays, part), s => FactWords.Stability(s))],
            _ => [new Fact(field, part)],
        });
    }

    /// <summary>Concerns by the words of the help, where the list has no column for them.</summary>
    public static IEnumerable<Fact> GuessConcerns(IReadOnlyList<Fact> facts)
    {
        var words = string.Join(' ', facts.Of(FactField.HelpOffered, FactField.Profession, FactField.Position, FactField.Methods, FactField.Description).Select(f => f.Text));
        return NeedWords.Read(words).Take(MostConcerns).Select(n => new Fact(FactField.Concern, n.Label, n.Code, "Guessed"));
    }

    private static IEnumerable<Fact> Concerns(string part)
    {
        if (NeedTaxonomy.Find(part) is { } code)
        {
            return [new Fact(FactField.Concern, code.Label, code.Code)];
        }

        var byLabel = NeedTaxonomy.Current.FirstOrDefault(n => string.Equals(n.Label, part, StringComparison.OrdinalIgnoreCase));
        var found = byLabel is not null ? [byLabel] : NeedWords.Read(part).Take(2).ToArray();
        return found.Length == 0
            ? [new Fact(FactField.Concern, part)]
            : found.Select(n => new Fact(FactField.Concern, n.Label, n.Code, Original: n.Label == part ? null : part));
    }

    private static Fact Coded<T>(FactField field, string part, T? code, Func<T, string> say)
        where T : struct, Enum
    {
        var label = code is { } known ? say(known) : part;
        return new Fact(field, label, code?.ToString(), Original: label == part ? null : part);
    }

    private static T? Parsed<T>(string part)
        where T : struct, Enum => !part.Any(char.IsDigit) && Enum.TryParse<T>(part, ignoreCase: true, out var code) ? code : null;

    private static T? First<T>(WordTable<T> table, string part)
        where T : struct, Enum => table.Read(part).Select(c => (T?)c).FirstOrDefault();
}
