using System.ComponentModel.DataAnnotations;
using Causeway.Kernel;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Causeway.Ui;

/// <summary>Every widget in every state, for eyes and for the accessibility check. Names and numbers are made up.</summary>
[OpenTo(Audience.DemoOnly)]
internal sealed class ShowDesignModel(TimeProvider time) : CausewayPage
{
    [BindProperty]
    public Sample Input { get; set; } = new();

    [BindProperty(SupportsGet = true, Name = Paging.QueryKey)]
    public int Number { get; set; } = 1;

    public Paging Paging => new(Number, 318, 25);

    public DateTimeOffset Now => time.GetUtcNow();

    public IReadOnlyList<SelectListItem> Fees { get; } =
        [new("Free of charge", "0"), new("Up to 80 a session", "80"), new("Up to 120 a session", "120")];

    public IReadOnlyList<WorkItem> Work =>
    [
        new(Now, Urgency.Late, "2 days late", "The family plan has no result yet", "A reason is needed before it can go on.", "#late", "Give a reason"),
        new(Now, Urgency.Today, "Today", "A practice asks about your referral", "They want to know whether mornings are possible.", "#today", "Answer"),
        new(Now, Urgency.Soon, "In 2 days", "Four entries of your list: still right?", "One tap each; your answer serves all six schools.", "#soon", "Check four"),
        new(Now, Urgency.Later, "27 Nov", "Sign the charter, version 4", "Five of six schools have signed.", "#later", "Read and sign"),
    ];

    public void OnGet(bool wrong)
    {
        if (wrong)
        {
            ModelState.AddModelError("", "Two people at this school already have the same name and post.");
            ModelState.AddModelError("Input.Name", "Write the name as the person writes it.");
            ModelState.AddModelError("Input.Born", "There is no such day. Write it like 17 11 2026.");
            ModelState.AddModelError("Input.Level", "Choose one.");
            ModelState.AddModelError("Input.Fee", "Choose a fee, or “not known”.");
        }
    }

    public IActionResult OnPost() => ModelState.IsValid
        ? Done("/design", "Saved {0}.", Input.Name ?? "")
        : Again();

    internal sealed class Sample
    {
        [Required(ErrorMessage = "Write the name as the person writes it.")]
        public string? Name { get; set; }

        public string? Mail { get; set; }

        public int? Age { get; set; }

        public string? Note { get; set; }

        public DateOnly? Born { get; set; }

        public DateOnly? Until { get; set; }

        public string? Fee { get; set; }

        public string? Level { get; set; } = "fluent";

        public List<string> Days { get; set; } = ["mon"];

        public bool Visits { get; set; } = true;
    }
}
