using System.ComponentModel.DataAnnotations;
using Causeway.Kernel;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Causeway.Ui.Tests;

[OpenTo(Audience.Everyone)]
internal sealed class SampleModel : CausewayPage
{
    [BindProperty]
    public Fields Input { get; set; } = new();

    public IReadOnlyList<SelectListItem> Fees { get; } = [new("Free", "0"), new("Eighty", "80")];

    public IActionResult OnPost()
    {
        if (!ModelState.IsValid)
        {
            return Again();
        }

        return Input.Name switch
        {
            "taken" => Refuse(new Refusal("name.taken", "The name {0} is taken.", "Name", Input.Name)),
            "idle" => Refuse(new Refusal("days.none", "Choose a day.", "Days")),
            "late" => Refuse(Refusal.ChangedMeanwhile),
            "foreign" => NotThere(),
            _ => Done("/sample", "Saved {0}, born {1}, visits {2}.", Input.Name!, Input.Born?.ToString("yyyy-MM-dd") ?? "never", Input.Visits),
        };
    }

    internal sealed class Fields
    {
        public string? Note { get; set; }

        [Required(ErrorMessage = "Write a name.")]
        public string? Name { get; set; }

        public string? Secret { get; set; }

        public string? Fee { get; set; }

        [Required(ErrorMessage = "Choose a level.")]
        public string? Level { get; set; }

        public List<string> Days { get; set; } = [];

        public bool Visits { get; set; } = true;

        public DateOnly? Born { get; set; }
    }
}
