namespace Causeway.Linkage;

/// <summary>Titles, degrees and particles: parts of a written name that do not say who it is.</summary>
internal static class PersonWords
{
    private static readonly HashSet<string> Titles =
    [
        .. ("dr dra dres prof professor mr mrs ms miss mx sir madam mme mlle herr frau fr doc doctor phd md msc ma mba bsc hons lcsw psyd med lmft mrcpsych dphil " +
            "dipl psych mag lic mgr lek ing habil csc rn llm llb jr sr ii iii iv esq dds mph pgce cpsychol edd bed lpc bcba msw slp ot otr ccc " +
            "shaikh sheikh haji hajji mullah maulavi mawlawi qari").Split(' '),
    ];

    private static readonly HashSet<string> Particles =
        [.. "de la del della di da das dos do von van der den zu zur le el al bin ben ibn bint abu y e und af av ter ten st".Split(' ')];

    public static bool IsTitle(string word) => Titles.Contains(word);

    public static bool IsParticle(string word) => Particles.Contains(word);
}
