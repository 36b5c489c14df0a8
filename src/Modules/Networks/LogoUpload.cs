using Microsoft.AspNetCore.Http;

namespace Causeway.Networks;

internal static class LogoUpload
{
    /// <summary>Reads at most one byte more than a picture may have, so that a larger one is refused without being held.</summary>
    public static async Task<byte[]?> ReadAsync(this IFormFile? file, CancellationToken ct)
    {
        if (file is null || file.Length == 0)
        {
            return null;
        }

        var bytes = new byte[Math.Min(file.Length, Picture.MostBytes + 1)];
        await using var stream = file.OpenReadStream();
        await stream.ReadExactlyAsync(bytes, ct);
        return bytes;
    }
}
