namespace Causeway.Linkage;

/// <summary>
/// How the letters of alphabetic scripts are written in Latin. One letter has one spelling, chosen to be near what people use
/// in passports; the many other spellings are the business of the sound key.
/// </summary>
internal static class Alphabet
{
    private const string Cyrillic =
        "а=a б=b в=v г=g д=d е=e ё=yo ж=zh з=z и=i й=y к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ф=f х=kh ц=ts ч=ch ш=sh щ=shch " +
        "ъ= ы=y ь= э=e ю=yu я=ya і=i ї=yi є=ye ґ=g ў=u ђ=dj ј=j љ=lj њ=nj ћ=c џ=dz ѓ=gj ќ=kj ѕ=dz ә=a ғ=g қ=k ң=n ө=o ұ=u ү=u һ=h";

    private const string Greek =
        "α=a β=v γ=g δ=d ε=e ζ=z η=i θ=th ι=i κ=k λ=l μ=m ν=n ξ=x ο=o π=p ρ=r σ=s ς=s τ=t υ=y φ=f χ=ch ψ=ps ω=o";

    private const string Arabic =
        "ا=a أ=a إ=i آ=a ٱ=a ب=b ت=t ث=th ج=j ح=h خ=kh د=d ذ=dh ر=r ز=z س=s ش=sh ص=s ض=d ط=t ظ=z ع=a غ=gh ف=f ق=q ك=k ل=l م=m ن=n " +
        "ه=h و=w ي=y ى=a ة=a ئ=y ؤ=w ء= ـ= پ=p چ=ch ژ=zh گ=g ک=k ی=y ڤ=v ٹ=t ڈ=d ڑ=r ں=n ھ=h ہ=h ے=e";

    private const string Hebrew =
        "א=a ב=b ג=g ד=d ה=h ו=v ז=z ח=ch ט=t י=y כ=k ך=k ל=l מ=m ם=m נ=n ן=n ס=s ע=a פ=p ף=f צ=ts ץ=ts ק=k ר=r ש=sh ת=t";

    private const string Georgian =
        "ა=a ბ=b გ=g დ=d ე=e ვ=v ზ=z თ=t ი=i კ=k ლ=l მ=m ნ=n ო=o პ=p ჟ=zh რ=r ს=s ტ=t უ=u ფ=p ქ=k ღ=gh ყ=q შ=sh ჩ=ch ც=ts ძ=dz " +
        "წ=ts ჭ=ch ხ=kh ჯ=j ჰ=h";

    private const string Armenian =
        "ա=a բ=b գ=g դ=d ե=e զ=z է=e ը=e թ=t ժ=zh ի=i լ=l խ=kh ծ=ts կ=k հ=h ձ=dz ղ=gh ճ=ch մ=m յ=y ն=n շ=sh ո=o չ=ch պ=p ջ=j ռ=r " +
        "ս=s վ=v տ=t ր=r ց=ts ւ=u փ=p ք=k օ=o ֆ=f և=ev";

    public static IReadOnlyList<string> All { get; } = [Cyrillic, Greek, Arabic, Hebrew, Georgian, Armenian];

    public static Dictionary<char, string> Parse(string alphabet)
    {
        var letters = new Dictionary<char, string>();
        foreach (string pair in alphabet.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            letters[pair[0]] = pair[2..];
        }

        return letters;
    }
}
