namespace Causeway.ResourceDirectory;

internal static class ColumnGuess
{
    /// <summary>The form of a heading under which a choice is remembered.</summary>
    public static string KeyOf(string heading) => throw new NotSupportedException();

    /// <param name="remembered">Earlier choices by <see cref="KeyOf"/>; they beat the guess.</param>
    public static IReadOnlyList<ColumnReading> Guess(ListSheet sheet, IReadOnlyDictionary<string, ListColumn>? remembered = null) =>
        throw new NotSupportedException();

    /// <summary>The same columns after a person chose some by their index.</summary>
    public static IReadOnlyList<ColumnReading> WithChoices(IReadOnlyList<ColumnReading> columns, IReadOnlyDictionary<int, ListColumn> chosen) =>
        throw new NotSupportedException();
}
