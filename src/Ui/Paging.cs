namespace Causeway.Ui;

/// <summary>One page of a long list. Never more than fifty rows: a list of thousands is searched, not scrolled.</summary>
public readonly record struct Paging
{
    public const int LargestSize = 50;

    /// <summary>The query value that carries the page number (<c>page</c> is taken by the router).</summary>
    public const string QueryKey = "p";

    /// <param name="number">As asked for; too small or too large becomes the first or last page.</param>
    public Paging(int number, int total, int size = 25)
    {
        Total = Math.Max(0, total);
        Size = Math.Clamp(size, 1, LargestSize);
        Number = Math.Clamp(number, 1, Pages);
    }

    /// <summary>From 1.</summary>
    public int Number { get; }

    public int Size { get; }

    /// <summary>Rows of the whole list.</summary>
    public int Total { get; }

    public int Pages => Math.Max(1, (Total + Size - 1) / Math.Max(1, Size));

    public int Skip => (Number - 1) * Size;

    /// <summary>Number of the first row shown, from 1; 0 when there is none.</summary>
    public int First => Total == 0 ? 0 : Skip + 1;

    public int Last => Math.Min(Total, Skip + Size);
}
