using System.Globalization;

namespace Causeway.Persistence;

/// <summary>How far a row named i lies from a point, in words of SQL that both databases understand.</summary>
internal static class DistanceText
{
    private const double KilometresOfDegree = 111.32;

    /// <summary>The squared distance in kilometres; null: no point was asked for.</summary>
    /// <param name="add">Makes a value a parameter and gives its name.</param>
    public static string? Square(SearchNear? near, Func<object, string> add)
    {
        if (near is null)
        {
            return null;
        }

        var (latitude, longitude) = (add(near.Latitude), add(near.Longitude));
        var degree = add(Math.Cos(near.Latitude * Math.PI / 180) * KilometresOfDegree);
        return string.Create(CultureInfo.InvariantCulture, $"((i.latitude - {latitude}) * {KilometresOfDegree} * (i.latitude - {latitude}) * {KilometresOfDegree} + (i.longitude - {longitude}) * {degree} * (i.longitude - {longitude}) * {degree})");
    }

    /// <summary>True for rows that are near enough; null: any distance will do.</summary>
    public static string? Within(SearchNear? near, Func<object, string> add) => near is { Kilometres: { } far }
        ? $"({(near.AlsoUnknown ? "i.latitude IS NULL OR " : "")}{Square(near, add)} <= {add(far * far)})"
        : null;
}
