using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using NewsSearch.Archive;

namespace NewsSearch.Bench.Walking;

/// <summary>What a reader does with the forms of a page: boxes of one facet, one or several; a range of dates; other words.</summary>
internal sealed class FormClicks(Random random, Func<string> words)
{
    private const int MostBoxes = 3;

    public IEnumerable<Click> Of(IHtmlDocument page, SearchAddress search)
    {
        if (page.QuerySelector("form.facets") is IHtmlFormElement facets)
        {
            var boxes = facets.QuerySelectorAll<IHtmlInputElement>("[type=checkbox]").ToList();
            foreach (var box in boxes.Where(box => !box.IsChecked))
                yield return new Click("box", Url(facets, [box]), box.Name!.StartsWith('-') || search.HasChoice(box.Name) ? null : PageText.Number(box.Closest("li")?.QuerySelector(".n")));
            foreach (var facet in boxes.GroupBy(box => box.Name!.TrimStart('-'), StringComparer.Ordinal))
            {
                IHtmlInputElement[] some = [.. facet.OrderBy(_ => random.Next()).Take(random.Next(2, MostBoxes + 1))];
                yield return new Click("boxes of one facet", Url(facets, some));
            }

            if (boxes.Where(box => box.Name == "date" && box.Value != FacetNames.NoValue).Select(box => box.Value.Replace("-XX", "", StringComparison.Ordinal)).ToArray() is [_, ..] periods)
            {
                string?[] bounds = [.. random.GetItems(periods, 2).Order(StringComparer.Ordinal)];
                if (random.Next(3) == 0) bounds[random.Next(2)] = null;
                yield return new Click("range of dates", Url(facets, [], ("from", bounds[0]), ("to", bounds[1])));
            }
        }

        if (page.QuerySelector("header form.find") is IHtmlFormElement find) yield return new Click("other words", Url(find, [], ("q", words())));
        if (page.QuerySelector("main form.find[action^='/facet']") is IHtmlFormElement values && page.QuerySelectorAll(".values .tally a:not(.n)") is { Length: > 0 } listed)
            yield return new Click("find among values", Url(values, [], ("find", listed[random.Next(listed.Length)].TextContent.Trim().Split(' ')[0])));
    }

    /// <summary>The address that a browser asks for when a form is sent.</summary>
    /// <param name="form">The form.</param>
    /// <param name="turned">Boxes that are clicked before.</param>
    /// <param name="typed">Texts that are typed over what stands there.</param>
    private static string Url(IHtmlFormElement form, IReadOnlyCollection<IHtmlInputElement> turned, params (string Name, string? Text)[] typed)
    {
        var pairs = form.QuerySelectorAll<IHtmlInputElement>("input[name]")
            .Where(input => input.Type != "checkbox" || input.IsChecked != turned.Contains(input))
            .Select(input => (Name: input.Name!, Value: typed.Where(text => text.Name == input.Name).Select(text => text.Text ?? "").DefaultIfEmpty(input.Value).First()));
        return $"{form.GetAttribute("action")}?{string.Join('&', pairs.Select(pair => $"{Escaped(pair.Name)}={Escaped(pair.Value)}"))}";
    }

    private static string Escaped(string text) => Uri.EscapeDataString(text).Replace("%20", "+", StringComparison.Ordinal);
}
