using Microsoft.AspNetCore.Http;

namespace Causeway.Persistence;

/// <summary>Files out of a form.</summary>
public static class FileUpload
{
    /// <summary>The form with its files, in bytes.</summary>
    public const int MostBytes = FileFormat.MostBytesAtOnce + (1 << 20);

    /// <summary>A file that is too large is named, and not held.</summary>
    public static async Task<IReadOnlyList<ChosenFile>> ReadAsync(this IEnumerable<IFormFile> files, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(files);
        var chosen = new List<ChosenFile>();
        foreach (var file in files)
        {
            if (file.Length > FileFormat.MostBytes)
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
