using System.Buffers.Text;
using System.Security.Cryptography;
using Causeway.Kernel;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Options;
using QRCoder;

namespace Causeway.Accounts;

/// <summary>What the page shows while an authenticator app is being set up. Nothing is stored until a code has proved it.</summary>
/// <param name="Carried">The secret, sealed, for the form to bring back.</param>
/// <param name="Qr">A picture as a data address.</param>
/// <param name="Typed">The same for typing, in groups of four.</param>
internal sealed record AuthenticatorPicture(string Carried, string Qr, string Typed);

internal sealed class AuthenticatorSetup(IDataProtectionProvider protection, IOptions<AccountsOptions> options)
{
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(30);

    /// <summary>A new secret, or the one the form brought back, so that a code typed wrongly does not cost scanning again.</summary>
    public AuthenticatorPicture Show(Person person, string? carried)
    {
        var secret = Open(person.Id, carried) ?? Totp.NewSecret();
        var typed = Totp.Base32(secret);
        using var qr = QRCodeGenerator.GenerateQrCode(Totp.Uri(options.Value.Site, person.Email, secret), QRCodeGenerator.ECCLevel.M);
        using var png = new PngByteQRCode(qr);
        return new AuthenticatorPicture(
            Base64Url.EncodeToString(For(person.Id).Protect(secret, Life)),
            "data:image/png;base64," + Convert.ToBase64String(png.GetGraphic(5)),
            string.Join(' ', typed.Chunk(4).Select(c => new string(c))));
    }

    public byte[]? Open(PersonId person, string? carried)
    {
        try
        {
            return string.IsNullOrEmpty(carried) ? null : For(person).Unprotect(Base64Url.DecodeFromChars(carried));
        }
        catch (Exception error) when (error is CryptographicException or FormatException)
        {
            return null;
        }
    }

    private ITimeLimitedDataProtector For(PersonId person) =>
        protection.CreateProtector("causeway/authenticator", person.ToString()).ToTimeLimitedDataProtector();
}
