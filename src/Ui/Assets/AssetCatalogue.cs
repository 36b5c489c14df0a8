using System.Collections.Frozen;
using System.IO.Compression;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Causeway.Kernel;

namespace Causeway.Ui;

/// <summary>
/// The style sheets, scripts, fonts and icons of all rooms. They are embedded in the assemblies under <c>wwwroot/</c>;
/// each address carries a hash of the bytes, so a browser may keep it for ever and never sees an old one.
/// </summary>
public sealed partial class AssetCatalogue
{
    private readonly FrozenDictionary<string, Asset> _assets;

    public AssetCatalogue(IEnumerable<IModule> modules)
        : this(modules.Select(m => m.Assembly))
    {
    }

    internal AssetCatalogue(IEnumerable<Assembly> assemblies)
    {
        var found = new Dictionary<string, Asset>(StringComparer.Ordinal);
        var resources = assemblies.Prepend(typeof(AssetCatalogue).Assembly).Distinct()
            .SelectMany(a => a.GetManifestResourceNames().Select(n => new Embedded(a, n)))
            .Where(r => r.Name.StartsWith("wwwroot/", StringComparison.Ordinal))
            .ToList();

        // Style sheets come last: they name fonts, and the hash of a font is part of its address.
        foreach (var resource in resources.Where(r => !r.IsStyleSheet))
        {
            Add(resource.Name, Read(resource), found);
        }

        foreach (var sheet in resources.Where(r => r.IsStyleSheet))
        {
            Add(sheet.Name, WithHashedAddresses(Read(sheet), found), found);
        }

        _assets = found.ToFrozenDictionary(StringComparer.Ordinal);
    }

    internal IEnumerable<string> Paths => _assets.Keys;

    /// <summary>The address of an asset, with the hash of its content.</summary>
    /// <param name="path">As under <c>wwwroot/</c>: <c>causeway.css</c>, <c>accounts/passkey.js</c>.</param>
    /// <exception cref="ArgumentException">No room brings such an asset.</exception>
    public string Url(string path) => _assets.TryGetValue(path, out var asset)
        ? Address(path, asset)
        : throw new ArgumentException($"No asset '{path}' is embedded under wwwroot/.", nameof(path));

    internal Asset? Find(string path, string hash) =>
        _assets.TryGetValue(path, out var asset) && string.Equals(asset.Hash, hash, StringComparison.Ordinal) ? asset : null;

    private static string Address(string path, Asset asset) => $"/assets/{asset.Hash}/{path}";

    private static void Add(string name, byte[] bytes, Dictionary<string, Asset> found)
    {
        if (!found.TryAdd(name["wwwroot/".Length..], new Asset(name, bytes)))
        {
            throw new InvalidOperationException($"Two rooms bring an asset called '{name}'. Put it in a folder of the room's name.");
        }
    }

    private static byte[] Read(Embedded resource)
    {
        using var stream = resource.Assembly.GetManifestResourceStream(resource.Name)!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    private static byte[] WithHashedAddresses(byte[] styleSheet, Dictionary<string, Asset> found) =>
        Encoding.UTF8.GetBytes(AssetAddress().Replace(
            Encoding.UTF8.GetString(styleSheet),
            match => Address(match.Groups["path"].Value, found[match.Groups["path"].Value])));

    [GeneratedRegex("asset:(?<path>[a-z0-9/._-]+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex AssetAddress();

    private sealed record Embedded(Assembly Assembly, string Name)
    {
        public bool IsStyleSheet { get; } = Name.EndsWith(".css", StringComparison.Ordinal);
    }
}

internal sealed class Asset
{
    private readonly Lazy<byte[]?> _brotli;
    private readonly Lazy<byte[]?> _gzip;

    public Asset(string resource, byte[] bytes)
    {
        Bytes = bytes;
        Hash = Convert.ToHexStringLower(SHA256.HashData(Bytes).AsSpan(0, 8));
        ContentType = TypeOf(Path.GetExtension(resource));
        _brotli = new(() => Pack(s => new BrotliStream(s, CompressionLevel.SmallestSize)));
        _gzip = new(() => Pack(s => new GZipStream(s, CompressionLevel.SmallestSize)));
    }

    public byte[] Bytes { get; }

    public string Hash { get; }

    public string ContentType { get; }

    /// <summary>Null where packing gains nothing (fonts are packed already).</summary>
    public byte[]? Brotli => _brotli.Value;

    public byte[]? Gzip => _gzip.Value;

    private byte[]? Pack(Func<Stream, Stream> with)
    {
        if (ContentType.StartsWith("font/", StringComparison.Ordinal) || ContentType.StartsWith("image/png", StringComparison.Ordinal))
        {
            return null;
        }

        using var packed = new MemoryStream();
        using (var packer = with(packed))
        {
            packer.Write(Bytes);
        }

        var result = packed.ToArray();
        return result.Length < Bytes.Length ? result : null;
    }

    private static string TypeOf(string extension) => extension switch
    {
        ".css" => "text/css; charset=utf-8",
        ".js" or ".mjs" => "text/javascript; charset=utf-8",
        ".svg" => "image/svg+xml",
        ".png" => "image/png",
        ".woff2" => "font/woff2",
        ".json" => "application/json",
        _ => "text/plain; charset=utf-8",
    };
}
