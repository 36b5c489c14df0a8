namespace Causeway.Kernel;

/// <summary>What somebody typed into one field, tidied and measured. How much fits into a field is said by its own room.</summary>
public static class FormText
{
    public static readonly Refusal TooLong = new("text.too-long", "Write no more than {0} characters.");

    /// <summary>Ends of lines as one kind, nothing around it; never null.</summary>
    public static string Tidy(string? text) => (text ?? "").ReplaceLineEndings("\n").Trim();

    /// <param name="longest">Characters (UTF-16 code units) of the tidied text.</param>
    /// <param name="field">Where the refusal is shown.</param>
    /// <param name="missing">The refusal when nothing was written; null: the field may stay empty.</param>
    public static Refusal? Check(string? text, int longest, string field, Refusal? missing = null) => Tidy(text) switch
    {
        { Length: 0 } => missing is null ? null : missing with { Field = field },
        var t when t.Length > longest => TooLong with { Field = field, Values = [longest] },
        _ => null,
    };
}
