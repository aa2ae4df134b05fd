using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using NewsSearch.Web.Search;

namespace NewsSearch.Web.Pages;

/// <summary>A form that writes a search: filled in, it leads to it.</summary>
internal sealed class ComposeModel : SitePage
{
    public IActionResult OnGet()
    {
        (State, _) = SearchUrl.Read(Request.Query);
        State = State with { Page = 1, More = null };
        var composed = new ComposedQuery
        {
            All = Field("all"),
            Phrase = Field("phrase"),
            Any = Field("any"),
            None = Field("none"),
            Near = Field("near"),
            Within = int.TryParse(Field("within"), NumberStyles.None, CultureInfo.InvariantCulture, out var within) ? within : new ComposedQuery().Within,
            Title = Field("title"),
            Said = Field("said"),
        };
        if (composed.Text.Length > 0 || Request.Query.ContainsKey("all")) return Redirect(State.WithQuery(composed.Text, State.Match).ToUrl());
        Title = "Build a search – NewsSearch";
        return Page();
    }

    private string Field(string name) => InWords.Clip(Request.Query[name].FirstOrDefault()?.Trim() ?? "", 500);
}
