using System.Reflection;
using Causeway.Kernel;

namespace Causeway.Persistence;

/// <summary>The assemblies whose entities make up the one model: this one and every module's.</summary>
public sealed class ModelParts(IEnumerable<IModule> modules)
{
    public IReadOnlyList<Assembly> Assemblies { get; } =
        [typeof(ModelParts).Assembly, .. modules.Select(m => m.Assembly).Distinct().OrderBy(a => a.FullName, StringComparer.Ordinal)];
}
