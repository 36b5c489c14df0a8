using System.Text;

namespace Causeway.Linkage;

/// <summary>
/// Usual Latin spellings of common names in Arabic script. The script leaves out short vowels, so that letters alone give
/// "mhmd"; the sound key can live with that, a person who searches for "Mohammed" cannot.
/// </summary>
internal static class ArabicNames
{
    private const string Common =
        "محمد=muhammad أحمد=ahmad احمد=ahmad محمود=mahmoud مصطفى=mustafa علي=ali حسن=hassan حسين=hussein عمر=omar خالد=khalid يوسف=yusuf " +
        "إبراهيم=ibrahim ابراهيم=ibrahim عبدالله=abdullah عبد=abd الله=allah الرحمن=rahman الرحيم=rahim كريم=karim طارق=tariq سمير=samir " +
        "وليد=walid ناصر=nasser زياد=ziad فاطمة=fatima عائشة=aisha مريم=maryam زينب=zainab خديجة=khadija نور=nour ليلى=layla حنان=hanan " +
        "رانيا=rania سلمى=salma ياسمين=yasmin هدى=huda أمينة=amina امينة=amina سمية=sumaya دينا=dina لينا=lina رشا=rasha سارة=sara " +
        "هبة=heba منى=mona نادية=nadia سعاد=suad ماجد=majid سعيد=said سعد=saad صالح=saleh فيصل=faisal سلطان=sultan جمال=jamal كمال=kamal " +
        "عادل=adel رامي=rami هشام=hisham هاني=hani باسم=basem بلال=bilal أنس=anas انس=anas أيمن=ayman ايمن=ayman أسامة=osama حمزة=hamza " +
        "عثمان=othman جابر=jaber قاسم=qasim عزيز=aziz منصور=mansour حداد=haddad خوري=khoury نصار=nassar حمدان=hamdan درويش=darwish " +
        "سليمان=suleiman بركات=barakat شاهين=shaheen عبود=abboud بيطار=bitar فارس=fares طاهر=tahir حمود=hammoud بكر=bakr أبو=abu ابو=abu " +
        "ابن=ibn بن=bin بنت=bint السيد=alsayed المصري=almasri النجار=alnajjar الشريف=alsharif الأحمد=alahmad الحسن=alhassan " +
        "الرشيد=alrashid الزهراني=alzahrani العلي=alali الحسين=alhussein القاسم=alqasim الخطيب=alkhatib زياني=ziani تميم=tamim جورج=george " +
        "ميشيل=michel الياس=elias إلياس=elias بطرس=boutros حنا=hanna جميل=jamil نبيل=nabil رشيد=rashid حميد=hamid مجيد=majeed لطيف=latif " +
        "رضا=reza مهدي=mehdi جواد=javad حامد=hamed صادق=sadeq باقر=baqer أمير=amir امير=amir نجار=najjar مصري=masri عباس=abbas جعفر=jafar";

    private static readonly Dictionary<string, string> Table = Read();

    public static string? Spelling(string word) => Table.GetValueOrDefault(word);

    /// <summary>The text in Latin letters where at least one of its words is a known name, else an empty string.</summary>
    public static string Respell(string text)
    {
        if (!ContainsArabic(text))
        {
            return "";
        }

        bool known = false;
        var result = new StringBuilder();
        foreach (string word in text.Split([' ', ',', '\u060c', '-'], StringSplitOptions.RemoveEmptyEntries))
        {
            string? spelling = Spelling(word);
            known |= spelling is not null;
            result.Append(result.Length > 0 ? " " : "").Append(spelling ?? TextFolding.Fold(word));
        }

        return known ? result.ToString() : "";
    }

    public static bool ContainsArabic(ReadOnlySpan<char> text) => text.IndexOfAnyInRange('\u0620', '\u06d5') >= 0;

    private static Dictionary<string, string> Read()
    {
        var table = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (string pair in Common.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            int at = pair.IndexOf('=', StringComparison.Ordinal);
            table[pair[..at]] = pair[(at + 1)..];
        }

        return table;
    }
}
