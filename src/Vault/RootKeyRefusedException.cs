namespace Causeway.Vault;

/// <summary>Why a root key was not taken.</summary>
public enum RootKeyProblem
{
    /// <summary>No file there.</summary>
    Missing,

    /// <summary>A file is there already; a root key is created once.</summary>
    AlreadyThere,

    /// <summary>Somebody other than the owner may reach the file or its folder.</summary>
    TooOpen,

    /// <summary>The file stops before its last line: a copy that was cut off.</summary>
    Truncated,

    /// <summary>The file is whole but its digest does not fit: something in it was changed.</summary>
    Damaged,

    /// <summary>Not a root key file, or one of a later program.</summary>
    UnknownFormat,

    /// <summary>The file belongs to another account.</summary>
    Unreadable,

    /// <summary>A good key file of another installation.</summary>
    WrongKey,

    /// <summary>The right installation, but without a version that is still needed.</summary>
    VersionMissing,

    /// <summary>Rows still hang on the version to be retired, or it is the current one.</summary>
    InUse,

    /// <summary>Another process is changing the file at this moment.</summary>
    Busy,
}

/// <summary>The program must not start (K1), or a restore must not go on (K5). The message is for the operator and holds no secret.</summary>
public sealed class RootKeyRefusedException : Exception
{
    internal RootKeyRefusedException(RootKeyProblem problem, string message, Exception? inner = null)
        : base(message, inner) => Problem = problem;

    public RootKeyProblem Problem { get; }
}
