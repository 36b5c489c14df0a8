namespace Causeway.ResourceDirectory.Tests;

public sealed class TermsReadingTests
{
    [Theory]
    [InlineData("3-12", 3, 12)]
    [InlineData("3 – 12 years", 3, 12)]
    [InlineData("6 to 18", 6, 18)]
    [InlineData("6 bis 18 Jahre", 6, 18)]
    [InlineData("de 6 à 12 ans", 6, 12)]
    [InlineData("12-3", 3, 12)]
    [InlineData("6+", 6, null)]
    [InlineData("ab 6", 6, null)]
    [InlineData("from 6 years", 6, null)]
    [InlineData("Age 18 or over", 18, null)]
    [InlineData("bis 18", null, 18)]
    [InlineData("up to 18", null, 18)]
    [InlineData("under 5", null, 5)]
    [InlineData("7세~18세", 7, 18)]
    [InlineData("6歳以上", 6, null)]
    [InlineData("6세 이상", 6, null)]
    [InlineData("0/18 ans", 0, 18)]
    [InlineData("all ages", 0, null)]
    [InlineData("alle", 0, null)]
    [InlineData("Adults", 18, null)]
    [InlineData("Erwachsene", 18, null)]
    [InlineData("Jugendliche", 12, 18)]
    [InlineData("від", -1, -1)]
    [InlineData("depends on the therapist and the school", -1, -1)]
    [InlineData("200-300", -1, -1)]
    public void Ages_are_read_where_they_are_plain(string text, int? from, int? to)
    {
        var ages = TermsReading.Ages(text);
        if (from == -1)
        {
            ages.ShouldBeNull();
            return;
        }

        (ages?.From, ages?.To).ShouldBe((from, to));
        ages!.Original.ShouldBe(text);
    }

    [Theory]
    [InlineData("2 weeks", 14, 14)]
    [InlineData("2-3 Wochen", 14, 21)]
    [InlineData("about 6 months", 180, 180)]
    [InlineData("3 Monate", 90, 90)]
    [InlineData("10 days", 10, 10)]
    [InlineData("Up to 20 minutes.", 0, 0)]
    [InlineData("No wait.", 0, 0)]
    [InlineData("keine", 0, 0)]
    [InlineData("sofort", 0, 0)]
    [InlineData("No wait to 2 weeks.", 0, 14)]
    [InlineData("up to 4 weeks", 0, 28)]
    [InlineData("more than 1 year", 365, null)]
    [InlineData("2 à 3 mois", 60, 90)]
    [InlineData("3주", 21, 21)]
    [InlineData("2 недели", 14, 14)]
    [InlineData("2週間", 14, 14)]
    public void A_waiting_time_is_read_as_days(string text, int? from, int? to)
    {
        var wait = TermsReading.Waiting(text).ShouldNotBeNull();
        (wait.FromDays, wait.ToDays).ShouldBe((from, to));
    }

    [Theory]
    [InlineData("Varies.")]
    [InlineData("Depends on availability of tutors for small groups and one-on-one.")]
    [InlineData("2 weeks for a call, 3 months for therapy")]
    [InlineData("long")]
    public void Prose_about_waiting_is_left_alone(string text) => TermsReading.Waiting(text).ShouldBeNull();

    [Theory]
    [InlineData("online", "Remote")]
    [InlineData("Online / in person", "Remote External")]
    [InlineData("Hausbesuche", "Visiting")]
    [InlineData("on site", "OnSite")]
    [InlineData("in der Schule, online", "Remote OnSite")]
    [InlineData("온라인", "Remote")]
    [InlineData("オンライン・対面", "Remote External")]
    [InlineData("whatever", "")]
    public void The_ways_help_comes_are_understood(string text, string ways) =>
        string.Join(' ', TermsReading.DeliveryOf(text)).ShouldBe(ways);

    [Theory]
    [InlineData("80-110", 80, 110, null)]
    [InlineData("€80", 80, 80, "EUR")]
    [InlineData("80,50 EUR", 80.5, 80.5, "EUR")]
    [InlineData("80,- €", 80, 80, "EUR")]
    [InlineData("1.200,50 €", 1200.5, 1200.5, "EUR")]
    [InlineData("1,200.50 USD", 1200.5, 1200.5, "USD")]
    [InlineData("£50 per hour", 50, 50, "GBP")]
    [InlineData("CHF 180", 180, 180, "CHF")]
    [InlineData("15.000 Ft", 15000, 15000, "HUF")]
    [InlineData("₩80,000", 80000, 80000, "KRW")]
    [InlineData("300元", 300, 300, "CNY")]
    [InlineData("8000円", 8000, 8000, "JPY")]
    [InlineData("150 zł", 150, 150, "PLN")]
    [InlineData("Vary according to income ($5-$90).", 5, 90, null)]
    [InlineData("$60-90", 60, 90, null)]
    [InlineData("90 € / 50 min", 90, 90, "EUR")]
    [InlineData("90 for 50 min", 90, 90, null)]
    [InlineData("free", 0, 0, null)]
    [InlineData("kostenlos", 0, 0, null)]
    [InlineData("None.", 0, 0, null)]
    [InlineData("무료", 0, 0, null)]
    public void A_plain_fee_is_read_as_amounts(string text, double from, double to, string? currency)
    {
        var fee = FeeReading.Read(text, null).ShouldNotBeNull();
        (fee.From, fee.To, fee.Currency).ShouldBe(((decimal?)from, (decimal?)to, currency));
        fee.IsFree.ShouldBe(to == 0);
        fee.Original.ShouldBe(text);
    }

    [Theory]
    [InlineData("nach Absprache")]
    [InlineData("by agreement")]
    [InlineData("sliding scale")]
    public void An_open_fee_is_understood_without_amount(string text)
    {
        var fee = FeeReading.Read(text, "EUR").ShouldNotBeNull();
        (fee.From, fee.To, fee.IsFree).ShouldBe((null, null, false));
    }

    [Theory]
    [InlineData("$2.50 suggested donation for lunch for age 60 or over, donations for other services appreciated. Cash.")]
    [InlineData("first 80, then 70, then 60")]
    [InlineData("ask Maria")]
    public void A_fee_told_in_prose_is_left_alone(string text) => FeeReading.Read(text, "USD").ShouldBeNull();

    [Fact]
    public void A_bare_number_takes_the_currency_of_the_school() => FeeReading.Read("95", "EUR")!.Currency.ShouldBe("EUR");

    [Theory]
    [InlineData("x", true)]
    [InlineData("(x)", true)]
    [InlineData("✓", true)]
    [InlineData("ja", true)]
    [InlineData("Sí", true)]
    [InlineData("да", true)]
    [InlineData("예", true)]
    [InlineData("有", true)]
    [InlineData("No", false)]
    [InlineData("nein", false)]
    [InlineData("-", null)]
    [InlineData("لا", false)]
    [InlineData("いいえ", false)]
    [InlineData("maybe", null)]
    public void Yes_and_no_are_read_in_many_languages(string text, bool? expected) => YesNo.Read(text).ShouldBe(expected);
}
