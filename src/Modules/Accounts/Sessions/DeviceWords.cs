using Microsoft.AspNetCore.Http;

namespace Causeway.Accounts;

/// <summary>Says in plain words which device this may be, so that a person recognises it. A hint only: browsers may say anything.</summary>
internal static class DeviceWords
{
    // Order matters: Edge and Opera also say Chrome, Chrome also says Safari; Android also says Linux.
    private static readonly (string Mark, string Word)[] Browsers =
        [("Edg", "Edge"), ("OPR", "Opera"), ("Firefox", "Firefox"), ("SamsungBrowser", "Samsung Internet"), ("CriOS", "Chrome"), ("Chrome", "Chrome"), ("Safari", "Safari")];

    private static readonly (string Mark, string Word)[] Systems =
        [("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("Windows", "Windows"), ("Mac OS", "Mac"), ("CrOS", "Chromebook"), ("Linux", "Linux")];

    public static string Of(HttpRequest request)
    {
        var agent = request.Headers.UserAgent.ToString();
        return $"{Find(Browsers, agent) ?? "A browser"} on {Find(Systems, agent) ?? "an unknown device"}";
    }

    private static string? Find((string Mark, string Word)[] words, string agent) =>
        words.FirstOrDefault(w => agent.Contains(w.Mark, StringComparison.Ordinal)).Word;
}
