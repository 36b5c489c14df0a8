using System.Text;
using System.Xml.Linq;
using Causeway.Vault;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Microsoft.Extensions.DependencyInjection;

namespace Causeway.Accounts;

/// <summary>Seals the ring with the root key, so that a copy of the database opens nothing (R16).</summary>
internal sealed class RingEncryption(RootKeys roots) : IXmlEncryptor
{
    internal const string Use = "data-protection";

    public EncryptedXmlInfo Encrypt(XElement plaintextElement)
    {
        var plain = Encoding.UTF8.GetBytes(plaintextElement.ToString(SaveOptions.DisableFormatting));
        var sealedBytes = RootSeal.Seal(plain, roots, Use);
        System.Security.Cryptography.CryptographicOperations.ZeroMemory(plain);
        return new EncryptedXmlInfo(new XElement("sealed", Convert.ToBase64String(sealedBytes)), typeof(RingDecryption));
    }
}

/// <summary>Found by its name, which stands in the stored element: renaming this class orphans rings already stored.</summary>
internal sealed class RingDecryption(IServiceProvider services) : IXmlDecryptor
{
    public XElement Decrypt(XElement encryptedElement)
    {
        var plain = RootSeal.Open(Convert.FromBase64String(encryptedElement.Value), services.GetRequiredService<RootKeys>(), RingEncryption.Use);
        return XElement.Parse(Encoding.UTF8.GetString(plain));
    }
}
