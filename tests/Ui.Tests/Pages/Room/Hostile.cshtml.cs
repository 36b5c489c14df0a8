using Causeway.Kernel;

namespace Causeway.Ui.Tests;

[OpenTo(Audience.Everyone)]
internal sealed class HostileModel : CausewayPage
{
    public const string Payload = "\"'><script>alert(1)</script><img src=x onerror=alert(2)> onclick=alert(3) {0} &amp; ünï";

    public string Text { get; } = Payload;

    public string Address { get; } = "java\tscript:alert(4)";
}
