using System.Buffers;
using System.Collections.Frozen;

namespace Causeway.ResourceDirectory;

/// <summary>"Dr. Weidemann, J." → a person with title and parts; "Hafen-Logopädie" → a body.</summary>
internal static class NameReading
{
    private static readonly FrozenSet<string> TitleWords = Words("dr|prof|professor|doktor|doctor|mr|mrs|ms|miss|mx|herr|frau|hr|fr|mag|magister|mgr|dipl psych|dipl pad|dipl paed|dipl soz pad|dipl|ing|mme|mlle|m|monsieur|madame|dott|dottssa|dott ssa|sig|sigra|sig ra|sr|sra|srta|dra|lic|drs|mw|dhr|pani|lek|lek med|psych|med|phil|habil|rer nat|bay|bayan|uzm|doc|rev|sister|father|rabbi|sheikh|pastor|bs|ths|ts|г н|г жа|д р|الدكتور|الدكتورة|د|أ|السيد|السيدة|priv doz|pd|em|univ");
    private static readonly FrozenSet<string> Credentials = Words("phd|ph d|md|m d|psyd|msc|bsc|ma|ba|med|m ed|lmft|lcsw|lpc|lmhc|rn|ot|slp|ccc slp|mft|msw|lsw|dclinpsych|d clin psych|frcpsych|mrcpsych|bcba|ncc|jd|esq|dds|mph|llm|llb|ret|jr|ii|iii");

    // Looked for all at once: every name of a list of a hundred thousand is held against all of them.
    private static readonly SearchValues<string> BodyWords = WordsIn("gmbh|ggmbh|ag|e v|ev|ltd|limited|inc|llc|llp|plc|corp|s a|sarl|s l|sl|srl|bv|kft|zrt|sp z o o|clinic|clinics|clinica|klinik|klinikum|clinique|poliklinik|center|centre|centro|centrum|zentrum|center for|merkez|merkezi|kozpont|osrodek|hospital|hopital|spital|szpital|krankenhaus|hastanesi|korhaz|praxis|gemeinschaftspraxis|praktijk|practice|institut|institute|instituto|istituto|instituut|intezet|school|schule|schulen|ecole|escuela|colegio|escola|scuola|szkola|okul|okulu|iskola|college|university|universitat|universite|universidad|academy|akademie|foundation|stiftung|fondation|fundacion|fundacao|fondazione|stichting|fundacja|vakfi|alapitvany|verein|association|asociacion|associacao|associazione|vereniging|stowarzyszenie|dernegi|egyesulet|society|trust|charity|ngo|hotline|helpline|service|services|servicios|servizi|services for|dienst|department|dept|ministry|ministere|ministerio|council|authority|agency|amt|jugendamt|sozialamt|gesundheitsamt|polizei|police|policia|polizia|politie|policja|library|church|kirche|eglise|iglesia|mosque|moschee|synagogue|temple|caritas|diakonie|red cross|group|team|network|netzwerk|partners|associates|counseling|counselling|therapy|therapies|therapie|logopadie|ergotherapie|physiotherapie|psychotherapie|beratung|beratungsstelle|poradnia|gabinet|przychodnia|cabinet|consultorio|studio|kanzlei|legal|solutions|support|care|health|healthcare|medical|wellness|rehab|restaurant|cafe|grill|haus|kindergarten|kita|nursery|preschool|daycare|head start|project|projekt|programme|program|embassy|consulate|botschaft|konsulat|office|buro|bureau|union|federation|committee|court|city of|county|municipality|gemeinde|club|ymca|ywca|унив|центр|клиника|больница|фонд|школа|общество|служба|организация|институт");

    private static readonly SearchValues<string> BodyParts = SearchValues.Create(["병원", "의원", "클리닉", "센터", "학교", "연구소", "협회", "재단", "복지관", "상담소", "医院", "诊所", "診所", "中心", "学校", "協会", "协会", "病院", "クリニック", "センター", "研究所", "財団", "基金会", "事务所", "事務所", "مركز", "عيادة", "مستشفى", "جمعية", "مؤسسة", "مدرسة", "ศูนย์", "โรงพยาบาล", "คลินิก", "bệnh viện", "trung tâm", "phòng khám"], StringComparison.OrdinalIgnoreCase);

    public static bool IsBody(string text)
    {
        var folded = $" {TextCleaning.Fold(text)} ";
        return folded.AsSpan().ContainsAny(BodyWords) || text.AsSpan().ContainsAny(BodyParts) || text.AsSpan().IndexOfAnyInRange('0', '9') >= 0;
    }

    /// <summary>For a column where persons and bodies stand mixed.</summary>
    public static bool LooksLikePerson(string text)
    {
        if (IsBody(text))
        {
            return false;
        }

        var words = text.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries);
        return text.Contains(',', StringComparison.Ordinal) ? words.Length <= 6 : words.Length <= 4 || TitleOf(text) is not null;
    }

    /// <summary>One cell, one or two people. Two are told apart only where each half is a name of its own.</summary>
    public static List<UnderstoodName> People(string text)
    {
        var clean = TextCleaning.OneLine(text);
        var halves = Splitting.OfList(TextCleaning.Clean(text), ";/|\n\r&", atAndWords: true);
        return halves.Count is > 1 and <= 4 && halves.All(half => TitleOf(half) is not null || half.Split(' ').Length >= 2)
            ? [.. halves.Select(One)]
            : [One(clean)];
    }

    /// <summary>What stands in the column of family names, in a row without a given name, is a body.</summary>
    public static bool IsBodyWithoutGivenName(string family, string? profession)
    {
        // "García López" and "van der Berg" are people; "Child Protection Duty Desk" and "Harbour Swim Club" are not.
        var words = family.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return IsBody(family) || (profession is not null && IsBody(profession)) || words.Length >= 4 || (words.Length == 3 && words.All(word => !char.IsLower(word[0])));
    }

    public static UnderstoodName FromParts(string? title, string? given, string? family)
    {
        // "Dr Layla" in the column of given names.
        if (title is null && given is not null && TitleOf(given) is { } before)
        {
            (title, given) = (before, given[before.Length..].Trim());
        }

        var parts = new[] { title, given, family }.Where(part => !string.IsNullOrWhiteSpace(part)).Select(part => part!).ToList();
        var full = string.Join(' ', parts);
        return new UnderstoodName(full, title, given, family, full);
    }

    private static UnderstoodName One(string text)
    {
        var rest = TextCleaning.OneLine(text);
        var title = TitleOf(rest);
        rest = title is null ? rest : rest[title.Length..].TrimStart(' ', ',', '.');
        rest = WithoutCredentials(rest);
        var comma = rest.IndexOf(',', StringComparison.Ordinal);

        // "周建华 (Cow, Jianhua)": a comma within brackets parts the other name, not this one.
        if (comma > 0 && !rest.AsSpan(0, comma).ContainsAny('(', '（') && comma == rest.LastIndexOf(',') && rest[(comma + 1)..].Trim() is { Length: > 0 } given)
        {
            // "Becker, Prof. B." hides the title behind the comma.
            var late = title is null ? TitleOf(given) : null;
            given = late is null ? given : given[late.Length..].Trim();
            var family = rest[..comma].Trim();
            return new UnderstoodName(Join(title ?? late, given, family), title ?? late, Null(given), family, text);
        }

        var words = rest.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length == 0 ? new UnderstoodName(text, null, null, null, text) : new UnderstoodName(Join(title, rest, null), title, null, null, text);
    }

    /// <summary>The titles in front, as typed: "Prof. Dr.".</summary>
    private static string? TitleOf(string text)
    {
        var end = 0;
        for (var i = 0; i < text.Length;)
        {
            var next = text.IndexOfAny([' ', '\t'], i);
            var stop = next < 0 ? text.Length : next + 1;
            var word = text[i..stop].Trim();

            // A single letter is an initial unless a title is written that way with a point ("M.").
            if (word.EndsWith(',') || !TitleWords.Contains(TextCleaning.Fold(word)) || (word.Trim('.').Length == 1 && char.IsAscii(word[0])))
            {
                break;
            }

            end = stop;
            i = stop;
        }

        return end == 0 || end >= text.Length ? null : text[..end].Trim();
    }

    private static string WithoutCredentials(string text)
    {
        for (var at = text.LastIndexOfAny([',', ' ']); at > 0; at = text.LastIndexOfAny([',', ' ']))
        {
            var last = text[(at + 1)..];
            if (last.Length < 2 || !Credentials.Contains(TextCleaning.Fold(last)) || last.Count(char.IsUpper) < 2 || (text[at] == ' ' && text[at - 1] != ',' && last.Length < 3))
            {
                break;
            }

            text = text[..at].TrimEnd(',', ' ');
        }

        return text;
    }

    private static string Join(string? title, string given, string? family) => string.Join(' ', new[] { title, given, family }.Where(part => !string.IsNullOrEmpty(part)));

    private static string? Null(string text) => text.Length == 0 ? null : text;

    private static FrozenSet<string> Words(string words) => words.Split('|').Select(TextCleaning.Fold).ToFrozenSet(StringComparer.Ordinal);

    // As words of their own; German ones also at the end of a longer word.
    private static SearchValues<string> WordsIn(string words) =>
        SearchValues.Create([.. words.Split('|').Select(w => $" {TextCleaning.Fold(w)} "), "klinik ", "praxis ", "zentrum ", "stelle ", "therapie ", "schule "], StringComparison.Ordinal);
}
