using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Causeway.ResourceDirectory;

/// <summary>Whether a text speaks of days of the week or times of the day: "Mon-Thu 9-17", "mer 14h-19h", "월·화", "24/7".</summary>
internal static class TimesOfWeek
{
    private static readonly FrozenSet<string> Words = (
        "mon tue tues wed thu thur thurs fri sat sun monday tuesday wednesday thursday friday saturday sunday daily weekdays weekends mornings afternoons evenings day night "
        + "mo di mi do fr sa so montag dienstag mittwoch donnerstag freitag samstag sonntag taglich abends vormittags nachmittags werktags "
        + "lun mar mer jeu ven sam dim lundi mardi mercredi jeudi vendredi samedi dimanche soir soiree matin "
        + "mie jue vie sab dom lunes martes miercoles jueves viernes sabado domingo tardes mananas "
        + "seg ter qua qui sex segunda terca quarta quinta sexta mer gio lunedi martedi mercoledi giovedi venerdi sabato domenica "
        + "ma wo vr za zo maandag dinsdag woensdag donderdag vrijdag zaterdag zondag pn wt sr czw pt nd poniedzialek wtorek sroda czwartek piatek sobota niedziela "
        + "пн вт ср чт пт сб вс понедельник вторник среда четверг пятница суббота воскресенье pzt sal car per cum paz pazartesi sali carsamba persembe cuma cumartesi pazar "
        + "الأحد الاثنين الإثنين الثلاثاء الأربعاء الخميس الجمعة السبت يوميا het ke sze cs csut pen szo vas hetfo kedd szerda csutortok pentek szombat vasarnap "
        + "월 화 수 목 금 토 일 월요일 화요일 수요일 목요일 금요일 토요일 일요일 평일 주말 周一 周二 周三 周四 周五 周六 周日 星期一 星期二 星期三 星期四 星期五 月曜 火曜 水曜 木曜 金曜 土曜 日曜 平日")
        .Split(' ').Select(TextCleaning.Fold).ToFrozenSet(StringComparer.Ordinal);

    private static readonly Regex Clock = new(
        @"(?:^|[^0-9])(?:[01]?[0-9]|2[0-4])(?::[0-5][0-9]|h[0-5]?[0-9]?|[ ]?(?:am|pm|uhr)|[ ]?[-–][ ]?(?:[01]?[0-9]|2[0-4])(?:[^0-9]|$))|24/7",
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase);

    public static bool Named(string text) => text.Length <= 80 && (TextCleaning.Fold(text).Split(' ').Any(Words.Contains) || Clock.IsMatch(text));
}
