namespace Causeway.Linkage;

/// <summary>Which part of a name a word is, where separate columns say so.</summary>
internal enum NamePart : byte
{
    Unknown,
    Given,
    Family,
}

/// <summary>A name taken apart: its words without titles, in the order written.</summary>
/// <param name="Words">Numbers in the <see cref="WordBook"/>.</param>
/// <param name="Parts">One for each word.</param>
/// <param name="Sounds">Sound numbers to find pairs by: of the words and of neighbours written together.</param>
internal sealed record NameForm(int[] Words, NamePart[] Parts, int[] Sounds)
{
    public static NameForm Empty { get; } = new([], [], []);

    public bool Has(NamePart part) => Array.IndexOf(Parts, part) >= 0;
}
