namespace Causeway.Linkage;

/// <summary>Words of organisation names: legal forms that say nothing, and abbreviations with their full word.</summary>
internal static class OrganisationWords
{
    private static readonly HashSet<string> LegalForms =
    [
        .. ("ltd limited llc inc incorporated corp corporation co company plc gmbh ag aktiengesellschaft kft bt zrt nyrt rt sl sa sarl sas srl spa bv nv ab oy as " +
            "ev eg kg ohg se pte pty llp lp pc fz kgaa sro doo ooo oao zao pao jsc ojsc cjsc pjsc ano na the of and und et y es i der die das de la le les du").Split(' '),
    ];

    private static readonly Dictionary<string, string> FullWords = Read(
        "ctr=centre center=centre cntr=centre cent=centre svc=services svcs=services service=services assoc=associates associate=associates association=associates " +
        "dev=development develop=development paed=paediatric pediatric=paediatric ped=paediatric intl=international st=saint univ=university univerity=university " +
        "hosp=hospital dept=department acad=academy ctrs=centre centers=centre centres=centre comm=community org=organisation organization=organisation " +
        "sch=school elem=elementary psych=psychology psychological=psychology psychologist=psychology counseling=counselling counsel=counselling " +
        "rest=restaurant cafe=cafe caffe=cafe coffeehouse=cafe learn=learning lrng=learning chldrn=children childrens=children child=child kids=kids " +
        "nurs=nursery presch=preschool prek=prekindergarten govt=government natl=national mfg=manufacturing bros=brothers " +
        "line=helpline hotline=helpline n=north s=south e=east w=west daycare=daycare");

    private static readonly HashSet<string> Kinds =
    [
        .. ("clinic centre practice services associates foundation school institute hospital academy college university helpline crisis therapy counselling " +
            "development learning psychology paediatric support international society church nursery preschool daycare kindergarten restaurant cafe grill bar " +
            "house kitchen room club agency group bank trust partners committee department ministry council klinik klinika praxis zentrum kozpont rendelo " +
            "alapitvany stiftung fundacion fundacao fondation centro clinica consejeria gyermekfejleszto egyesulet verein kinderarztpraxis mhs cdc " +
            "mental speech language organisation office network project").Split(' '),
    ];

    public static bool IsLegalForm(string word) => LegalForms.Contains(word);

    public static string Full(string word) => FullWords.GetValueOrDefault(word, word);

    /// <summary>Whether the word names a kind of organisation, so that its bearer is no person.</summary>
    public static bool IsKind(string word) => Kinds.Contains(word);

    private static Dictionary<string, string> Read(string pairs)
    {
        var words = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (string pair in pairs.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            int at = pair.IndexOf('=', StringComparison.Ordinal);
            words[pair[..at]] = pair[(at + 1)..];
        }

        return words;
    }
}
