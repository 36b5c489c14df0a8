using System.Globalization;
using System.Text.RegularExpressions;

namespace Causeway.ResourceDirectory;

/// <summary>Ages, waiting times and the way help comes: read where it is plain, left as typed where it is not.</summary>
internal static class TermsReading
{
    private static readonly Regex AgeRange = New(@"(?<a>\d{1,3})\s*(?:세|岁|歳|years?|yrs?|jahre?n?|ans|años|anni|anos|jaar)?\s*(?:-|–|—|~|〜|/|to|bis|à|a|al|até|tot|do|до|ila|إلى|から|부터|至|tól|đến|,)\s*(?<b>\d{1,3})");
    private static readonly Regex AgeFrom = New(@"(?:\b(?:from|ab|over|above|dès|desde|a partir de|dai|da|vanaf|od|powyżej|от|ab dem|min|từ|age|>|≥)\s*(?<a>\d{1,3}))|(?:(?<a>\d{1,3})\s*(?:세|岁|歳|years?|jahre|ans)?\s*(?:\+|فما فوق|and over|or over|and older|or older|and above|and up|plus|이상|歳以上|岁以上|以上|yaş üstü|éves kortól))");
    private static readonly Regex AgeTo = New(@"(?:\b(?:up to|under|below|until|bis|unter|jusqu'à|moins de|hasta|menores de|até|fino a|tot|onder|do|poniżej|до|dưới|đến)\s*(?<b>\d{1,3}))|(?:(?:<|≤)\s*(?<b>\d{1,3}))|(?:(?<b>\d{1,3})\s*(?:and under|or under|이하|歳以下|岁以下|以下|歳まで|yaşa kadar))");
    private static readonly Regex OneAge = New(@"^(?:age|alter|edad|âge)?\s*(?<a>\d{1,3})\s*(?:years?|yrs?|jahre?|ans|años|anni|anos|jaar|lat|лет|yaş|세|岁|歳|éves)?$");
    private static readonly Regex Span = New(@"(?<a>\d{1,3})\s*(?:(?:-|–|—|~|to|bis|à|a|do|до|至)\s*(?<b>\d{1,3})\s*)?(?<unit>\p{L}+)");

    private static readonly string[] AllAges = Fold("all ages|any age|all|alle|alle altersgruppen|jedes alter|tous ages|tout age|todas las edades|todas as idades|tutte le eta|alle leeftijden|wszystkie|все возрасты|her yas|جميع الأعمار|전연령|전 연령|모든 연령|所有年龄|全年龄|全年齢|minden korosztaly|moi lua tuoi");
    private static readonly string[] Adults = Fold("adults|adult|adults only|erwachsene|nur erwachsene|adultes|adultos|adulti|volwassenen|dorosli|взрослые|yetiskin|بالغين|성인|成人|大人|felnottek|nguoi lon");
    private static readonly string[] Children = Fold("children|kids|child|kinder|enfants|ninos|criancas|bambini|kinderen|dzieci|дети|cocuk|أطفال|아동|儿童|子ども|gyerekek|tre em");
    private static readonly string[] Youth = Fold("adolescents|teenagers|teens|youth|jugendliche|adolescentes|ados|adolescenti|jongeren|mlodziez|подростки|ergen|مراهقين|청소년|青少年|kamaszok|thanh thieu nien");

    private static readonly string[] NoWait = Fold("no wait|none|no waiting|no waiting time|immediate|immediately|straight away|keine|keine wartezeit|sofort|aucune|pas d attente|immediat|sin espera|inmediato|sem espera|imediato|nessuna attesa|nessuna|immediato|geen|geen wachttijd|brak|od razu|нет|сразу|yok|hemen|لا يوجد|فوري|없음|즉시|无需等待|立即|なし|すぐ|nincs|azonnal|khong cho|ngay|0");

    private static readonly (int Days, string[] Words)[] Units =
    [
        (0, Fold("minute minutes min minuten minuti minutos минут hour hours h stunde stunden heure heures hora horas ore uur godzin часов saat 시간 分 小时 時間", ' ')),
        (1, Fold("day days d tag tage tagen jour jours dia dias giorno giorni dag dagen dzien dni день дня дней gun يوم أيام 일 天 日 nap ngay", ' ')),
        (7, Fold("week weeks wk wks w woche wochen semaine semaines sem semana semanas settimana settimane weken tydzien tygodnie tygodni неделя недели недель hafta أسبوع أسابيع 주 주일 周 星期 週間 週 het tuan", ' ')),
        (30, Fold("month months mo mos monat monate monaten mon mois mes meses mese mesi maand maanden miesiac miesiace miesiecy месяц месяца месяцев ay شهر أشهر 개월 달 个月 月 か月 ヶ月 honap thang", ' ')),
        (365, Fold("year years yr jahr jahre jahren an ans ano anos anno anni jaar rok lata год года лет yil سنة 년 年 ev nam", ' ')),
    ];

    private static readonly (Delivery Way, string[] Words)[] Ways =
    [
        (Delivery.Remote, Fold("online|remote|virtual|video|zoom|skype|teams|telehealth|teletherapy|telemedicine|by phone|phone|telefonisch|en ligne|a distance|visio|en linea|a distancia|remoto|em linha|a distanza|op afstand|zdalnie|онлайн|дистанционно|удаленно|cevrimici|عن بعد|اونلاين|온라인|비대면|화상|线上|在线|远程|オンライン|リモート|truc tuyen|tu xa|tavolrol")),
        (Delivery.Visiting, Fold("visiting|home visit|home visits|visits|visits the school|comes to school|comes to the school|comes to us|يزور المدرسة|outreach|mobile team|hausbesuch|hausbesuche|kommt in die schule|aufsuchend|a domicile|visites|a domicilio|visitas|domiciliare|huisbezoek|wizyty domowe|выезд|на дому|evde|زيارة منزلية|방문|방문 상담|上门|訪問|kiszallas|tai nha")),
        (Delivery.OnSite, Fold("on site|onsite|on campus|in school|at school|at the school|in der schule|vor ort in der schule|a l ecole|sur place|en el colegio|en la escuela|na escola|a scuola|op school|w szkole|в школе|okulda|في المدرسة|교내|학교|校内|学校|iskolaban|tai truong")),
        (Delivery.External, Fold("in person|face to face|own rooms|own practice|at their office|내방|في العيادة|external|at the clinic|clinic|office|practice|in prasenz|prasenz|in der praxis|praxis|vor ort|extern|en presentiel|presentiel|au cabinet|cabinet|presencial|en consulta|in presenza|in studio|fysiek|in de praktijk|stacjonarnie|w gabinecie|очно|yuz yuze|حضوري|대면|내원|面对面|线下|対面|来院|szemelyesen|truc tiep")),
    ];

    private static readonly Memo<UnderstoodAges?> KnownAges = new(AgesAnew);

    private static readonly Memo<UnderstoodWait?> KnownWaits = new(WaitingAnew);

    private static readonly Memo<IReadOnlyList<Delivery>> KnownWays = new(DeliveryAnew);

    public static UnderstoodAges? Ages(string text) => KnownAges.Of(text);

    public static UnderstoodWait? Waiting(string text) => KnownWaits.Of(text);

    /// <summary>Every way named; empty when none is.</summary>
    public static IReadOnlyList<Delivery> DeliveryOf(string text) => KnownWays.Of(text);

    private static UnderstoodAges? AgesAnew(string text)
    {
        var plain = PhoneReading.WithPlainDigits(TextCleaning.OneLine(text)).ToLowerInvariant();
        if (plain.Length > 60)
        {
            return null;
        }

        if (AgeRange.Matches(plain) is { Count: 1 } ranges)
        {
            return Ages(Number(ranges[0], "a"), Number(ranges[0], "b"), text);
        }

        if (AgeFrom.Matches(plain) is { Count: 1 } from)
        {
            return Ages(Number(from[0], "a"), null, text);
        }

        if (AgeTo.Matches(plain) is { Count: 1 } to)
        {
            return Ages(null, Number(to[0], "b"), text);
        }

        if (OneAge.Match(plain) is { Success: true } one)
        {
            return Ages(Number(one, "a"), Number(one, "a"), text);
        }

        var folded = TextCleaning.Fold(text);
        return AllAges.Contains(folded) ? new UnderstoodAges(0, null, text)
            : Adults.Contains(folded) ? new UnderstoodAges(18, null, text)
            : Children.Contains(folded) ? new UnderstoodAges(0, 12, text)
            : Youth.Contains(folded) ? new UnderstoodAges(12, 18, text)
            : null;
    }

    private static UnderstoodWait? WaitingAnew(string text)
    {
        var plain = PhoneReading.WithPlainDigits(TextCleaning.OneLine(text)).ToLowerInvariant().Trim('.', ' ');
        var folded = TextCleaning.Fold(text);
        if (NoWait.Contains(folded))
        {
            return new UnderstoodWait(0, 0, text);
        }

        if (plain.Length > 60 || Span.Matches(plain) is not { Count: 1 } spans || UnitOf(spans[0].Groups["unit"].Value) is not { } days)
        {
            return null;
        }

        int from = Number(spans[0], "a")!.Value, to = Number(spans[0], "b") ?? from;
        var startsAtNothing = NoWait.Any(word => word.Length > 3 && folded.StartsWith(word + " ", StringComparison.Ordinal));
        var isLimit = StartsWithAny(folded, "up to", "max", "under", "less than", "bis", "hasta", "jusqu", "fino", "tot", "до", "maximal", "ate ");
        var isLeast = StartsWithAny(folded, "over", "more than", "at least", "mind", "uber", "plus de", "mas de", "min", "от ") || plain.Contains('+', StringComparison.Ordinal);
        return new UnderstoodWait(startsAtNothing || isLimit ? 0 : from * days, isLeast ? null : to * days, text);
    }

    private static IReadOnlyList<Delivery> DeliveryAnew(string text)
    {
        var folded = $" {TextCleaning.Fold(text)} ";
        return (IReadOnlyList<Delivery>)[.. Ways.Where(way => way.Words.Any(word => word[0] < 0x1100 ? folded.Contains($" {word} ", StringComparison.Ordinal) : folded.Contains(word, StringComparison.Ordinal))).Select(way => way.Way)];
    }

    private static UnderstoodAges? Ages(int? from, int? to, string text) =>
        from > 120 || to > 120 ? null : from > to ? new UnderstoodAges(to, from, text) : new UnderstoodAges(from, to, text);

    private static int? UnitOf(string word)
    {
        var folded = TextCleaning.Fold(word);
        foreach (var (days, words) in Units)
        {
            if (words.Any(unit => unit[0] < 0x1100 ? string.Equals(unit, folded, StringComparison.Ordinal) : folded.StartsWith(unit, StringComparison.Ordinal)))
            {
                return days;
            }
        }

        return null;
    }

    private static bool StartsWithAny(string text, params ReadOnlySpan<string> starts)
    {
        foreach (var start in starts)
        {
            if (text.StartsWith(start, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private static int? Number(Match match, string group) =>
        match.Groups[group] is { Success: true } found ? int.Parse(found.Value, CultureInfo.InvariantCulture) : null;

    // The backtracking engine on short text only: the other one of .NET 10 misses matches when a pattern may start with a blank.
    private static Regex New(string pattern) => new(pattern, RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));

    private static string[] Fold(string words, char separator = '|') => [.. words.Split(separator).Select(TextCleaning.Fold)];
}
