namespace Causeway.ResourceDirectory;

/// <summary>What a concern is about, in the six groups a school knows; each group has its role inside the school.</summary>
internal enum ConcernGroup
{
    Learning,
    Behaviour,
    Family,
    Health,
    Leisure,
    Support,
}

/// <summary>One need in the words that services, searches and gaps share. The code is stored and never changes.</summary>
/// <param name="Label">English; looked up in the reader's language.</param>
/// <param name="Protection">A child may be in danger: the duty to report comes before any list.</param>
/// <param name="Successor">Set: the code is retired; what was filed under it counts as this one.</param>
internal sealed record Need(string Code, ConcernGroup Group, string Label, bool Protection = false, string? Successor = null);

/// <summary>
/// Causeway's own list of needs, worded for schools. A code may be retired, never reused: it names its successor, and data
/// filed under it stay valid.
/// </summary>
internal static class NeedTaxonomy
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

    /// <summary>Needs that these words speak of, likeliest first.</summary>
    public static IEnumerable<Need> Read(string words) => Words.Read(words).Select(code => ByCode[code]);

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
