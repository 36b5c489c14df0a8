namespace Causeway.Vault;

/// <summary>
/// Sealed content did not open. Says deliberately nothing more: whether the key, the address, the length or a byte
/// was wrong is something only an attacker would want to tell apart. Always a security event for the caller to log (K2).
/// </summary>
public sealed class SealBrokenException : Exception
{
    public SealBrokenException()
        : base("Sealed content did not open.")
    {
    }
}
