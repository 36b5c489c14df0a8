using System.Net;
using System.Net.Sockets;
using System.Text;
using Causeway.TestKit;

namespace Causeway.Persistence.Tests;

/// <summary>RFC 6047: the calendar object is an alternative to the text, its method in the media type as in the object.</summary>
public sealed class MailFileTests
{
    private const string Object = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nMETHOD:REQUEST\r\nX-A:Grüße, \u2028 안녕\r\nEND:VCALENDAR\r\n";

    [Fact]
    public void A_file_has_the_text_and_the_calendar_object_as_alternatives()
    {
        var text = Encoding.UTF8.GetString(MailFile.Of(Mail("Eine Einladung für Müller und viele andere, die noch nicht wissen, wann 회의 ist\r\nBcc: x@y.example"), "site@example.org"));
        var head = text[..text.IndexOf("\r\n\r\n", StringComparison.Ordinal)];
        head.ShouldContain("From: site@example.org\r\nTo: lead@school.example\r\n");
        head.ShouldContain("MIME-Version: 1.0\r\nContent-Type: multipart/alternative;\r\n boundary=");
        head.ShouldNotContain("Bcc:");
        head.Split("\r\n").ShouldAllBe(l => l.Length <= 78 && l.All(char.IsAscii));
        text.ShouldContain("Content-Type: text/calendar; charset=utf-8; method=REQUEST\r\n");
        text.ShouldContain("\r\n\r\n" + Object + "--");
        text.Replace("\r\n", "", StringComparison.Ordinal).ShouldNotContain("\n");
    }

    [Fact]
    public void A_plain_mail_is_one_part() =>
        Encoding.UTF8.GetString(MailFile.Of(OutboxMail.Write("a@b.example", "Hello", "One\nTwo", new Scope(), new TestClock()), "site@example.org"))
            .ShouldEndWith("Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\nOne\r\nTwo\r\n");

    [Fact]
    public async Task A_mail_server_gets_both_parts_and_the_object_unchanged()
    {
        using var server = new TcpListener(IPAddress.Loopback, 0);
        server.Start();
        var taken = TakeAsync(server);
        await new SmtpTransport("127.0.0.1", ((IPEndPoint)server.LocalEndpoint).Port, "site@example.org").SendAsync(Mail("An invitation"), CancellationToken.None);
        var text = await taken;
        text.ShouldContain("Content-Type: multipart/alternative");
        var plain = text.IndexOf("Content-Type: text/plain", StringComparison.OrdinalIgnoreCase);
        var calendar = text.IndexOf("Content-Type: text/calendar", StringComparison.OrdinalIgnoreCase);
        (plain > 0 && plain < calendar).ShouldBeTrue(text);
        var part = text[calendar..];
        part[..part.IndexOf("\r\n\r\n", StringComparison.Ordinal)].ShouldContain("method=REQUEST");
        var body = part[(part.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..part.IndexOf("\r\n--", StringComparison.Ordinal)];
        Encoding.UTF8.GetString(Convert.FromBase64String(body.Replace("\r\n", "", StringComparison.Ordinal))).ShouldBe(Object);
    }

    private static OutboxMail Mail(string subject) =>
        OutboxMail.Write("lead@school.example", subject, "Something waits.\n\nhttps://example.org/\n", new Scope(), new TestClock(), "t:1", new MailCalendar("REQUEST", Object));

    // As much of a mail server as one mail needs.
    private static async Task<string> TakeAsync(TcpListener server)
    {
        using var client = await server.AcceptTcpClientAsync();
        await using var stream = client.GetStream();
        using var reader = new StreamReader(stream, Encoding.UTF8);
        await using var writer = new StreamWriter(stream, Encoding.ASCII) { AutoFlush = true, NewLine = "\r\n" };
        await writer.WriteLineAsync("220 here");
        while (await reader.ReadLineAsync() is { } line && line != "QUIT")
        {
            if (line == "DATA")
            {
                await writer.WriteLineAsync("354 go on");
                var text = new StringBuilder();
                while (await reader.ReadLineAsync() is { } part && part != ".")
                {
                    text.Append(part.StartsWith("..", StringComparison.Ordinal) ? part[1..] : part).Append("\r\n");
                }

                await writer.WriteLineAsync("250 taken");
                return text.ToString();
            }

            await writer.WriteLineAsync("250 here");
        }

        return "";
    }
}
