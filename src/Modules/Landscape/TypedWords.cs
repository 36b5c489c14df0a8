using Causeway.Kernel;

namespace Causeway.Landscape;

/// <summary>What somebody typed into one field, tidied and measured.</summary>
internal static class TypedWords
{
    public const int Line = 160;
    public const int Paragraph = 1000;
    public const int Page = 4000;

    public static readonly Refusal TooLong = new("text.too-long", "Write no more than {0} characters.");
    public static readonly Refusal Missing = new("text.missing", "Write something here.");
    public static readonly Refusal NotHttps = new("link.not-https", "Give an address that begins with https://, or leave it empty.");

    /// <summary>Ends of lines as one kind, nothing around it; never null.</summary>
    public static string Tidy(string? text) => (text ?? "").ReplaceLineEndings("\n").Trim();

    public static Refusal? Check(string? text, int longest, string field, bool needed = false) => Tidy(text) switch
    {
        { Length: 0 } => needed ? Missing with { Field = field } : null,
        var t when t.Length > longest => TooLong with { Field = field, Values = [longest] },
        _ => null,
    };

    public static Refusal? CheckLink(string? link, string field) =>
        Check(link, 500, field) ?? (Tidy(link).Length == 0
            || (Uri.TryCreate(Tidy(link), UriKind.Absolute, out var address) && address.Scheme == Uri.UriSchemeHttps && address.UserInfo.Length == 0)
            ? null : NotHttps with { Field = field });
}
