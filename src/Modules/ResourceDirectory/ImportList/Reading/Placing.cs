namespace Causeway.ResourceDirectory;

/// <summary>Inside or outside the school, open or full: the words lists use for it.</summary>
internal static class Placing
{
    private static readonly string[] InsideWords = Fold("inside|internal|intern|in school|school staff|interne|interno|interna|dentro|wewnetrzny|внутренний|ic|okul ici|داخلي|داخل|교내|내부|校内|内部|belso|noi bo");
    private static readonly string[] OutsideWords = Fold("outside|external|extern|externe|externo|externa|esterno|fuera|zewnetrzny|внешний|dis|okul disi|خارجي|خارج|교외|외부|校外|外部|kulso|ben ngoai");
    private static readonly string[] OpenWords = Fold("accepts new clients|accepts new patients|accepting new clients|accepting new patients|accepting|taking new clients|taking clients|has places|places available|available|open|nimmt neue|nimmt auf|freie platze|plaetze frei|platze frei|accepte|places disponibles|acepta|con plazas|aceita|accetta|neemt aan|plaats|przyjmuje|принимает|kabul ediyor|يقبل|가능|有空位|可接收|空きあり|受付中|fogad|con cho");
    private static readonly string[] FullWords = Fold("not accepting|no new clients|no new patients|not taking|no capacity|full|fully booked|closed|waiting list only|waitlist only|ausgebucht|voll|aufnahmestopp|keine aufnahme|nimmt keine|complet|n accepte plus|lleno|sin plazas|no acepta|lotado|nao aceita|al completo|non accetta|vol|geen plaats|brak miejsc|nie przyjmuje|мест нет|не принимает|dolu|لا يقبل|ممتلئ|마감|불가|已满|停止接收|満員|受付停止|betelt|nem fogad|het cho");

    /// <summary>Null when the wording says neither.</summary>
    public static bool? Inside(string text) => OneOf(text, InsideWords, OutsideWords);

    public static bool? TakesNew(string text) => OneOf(text, OpenWords, FullWords);

    // The "no" is looked for first: "not accepting" holds "accepting".
    private static bool? OneOf(string text, string[] yes, string[] no)
    {
        var folded = $" {TextCleaning.Fold(text)} ";
        return no.Any(word => Has(folded, word)) ? false : yes.Any(word => Has(folded, word)) ? true : null;
    }

    private static bool Has(string folded, string word) => word[0] < 0x1100 ? folded.Contains($" {word} ", StringComparison.Ordinal) : folded.Contains(word, StringComparison.Ordinal);

    private static string[] Fold(string words) => [.. words.Split('|').Select(TextCleaning.Fold)];
}
