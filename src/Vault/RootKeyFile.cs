using System.Security.Cryptography;

namespace Causeway.Vault;

/// <summary>
/// The file that holds the root key, outside database and backup: mode 0400 in a folder of mode 0700, made once.
/// </summary>
/// <remarks>
/// On Windows there are no modes; the folder's access list is the operator's task. .NET cannot flush a folder, so after a
/// rename the file is flushed once more, which on the journaling file systems of Linux makes the new name lasting too.
/// </remarks>
public static class RootKeyFile
{
    private const int MaxLength = 64 * 1024;

    private const UnixFileMode FileMode0400 = UnixFileMode.UserRead;
    private const UnixFileMode FolderMode0700 = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    private const UnixFileMode Others =
        UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute
        | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;

    /// <summary>Makes a new root key, version 1. A missing folder is made too; nothing is ever overwritten.</summary>
    /// <exception cref="RootKeyRefusedException">AlreadyThere, TooOpen (of an existing folder) or Busy.</exception>
    public static RootKeys Create(string path, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(clock);
        var full = Path.GetFullPath(path);
        var folder = Path.GetDirectoryName(full)!;
        if (!Directory.Exists(folder))
        {
            MakeFolder(folder);
        }

        RefuseOpenFolder(folder);
        using var turn = TakeTurn(full);
        if (File.Exists(full))
        {
            throw new RootKeyRefusedException(
                RootKeyProblem.AlreadyThere, "There is a root key file already. A root key is made once and never overwritten.");
        }

        var roots = new RootKeys(Guid.CreateVersion7(clock.GetUtcNow()), [new RootKey(1, KeyBytes.Random())]);
        Save(full, roots.Id, [roots.Current], replace: false);
        return roots;
    }

    /// <summary>Opens the file; every start of the program begins here, then comes <see cref="RootKeys.Demand"/>.</summary>
    /// <param name="credentialFolder">
    /// A folder whose protection is somebody else's promise (systemd credentials: <c>CREDENTIALS_DIRECTORY</c>). Files in it
    /// are taken whatever their mode. Null: none.
    /// </param>
    /// <exception cref="RootKeyRefusedException">Missing, Unreadable, TooOpen, Truncated, Damaged or UnknownFormat.</exception>
    public static RootKeys Open(string path, string? credentialFolder = null)
    {
        var full = Path.GetFullPath(path);
        var bytes = ReadAll(full, trusted: IsIn(full, credentialFolder));
        try
        {
            return RootKeyText.Read(bytes);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(bytes);
        }
    }

    /// <summary>
    /// Adds the next version and makes it current; the old ones stay until <see cref="Retire"/>. Copy the file to its safe
    /// place before rows are wrapped by the new version.
    /// </summary>
    /// <exception cref="RootKeyRefusedException">As <see cref="Open"/>, or Busy.</exception>
    public static RootKeys Rotate(string path)
    {
        var full = Path.GetFullPath(path);
        using var turn = TakeTurn(full);
        using (var roots = Open(full))
        {
            using var next = new RootKey(roots.Current.Version + 1, KeyBytes.Random());
            Save(full, roots.Id, [.. roots.Versions.Select(roots.At), next], replace: true);
        }

        return Open(full);
    }

    /// <summary>Takes an old version out of the file. What it wraps is lost for good, hence the count.</summary>
    /// <param name="rowsStillWrapped">Rows whose <see cref="WrappedKey.RootVersion"/> is this version, counted now; must be 0 (K3).</param>
    /// <exception cref="RootKeyRefusedException">As <see cref="Open"/>; InUse, VersionMissing or Busy.</exception>
    public static RootKeys Retire(string path, int version, long rowsStillWrapped)
    {
        var full = Path.GetFullPath(path);
        using var turn = TakeTurn(full);
        using (var roots = Open(full))
        {
            var old = roots.At(version);
            if (rowsStillWrapped != 0 || ReferenceEquals(old, roots.Current))
            {
                throw new RootKeyRefusedException(
                    RootKeyProblem.InUse, $"Version {version} of the root key is still in use and stays in the file.");
            }

            Save(full, roots.Id, [.. roots.Versions.Where(v => v != version).Select(roots.At)], replace: true);
        }

        return Open(full);
    }

    private static byte[] ReadAll(string full, bool trusted)
    {
        try
        {
            using var file = File.OpenHandle(full);
            if (!OperatingSystem.IsWindows() && !trusted)
            {
                // The mode of the opened file, not of the path: nobody can change one for the other in between.
                Refuse(File.GetUnixFileMode(file), "The root key file can be reached by others than its owner. Set its mode to 0400.");
                RefuseOpenFolder(Path.GetDirectoryName(full)!);
            }

            // Exactly as long as the file, so that no copy of it stays behind unzeroed.
            var bytes = new byte[Math.Min(RandomAccess.GetLength(file), MaxLength)];
            RandomAccess.Read(file, bytes, 0);
            return bytes;
        }
        catch (UnauthorizedAccessException e)
        {
            throw new RootKeyRefusedException(
                RootKeyProblem.Unreadable, "The account this program runs under may not read the root key file. Make that account its owner.", e);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new RootKeyRefusedException(
                RootKeyProblem.Missing, "There is no root key file at the configured place. Bring it back; nothing was written.", e);
        }
    }

    private static void Save(string full, Guid id, IReadOnlyCollection<RootKey> versions, bool replace)
    {
        var fresh = full + ".new";
        var bytes = RootKeyText.Write(id, versions);
        try
        {
            // Left over from a killed run; it was never in force, and the turn makes sure it is nobody else's.
            File.Delete(fresh);
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
            {
                options.UnixCreateMode = FileMode0400;
            }

            using (var file = new FileStream(fresh, options))
            {
                file.Write(bytes);
                file.Flush(flushToDisk: true);
            }

            File.Move(fresh, full, replace);
            using var named = File.OpenHandle(full);
            RandomAccess.FlushToDisk(named);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(bytes);
        }
    }

    /// <summary>One change at a time. The lock file is empty and stays, because deleting it would let two in.</summary>
    private static FileStream TakeTurn(string full)
    {
        try
        {
            var options = new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = FileShare.None };
            if (!OperatingSystem.IsWindows())
            {
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            }

            return new FileStream(full + ".lock", options);
        }
        catch (IOException e) when (e is not DirectoryNotFoundException)
        {
            throw new RootKeyRefusedException(RootKeyProblem.Busy, "The root key file is being changed by another process.", e);
        }
        catch (DirectoryNotFoundException e)
        {
            throw new RootKeyRefusedException(RootKeyProblem.Missing, "There is no root key file at the configured place.", e);
        }
    }

    private static void MakeFolder(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
        }
        else
        {
            Directory.CreateDirectory(folder, FolderMode0700);
        }
    }

    private static void RefuseOpenFolder(string folder)
    {
        if (!OperatingSystem.IsWindows())
        {
            Refuse(File.GetUnixFileMode(folder), "The folder of the root key file can be reached by others than its owner. Set its mode to 0700.");
        }
    }

    private static void Refuse(UnixFileMode mode, string message)
    {
        if ((mode & Others) != UnixFileMode.None)
        {
            throw new RootKeyRefusedException(RootKeyProblem.TooOpen, message);
        }
    }

    private static bool IsIn(string full, string? folder) =>
        !string.IsNullOrEmpty(folder)
        && Path.GetDirectoryName(full) is { } parent
        && string.Equals(parent, Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)), StringComparison.Ordinal);
}
