using Causeway.Linkage;

namespace Causeway.ResourceDirectory;

/// <summary>Words that mean one profession or one kind of help in the languages lists come in; beginnings of words, folded.</summary>
internal static class HelpSynonyms
{
    private static readonly string[][] Groups =
    [
        Group("doctor physician arzt medecin medico lekarz врач 의사 医生"),
        Group("counsellor counselor counselling counseling berater beratung conseiller consejer 상담 咨询"),
        Group("therapist therapy therapeut therapie terapeut terapia 치료 治疗"),
        Group("psychologist psycholog psycholoog psicolog психолог 심리 心理"),
        Group("psychiatrist psychiat psiquiat психиатр 정신과 精神"),
        Group("paediatric pediatric kinderarzt pediatre pediatra 소아 儿科"),
        Group("lawyer attorney solicitor rechtsanwalt anwalt avocat abogad advokat юрист 변호사 律师"),
        Group("logopad logoped orthophon logopeda"),
        Group("police polizei policia politie policja полиция 경찰 警察"),
        Group("nurse krankenpfleg krankenschwester infirmi enfermer 간호 护士"),
        Group("interpreter dolmetsch interprete tolk переводчик 통역 口译"),
        Group("dentist zahnarzt dentiste dentista 치과 牙医"),
        Group("tutor tutoring nachhilfe soutien apoyo 과외 辅导"),
        Group("hospital krankenhaus hopital klinik clinic clinica 병원 医院"),
        Group("social sozial trabajador 사회복지 社工"),
        Group("midwife hebamme matrona"),
        Group("youth jugend jeunesse juventud 청소년 青年"),
        Group("family familie famille familia 가족 家庭"),
        Group("church kirche eglise iglesia 교회 教会"),
    ];

    /// <summary>Other beginnings that mean what this folded word begins with.</summary>
    public static IEnumerable<string> Of(string word) => word.Length < 4 && char.IsAscii(word[0])
        ? []
        : Groups.Where(g => g.Any(s => word.StartsWith(s, StringComparison.Ordinal))).SelectMany(g => g.Where(s => !word.StartsWith(s, StringComparison.Ordinal))).Distinct(StringComparer.Ordinal);

    private static string[] Group(string words) =>
        [.. words.Split(' ').Select(TextFolding.Fold).Select(SearchTokens.Clean).Where(w => w.Length > 0).Distinct(StringComparer.Ordinal)];
}
