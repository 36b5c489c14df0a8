using Causeway.Kernel;
using Causeway.Ui;
using Microsoft.Extensions.Options;

namespace Causeway.Accounts;

[OpenTo(Audience.Everyone)]
internal sealed class SignedOutModel(IOptions<AccountsOptions> options) : CausewayPage
{
    public bool IsDemo => options.Value.Demo;
}
