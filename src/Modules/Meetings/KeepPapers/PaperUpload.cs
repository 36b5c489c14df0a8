using Microsoft.AspNetCore.Http;

namespace Causeway.Meetings;

internal static class PaperUpload
{
    /// <summary>The form around the files.</summary>
    public const int MostBytes = KeepPapersHandler.MostBytesAtOnce + (1 << 20);

    /// <summary>A file that is too large is named, and not held.</summary>
    public static async Task<IReadOnlyList<ChosenFile>> ReadAsync(this IEnumerable<IFormFile> files, CancellationToken ct)
    {
        var chosen = new List<ChosenFile>();
        foreach (var file in files)
        {
            if (file.Length > PaperFormat.MostBytes)
            {
                chosen.Add(new(file.FileName, null));
                continue;
            }

            var bytes = new byte[file.Length];
            await using var stream = file.OpenReadStream();
            await stream.ReadExactlyAsync(bytes, ct);
            chosen.Add(new(file.FileName, bytes));
        }

        return chosen;
    }
}
