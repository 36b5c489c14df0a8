using System.Security.Cryptography;

namespace Causeway.Vault;

/// <summary>The public half of a key pair whose private half is kept away from the host: of backups or of a school's recovery.</summary>
public sealed class RecipientPublicKey
{
    internal const int IdSize = 16;
    private const string P256 = "1.2.840.10045.3.1.7";

    internal RecipientPublicKey(ECDiffieHellman key)
    {
        Parameters = key.ExportParameters(includePrivateParameters: false);
        if (!string.Equals(Parameters.Curve.Oid.Value, P256, StringComparison.Ordinal))
        {
            throw new FormatException("A key on the curve P-256 is expected.");
        }

        Spki = key.ExportSubjectPublicKeyInfo();
        IdBytes = SHA256.HashData(Spki)[..IdSize];
    }

    /// <summary>32 hexadecimal digits: the first half of SHA-256 over the SubjectPublicKeyInfo. Names the key to people.</summary>
    public string Id => Convert.ToHexStringLower(IdBytes);

    internal ECParameters Parameters { get; }

    internal byte[] IdBytes { get; }

    private byte[] Spki { get; }

    /// <summary>Reads <c>-----BEGIN PUBLIC KEY-----</c>.</summary>
    /// <exception cref="FormatException">Not a public key on the curve P-256.</exception>
    public static RecipientPublicKey FromPem(string pem)
    {
        ArgumentNullException.ThrowIfNull(pem);
        using var key = ECDiffieHellman.Create();
        try
        {
            if (!PemEncoding.TryFind(pem, out var fields) || pem[fields.Label] is not "PUBLIC KEY")
            {
                throw new FormatException("A public key in PEM form is expected.");
            }

            key.ImportFromPem(pem);
            return new RecipientPublicKey(key);
        }
        catch (Exception e) when (e is CryptographicException or ArgumentException)
        {
            throw new FormatException("A public key in PEM form is expected.", e);
        }
    }

    public string ToPem() => PemEncoding.WriteString("PUBLIC KEY", Spki);

    public override string ToString() => Id;
}

/// <summary>The private half. Made and used away from the host that seals; disposed as soon as the work is done.</summary>
public sealed class RecipientPrivateKey : IDisposable
{
    // OWASP asks for 210,000 with SHA-512; this key is opened by hand and rarely, so it may take half a second.
    private static readonly PbeParameters Protection = new(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA512, 600_000);

    private RecipientPrivateKey(ECDiffieHellman key)
    {
        Key = key;
        Public = new RecipientPublicKey(key);
    }

    public RecipientPublicKey Public { get; }

    internal ECDiffieHellman Key { get; }

    public static RecipientPrivateKey Generate() => new(ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256));

    /// <summary>Reads PKCS #8, plain or protected.</summary>
    /// <param name="passphrase">Empty for a plain key.</param>
    /// <exception cref="FormatException">Not a private key on P-256, or the passphrase does not open it.</exception>
    public static RecipientPrivateKey FromPem(ReadOnlySpan<char> pem, ReadOnlySpan<char> passphrase = default)
    {
        var key = ECDiffieHellman.Create();
        try
        {
            if (passphrase.IsEmpty)
            {
                key.ImportFromPem(pem);
            }
            else
            {
                key.ImportFromEncryptedPem(pem, passphrase);
            }

            // A public key alone reads well too; it has nothing to open with.
            CryptographicOperations.ZeroMemory(key.ExportParameters(includePrivateParameters: true).D);
            return new RecipientPrivateKey(key);
        }
        catch (Exception e) when (e is CryptographicException or ArgumentException or FormatException)
        {
            key.Dispose();
            throw new FormatException("This is not a private key on P-256 in PEM form, or the passphrase does not open it.", e);
        }
    }

    /// <summary>Unprotected PKCS #8: whoever has this text has the key.</summary>
    public string ToPem() => Key.ExportPkcs8PrivateKeyPem();

    /// <summary>PKCS #8 under AES-256-CBC and PBKDF2-HMAC-SHA512 with 600,000 rounds (RFC 8018); OpenSSL reads it.</summary>
    /// <exception cref="ArgumentException">Fewer than 15 characters.</exception>
    public string ToPem(ReadOnlySpan<char> passphrase) => passphrase.Length >= 15
        ? Key.ExportEncryptedPkcs8PrivateKeyPem(passphrase, Protection)
        : throw new ArgumentException("A passphrase has at least 15 characters.", nameof(passphrase));

    public void Dispose() => Key.Dispose();

    public override string ToString() => $"private key of {Public.Id}";
}
