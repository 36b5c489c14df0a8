using System.Runtime.CompilerServices;

namespace Causeway.Ui.Tests;

/// <summary>The sources of Ui, for rules about what stands in them.</summary>
internal static class Sources
{
    public static string Folder { get; } = Path.GetFullPath(Path.Combine(Here(), "../../src/Ui"));

    public static IEnumerable<(string Path, string Text)> Of(string pattern) => Directory
        .EnumerateFiles(Folder, pattern, SearchOption.AllDirectories)
        .Select(f => Path.GetRelativePath(Folder, f))
        .Where(f => !f.StartsWith("obj", StringComparison.Ordinal) && !f.StartsWith("bin", StringComparison.Ordinal))
        .Select(f => (f, File.ReadAllText(Path.Combine(Folder, f))));

    private static string Here([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
