using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Causeway.ResourceDirectory;

/// <summary>Reads claims by hand: a page of results holds hundreds of them, and the serializer takes several times as long.</summary>
internal static class ClaimJson
{
    public static IReadOnlyList<Claim> Read(string text)
    {
        var bytes = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(text.Length));
        try
        {
            var reader = new Utf8JsonReader(bytes.AsSpan(0, Encoding.UTF8.GetBytes(text, bytes)));
            var claims = new List<Claim>();
            while (reader.Read())
            {
                if (reader.TokenType == JsonTokenType.StartObject)
                {
                    claims.Add(ReadClaim(ref reader, claims.Count > 0 ? claims[^1].SourceName : ""));
                }
            }

            return claims;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(bytes);
        }
    }

    private static Claim ReadClaim(ref Utf8JsonReader reader, string lastName)
    {
        Fact? fact = null;
        var (source, listing, name, said) = (Guid.Empty, Guid.Empty, "", default(DateOnly));
        var (shown, told, also, at) = (false, false, 0, 0);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var property = reader.GetString();
            reader.Read();
            switch (property)
            {
                case nameof(Claim.Fact): fact = FactJson.ReadFact(ref reader); break;
                case nameof(Claim.Source): source = reader.GetGuid(); break;
                // One school says most of an entry: its name is kept once.
                case nameof(Claim.SourceName): name = reader.ValueTextEquals(lastName) ? lastName : reader.GetString() ?? ""; break;
                case nameof(Claim.Listing): listing = reader.GetGuid(); break;
                case nameof(Claim.SaidOn): said = DateOnly.ParseExact(reader.GetString()!, "O", CultureInfo.InvariantCulture); break;
                case nameof(Claim.Shown): shown = reader.GetBoolean(); break;
                case nameof(Claim.Also): also = reader.GetInt32(); break;
                case nameof(Claim.At): at = reader.GetInt32(); break;
                case nameof(Claim.Told): told = reader.GetBoolean(); break;
                default: reader.Skip(); break;
            }
        }

        return new Claim(fact ?? throw new JsonException("A claim without its fact."), source, name, listing, said, shown, also, at, told);
    }
}
