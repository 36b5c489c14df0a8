using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Causeway.Accounts.Tests;

/// <summary>A security key made of software, which can also be told to lie.</summary>
internal sealed class SoftAuthenticator
{
    public const byte Present = 0x01;
    public const byte Verified = 0x04;
    public const byte BackupEligible = 0x08;
    private const byte WithCredential = 0x40;

    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly byte[] _id = RandomNumberGenerator.GetBytes(16);
    private uint _count;
    private string? _user;

    public string Origin { get; set; } = "http://localhost";

    public string Domain { get; set; } = "localhost";

    public byte Flags { get; set; } = Present | Verified;

    public bool CrossOrigin { get; set; }

    public string Create(string options)
    {
        using var json = JsonDocument.Parse(options);
        _user = json.RootElement.GetProperty("user").GetProperty("id").GetString();
        var key = _key.ExportParameters(false).Q;
        byte[] cose = [0xA5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20, .. key.X!, 0x22, 0x58, 0x20, .. key.Y!];
        byte[] data = [.. AuthenticatorData((byte)(Flags | WithCredential)), .. new byte[16], 0, (byte)_id.Length, .. _id, .. cose];
        byte[] attestation = [0xA3, 0x63, .. "fmt"u8, 0x64, .. "none"u8, 0x67, .. "attStmt"u8, 0xA0, 0x68, .. "authData"u8, 0x58, (byte)data.Length, .. data];
        var client = ClientData("webauthn.create", json.RootElement);
        return Answer(new { attestationObject = Text(attestation), clientDataJSON = Text(client), transports = (string[])["usb"] });
    }

    public string Sign(string options)
    {
        using var json = JsonDocument.Parse(options);
        _count++;
        var data = AuthenticatorData(Flags);
        var client = ClientData("webauthn.get", json.RootElement);
        var signature = _key.SignData([.. data, .. SHA256.HashData(client)], HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        return Answer(new { authenticatorData = Text(data), clientDataJSON = Text(client), signature = Text(signature), userHandle = _user });
    }

    private byte[] AuthenticatorData(byte flags)
    {
        var count = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(count, _count);
        return [.. SHA256.HashData(Encoding.UTF8.GetBytes(Domain)), flags, .. count];
    }

    private byte[] ClientData(string type, JsonElement options) => JsonSerializer.SerializeToUtf8Bytes(
        new { type, challenge = options.GetProperty("challenge").GetString(), origin = Origin, crossOrigin = CrossOrigin });

    private string Answer(object response) => JsonSerializer.Serialize(new
    {
        id = Text(_id), rawId = Text(_id), type = "public-key", clientExtensionResults = new { }, response,
    });

    private static string Text(ReadOnlySpan<byte> bytes) => Base64Url.EncodeToString(bytes);
}
