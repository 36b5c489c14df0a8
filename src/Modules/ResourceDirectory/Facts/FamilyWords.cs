namespace Causeway.ResourceDirectory;

/// <summary>
/// Files a listing under the ten families by the words of its profession, its category and, where these say nothing, of its
/// name and help. Beginnings of words, folded, in the languages lists come in; a person can always file it otherwise.
/// </summary>
internal static class FamilyWords
{
    private static readonly WordTable<ProfessionFamily> Table = new(
        (ProfessionFamily.PoliceAndPrevention, "police polizei policia polizia policja politie rendor polizist gendarm crime prevention kripo komisar politsi policij shurta 경찰 警察 警方 公安"),
        (ProfessionFamily.YouthJustice, "court probation juvenile justice jugendgericht bewahrungs judge richter avocat lawyer attorney solicitor anwalt abogad advokat advocaat ugyved legal guardian juge juez юрист адвокат prokur 변호사 律师 弁護士"),
        (ProfessionFamily.HealthCare, "*therap *psycholog *logop ergo ot slt dys معالج طبيب نفس نطق أخصائي drug alcohol psych therap doctor arzt medic medec hospital klinik clinic health nurse pfleg infirm pediatr paediatr kinderarzt kinderpsych kinderther logop speech orthophon physio occupational ergother orvos dietit nutrition ernahrung counsel autism adhd trauma suicide dentist zahn gyneco hebamme midwi lekar врач психо логопед pszich pedopsych famil therap 심리 상담 의사 병원 치료 心理 医 诊所 精神 カウンセ"),
        (ProfessionFamily.SocialAndChildCare, "social sozial mediator family centre parent مركز أسرة 가족 jugendamt child protect kinderschutz welfare familienhilf family support familienberat foster pflegefamil shelter frauenhaus refuge guardianship safeguard protection enfance aide sociale trabajador assistente servicio social csaladsegit gyermekved childline hotline helpline crisis krisen domestic 아동 사회복지 社会福祉 社工 儿童保护"),
        (ProfessionFamily.AlternativeDayCare, "day care daycare tagesmutter tagespflege kita kindergarten nursery creche guarderia ovoda babysit nanny after school hort childminder 어린이집 托儿"),
        (ProfessionFamily.EducationalAdvice, "educat tuition professeur soutien scolaire conseiller trainer 난독증 educat bildung school schul learning lern tutor teach lehr special needs sen send dyslex legasth assessment pedagog padagog enseign orient ecole escuela educacion gyogyped foerder forder academic exam 교육 학습 教育 学习"),
        (ProfessionFamily.YouthNgoFaith, "youth jugend ngo ong جمعية 비영리 charity verein church kirche gemeinde mosque moschee synagog faith religi chaplain pastor imam rabbi priest caritas diakon red cross foundation stiftung volunteer association alapitvany fundacion 청소년 교회 青年 教会 慈善"),
        (ProfessionFamily.CultureAndLeisure, "sport leisure freizeit music musik museum art club theat dance tanz swim librar bibliothek culture kultur scout loisir deporte 스포츠 音乐 文化"),
        (ProfessionFamily.CommunityDevelopment, "community neighbourhood neighborhood quartier stadtteil integration migrant refugee fluchtling embassy consulate interpreter dolmetsch translat traduct housing 통역 翻译 社区"),
        (ProfessionFamily.Municipality, "municipal city council stadtverwalt rathaus burgeramt mairie ayuntamiento town hall gemeindeamt ordnungsamt government authority behorde onkormany fire feuerwehr pompier 시청 市政"));

    private static readonly FactField[][] Looks =
        [[FactField.Profession, FactField.Position], [FactField.HelpOffered], [FactField.Name, FactField.Organisation, FactField.Description]];

    /// <summary>Families called by their names, as our own files write them.</summary>
    public static IEnumerable<ProfessionFamily> Named(string text) => Enum.GetValues<ProfessionFamily>()
        .Where(f => text.Split(';', StringSplitOptions.TrimEntries).Any(p => p.Equals(FactWords.Family(f), StringComparison.OrdinalIgnoreCase) || p.Equals(f.ToString(), StringComparison.OrdinalIgnoreCase)));

    /// <summary>None where no word says it; two at most.</summary>
    public static IReadOnlyList<ProfessionFamily> Guess(IReadOnlyList<Fact> facts)
    {
        foreach (var fields in Looks)
        {
            var text = string.Join(' ', facts.Where(f => fields.Contains(f.Field)).Select(f => f.Text));
            var found = Table.Read(text).Take(2).ToList();
            if (found.Count > 0)
            {
                return found;
            }
        }

        return [];
    }
}
