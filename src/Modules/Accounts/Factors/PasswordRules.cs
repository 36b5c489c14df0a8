using System.Text.RegularExpressions;
using Causeway.Kernel;

namespace Causeway.Accounts;

/// <summary>
/// What makes a password (R12): 15 to 128 characters, any characters, no composition rules, no forced change. Refused is
/// what people commonly choose at that length, found by rule: common words and the person's own words taken out, keyboard
/// runs and repetitions folded, something of its own must remain.
/// </summary>
internal static partial class PasswordRules
{
    public const int Shortest = 15;
    public const int Longest = 128;

    /// <summary>What must remain after common parts are gone: four hard characters beside a well-known phrase are not enough.</summary>
    private const int LeastOwn = 7;

    private static readonly string[] CommonWords =
    [
        "password", "passwort", "motdepasse", "contrasena", "passphrase", "passcode", "letmein", "welcome", "willkommen",
        "bienvenue", "iloveyou", "monkey", "dragon", "sunshine", "princess", "football", "baseball", "superman", "batman",
        "starwars", "master", "shadow", "michael", "jessica", "jennifer", "trustno", "whatever", "freedom", "computer",
        "internet", "login", "admin", "administrator", "secret", "geheim", "changeme", "default", "testing", "test",
        "correct", "horse", "battery", "staple", "causeway", "safeguarding", "safeguard", "school", "schule", "ecole", "teacher",
        "counsellor", "counselor", "children", "pupil", "student", "college", "academy", "spring", "summer", "autumn",
        "winter", "january", "february", "march", "april", "june", "july", "august", "september", "october", "november",
        "december", "monday", "friday", "hello", "please", "account", "security", "access", "mypassword", "the", "my", "is",
    ];

    private static readonly string[] Runs =
    [
        "abcdefghijklmnopqrstuvwxyz", "01234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm", "qwertzuiop", "yxcvbnm",
        "azertyuiop", "qsdfghjklm", "wxcvbn", "1qaz2wsx3edc4rfv5tgb6yhn7ujm", "qazwsxedcrfvtgbyhnujm", "!@#$%^&*()",
    ];

    /// <param name="context">Name, mail address, name of the site: what an attacker tries first.</param>
    public static Refusal? Check(string? password, IEnumerable<string> context)
    {
        var length = password is null ? 0 : password.EnumerateRunes().Count();
        if (length < Shortest)
        {
            return new Refusal("password.short", "Use at least {0} characters: a sentence of your own is easy to keep.", "Password", Shortest);
        }

        if (length > Longest)
        {
            return new Refusal("password.long", "Use at most {0} characters.", "Password", Longest);
        }

        return OwnPart(password!, context) < LeastOwn
            ? new Refusal("password.common", "This is made of words or patterns that are tried first. Choose a sentence of your own.", "Password")
            : null;
    }

    internal static int OwnPart(string password, IEnumerable<string> context)
    {
        var text = WithoutPatterns(password.Normalize(System.Text.NormalizationForm.FormKC).ToLowerInvariant());
        var words = context.SelectMany(Words).Concat(CommonWords).OrderByDescending(w => w.Length).ToList();
        text = words.Aggregate(Spelled(text, words), (rest, word) => rest.Replace(word, " ", StringComparison.Ordinal));
        return Folded(WithoutPatterns(text)).Distinct().Count();
    }

    private static string WithoutPatterns(string text) => Runs
        .SelectMany(r => (string[])[r, new string([.. r.Reverse()])])
        .Aggregate(Year().Replace(text, " "), WithoutRun);

    // P4ssw0rd is password to every guessing program.
    private static string Spelled(string text, List<string> words)
    {
        var spelled = text.Replace('0', 'o').Replace('@', 'a').Replace('$', 's').Replace('3', 'e').Replace('4', 'a').Replace('1', 'i');
        return words.Exists(w => w.Length > 4 && spelled.Contains(w, StringComparison.Ordinal)) ? spelled : text;
    }

    private static IEnumerable<string> Words(string text) => Separators().Split(text.ToLowerInvariant()).Where(w => w.Length >= 3);

    // Four characters in a row along a keyboard or the alphabet count as nothing.
    private static string WithoutRun(string text, string run)
    {
        const int least = 4;
        for (var i = 0; i + least <= text.Length; i++)
        {
            var length = 0;
            while (i + length < text.Length && length < run.Length && run.Contains(text.Substring(i, length + 1), StringComparison.Ordinal))
            {
                length++;
            }

            if (length >= least)
            {
                text = text[..i] + " " + text[(i + length)..];
            }
        }

        return text;
    }

    /// <summary>"abcabcabc" is "abc", "aaaa" is "a".</summary>
    private static string Folded(string text)
    {
        var dense = string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
        for (var size = 1; size <= dense.Length / 2; size++)
        {
            var piece = dense[..size];
            if (dense.Length % size == 0 && string.Concat(Enumerable.Repeat(piece, dense.Length / size)) == dense)
            {
                return piece;
            }
        }

        return dense;
    }

    [GeneratedRegex(@"(?:19|20)\d\d", RegexOptions.NonBacktracking)]
    private static partial Regex Year();

    [GeneratedRegex(@"[^\p{L}\p{N}]+", RegexOptions.NonBacktracking)]
    private static partial Regex Separators();
}
