using Causeway.Kernel;

namespace Causeway.ResourceDirectory;

/// <summary>Recognises needs in the words of lists and searches, in the languages they come in.</summary>
internal static class NeedWords
{
    private static readonly WordTable<string> Words = new(
        ("learning.reading", "dyslex legasth reading lesen rechtschreib literacy lecture lectoescritura 난독 독서 阅读"),
        ("learning.maths", "dyscalc dyskalk rechenschw math mathe calcul 수학 数学"),
        ("learning.attention", "adhd ads tdah add attention aufmerksam konzentrat concentrat hyperact 주의력 注意力"),
        ("learning.language", "eal esl daz mother_tongue second_language zweitsprache fremdsprache"),
        ("learning.assessment", "assess diagnost testung psychoeducational bilan evaluat begutacht 평가 검사"),
        ("learning.gifted", "gifted hochbegab surdou high_abil 영재"),
        ("behaviour.refusal", "school_refus schulverweiger schulangst absentee phobie_scolaire 등교"),
        ("behaviour.aggression", "aggress anger wut gewalttat conduct colere 분노"),
        ("behaviour.bullying", "bully mobbing harcel acoso 따돌림 왕따 霸凌"),
        ("behaviour.online", "gaming internet online_safe cyber medien screen 게임 인터넷"),
        ("behaviour.substances", "drug alcohol addict sucht substance droge alkohol toxico addicc 중독 알코올"),
        ("behaviour.offending", "youth_offend juvenile straff delinqu jugendgericht bewahrungshilf probation"),
        ("behaviour.sexual", "harmful_sexual sexual_behav"),
        ("family.separation", "divorce separat scheidung trennung mediat 이혼"),
        ("family.parenting", "parent erziehung elternberat education_parental family_advice familienberat 부모 육아"),
        ("family.grief", "grief bereave trauer deuil duelo loss_of 애도"),
        ("family.relocation", "relocat expat integrat migrat newcomer third_culture tck 이주"),
        ("family.carer", "young_carer carer pflegende"),
        ("family.violence", "domestic hausliche violence gewaltschutz frauenhaus shelter violences_conjug 가정폭력"),
        ("family.abuse", "abuse missbrauch misshandl maltrait abus kinderschutz child_protect protection_de_l'enfance safeguard 학대 아동보호 虐待"),
        ("family.neglect", "neglect verwahrlos vernachlass negligen 방임"),
        ("family.exploitation", "traffick menschenhandel exploit traite"),
        ("health.anxiety", "anxi angst panic phobi angoiss 불안 焦虑"),
        ("health.mood", "depress mood low_mood 우울 抑郁"),
        ("health.self-harm", "suicid self-harm self_harm selbstverletz automutil 자해 자살 自杀"),
        ("health.eating", "eating_dis essstor anorex bulim alimentaire 섭식"),
        ("health.trauma", "trauma ptsd emdr 트라우마 创伤"),
        ("health.autism", "autis asperger asd autist 자폐 自闭"),
        ("health.speech", "speech logop stutter stotter orthophon slt slp sprachtherap 언어치료 言语"),
        ("health.movement", "occupational ergother physio motor psychomot 작업치료 물리치료"),
        ("health.senses", "hearing_test hearing_aid audiolog augenarzt optic vision ophtal sehhilf 청각"),
        ("health.body", "paediat pediat kinderarzt general_pract hausarzt medecin_gen nurse schularzt school_doctor hospital krankenhaus klinik 소아과 儿科"),
        ("health.sexual", "sexual_health pregnan schwanger gynec gyneco contracep"),
        ("leisure.friends", "friend lonel social_skill sozialkompet soziale_kompet 친구"),
        ("leisure.activities", "sport music musik swim theat scout club loisir art_class 스포츠 音乐"),
        ("support.crisis", "crisis krisen hotline helpline childline sorgentelefon emergency_line 위기 상담전화"),
        ("support.law", "lawyer legal rechtsanwalt rechtsberat avocat abogad attorney solicitor 변호사 律师"),
        ("support.papers", "visa residence aufenthalt asyl asylum immigration embassy consul 비자 签证"),
        ("support.money", "benefit sozialhilfe debt schuldner housing wohnung financial_aid food_bank"),
        ("support.interpreting", "interpret dolmetsch translat traduct 통역 口译"),
        ("support.daycare", "day_care daycare kita creche tagesmutter nursery hort after_school babysit 어린이집"),
        ("support.disability", "disabil behinder handicap inclusion wheelchair 장애"));

    /// <summary>Needs that these words speak of, likeliest first; retired codes as their successors.</summary>
    public static IEnumerable<Need> Read(string words) => Words.Read(words).Select(code => NeedTaxonomy.Find(code)!).Distinct();
}
